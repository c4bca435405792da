import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Starts Landline's window once, without a screen and on this computer alone, has it show a room, say something there
/// and show the page on which a room is joined, and ends it: shows that the built modules open a window. What a window
/// shows first is one of these two pages.
///
/// Arguments: a folder for a profile (emptied), then the command that starts Landline. With `-Djavafx.cachedir` it also
/// makes sure that the toolkit unpacks nothing into that folder, which is one of the user's home otherwise.
class StartOnce {
    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern SOCKET = Pattern.compile("\"socket\":\"([^\"]+)\"");
    /// The conversation that is open when the window is.
    static final String WINDOW_SETTINGS = "{\"lastOpen\":\"#training\"}";
    /// Shows the page on which a room is joined, as at a first start.
    static final String LINK =
            "{\"do\":\"raise\",\"link\":\"landline:join?room=other&words=amber-fox-piano-river\"}";
    private static final List<String> FIRST_MINUTE = List.of(
            "{\"do\":\"say\",\"to\":\"#training\",\"text\":\"Hello\"}", "{\"do\":\"peers\"}",
            "{\"do\":\"history\",\"to\":\"#training\",\"limit\":10}", LINK);

    static void main(String[] args) throws Exception {
        Path profile = Path.of(args[0]);
        String unpacked = System.getProperty("javafx.cachedir");
        if (unpacked != null) delete(Path.of(unpacked));
        delete(profile);
        Files.createDirectories(profile);
        Files.writeString(profile.resolve("window.json"), WINDOW_SETTINGS);
        var command = new ArrayList<>(List.of(args).subList(1, args.length));
        // "java" is the one that the build chose, which runs this; that of the PATH may be an older one
        if (command.getFirst().equals("java")) {
            command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        }
        command.addAll(List.of("--profile", profile.toString(), "--interface", "lo", "--udp-port", "43170",
                "--tcp-port", "0", "--name", "window", "--room", "training", "--open", "--downloads",
                profile.resolve("downloads").toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            drive(socket(profile, process));
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the window does not end");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("the window ended with " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
            delete(profile);
        }
        if (unpacked != null && Files.exists(Path.of(unpacked))) {
            throw new IllegalStateException("the toolkit unpacked its libraries into the user's home");
        }
        System.out.println("The window opened, answered and ended.");
    }

    /// Where the node of this profile listens, once it does.
    static Path socket(Path profile, Process process) throws IOException, InterruptedException {
        for (int tries = 0; tries < PATIENCE_SECONDS * 10; tries++) {
            if (!process.isAlive()) throw new IllegalStateException("the window ended with " + process.exitValue());
            Path owner = profile.resolve("lock.owner");
            if (Files.exists(owner)) {
                Matcher matcher = SOCKET.matcher(Files.readString(owner));
                if (matcher.find()) return Path.of(matcher.group(1));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the window does not listen");
    }

    private static void drive(Path socket) throws IOException, InterruptedException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var in = new BufferedReader(Channels.newReader(channel, UTF_8));
            var out = Channels.newOutputStream(channel);
            for (String line : FIRST_MINUTE) {
                out.write((line + "\n").getBytes(UTF_8));
                String answer = in.readLine();
                while (answer != null && !answer.contains("\"event\":\"ok\"")) {
                    if (answer.contains("\"event\":\"failed\"")) {
                        throw new IllegalStateException(line + " is answered " + answer);
                    }
                    answer = in.readLine();
                }
            }
            Thread.sleep(1_500); // pulses in which that page is drawn
            out.write("{\"do\":\"quit\"}\n".getBytes(UTF_8));
            while (in.readLine() != null) Thread.onSpinWait();
        }
    }

    /// Deletes a folder with all that is in it; nothing where there is none.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
