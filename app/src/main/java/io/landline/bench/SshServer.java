package io.landline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// OpenSSH's server on the loopback interface, with keys of its own that are made here and go with the folder. It lets
/// in the user who runs this, by that key alone. One thread; [#close] from any.
final class SshServer implements AutoCloseable {
    /// Where `sshd` lies when it is not on the path of a plain user.
    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin"),
            Path.of("/usr/bin"));
    private static final int END_WITHIN_SECONDS = 5;

    private final Process process;
    private final int port;
    private final Path key;

    private SshServer(Process process, int port, Path key) {
        this.process = process;
        this.port = port;
        this.key = key;
    }

    /// Starts it with its files in a folder that is the user's alone.
    ///
    /// @throws IOException if no server could be started; its message tells the user why
    static SshServer start(Path folder) throws IOException, InterruptedException {
        Path program = Programs.find("sshd", PLACES);
        if (program == null || Programs.find("ssh") == null) throw new IOException("OpenSSH is not installed");
        Files.createDirectory(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path hostKey = makeKey(folder.resolve("host"));
        Path key = makeKey(folder.resolve("user"));
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1:%d
                HostKey %s
                AuthorizedKeysFile %s.pub
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                Subsystem sftp internal-sftp
                """.formatted(port, hostKey, key));
        Process process = new ProcessBuilder(program.toString(), "-D", "-e", "-f", settings.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String trouble = awaitListening(process);
        if (trouble == null) return new SshServer(process, port, key);
        process.destroyForcibly();
        throw new IOException("sshd does not start: " + trouble);
    }

    private static Path makeKey(Path file) throws IOException, InterruptedException {
        int code = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) throw new IOException("ssh-keygen made no key");
        return file;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /// Null once it listens, else its last words. What it says later is read and dropped.
    private static @Nullable String awaitListening(Process process) throws IOException {
        BufferedReader said = process.errorReader(UTF_8);
        String last = "it said nothing";
        for (String line; (line = said.readLine()) != null; last = line) {
            if (!line.startsWith("Server listening")) continue;
            Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {
            }));
            return null;
        }
        return last;
    }

    int port() {
        return port;
    }

    Path key() {
        return key;
    }

    /// The command and options that reach it, for programs that start `ssh` themselves.
    List<String> client() {
        return List.of("ssh", "-F", "none", "-p", String.valueOf(port), "-i", key.toString(), "-o",
                "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o",
                "BatchMode=yes", "-q");
    }

    String userAtHost() {
        return user() + "@127.0.0.1";
    }

    String user() {
        return System.getProperty("user.name");
    }

    /// Of the server and all who were connected, once these are gone.
    double cpuSeconds() throws IOException, InterruptedException {
        for (int look = 0; look < END_WITHIN_SECONDS * 100 && process.descendants().findAny().isPresent(); look++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return ProcessCost.cpuSeconds(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
