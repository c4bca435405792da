import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes Java's AOT cache for a checkout: two nodes on this computer alone meet in a room, talk and send each other a
/// file, and Java keeps what it loaded, linked and counted in one of them (JEP 483, 514, 515). A start takes half the
/// time with it, and a newcomer's first moment, in which everybody appears at once, is not spent on loading classes.
/// Whatever goes wrong here leaves Landline without the cache.
///
/// Argument: the folder in which the build wrote `java` and `launch.args`.
class TrainCache {
    private static final int PATIENCE_SECONDS = 60;
    /// After which both are killed, wherever they are; whoever waits for their lines then sees their end.
    private static final int ALL_SECONDS = 3 * PATIENCE_SECONDS;
    /// So that the other has it by then, and what follows a message is loaded too.
    private static final int SETTLING_MILLIS = 1_500;
    private static final int FILE_BYTES = 4 * 1024 * 1024;
    private static final String ROOM = "{\"do\":\"join\",\"room\":\"training\",\"open\":true}";

    static void main(String[] args) throws Exception {
        Path built = Path.of(args[0]).toAbsolutePath();
        Path run = built.resolve("run");
        Path fresh = run.resolve("landline.aot.new");
        Path scratch = Files.createTempDirectory("landline-training");
        int port = freePort();
        Process partner = node(built, scratch.resolve("partner"), port, List.of());
        Process trained = node(built, scratch.resolve("trained"), port,
                List.of("-XX:AOTCacheOutput=" + fresh, "-Xlog:aot=off"));
        Thread.ofPlatform().daemon().start(() -> killLate(List.of(partner, trained)));
        try {
            Path file = Files.write(scratch.resolve("file"), new byte[FILE_BYTES]);
            meet(partner, trained, file);
            for (Process each : List.of(partner, trained)) tell(each, "{\"do\":\"quit\"}");
            for (Process each : List.of(trained, partner)) {
                if (!each.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("a node does not end");
                }
            }
            Files.move(fresh, run.resolve("landline.aot"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            partner.destroyForcibly();
            trained.destroyForcibly();
            Files.deleteIfExists(fresh);
            StartOnce.delete(scratch);
        }
    }

    private static void killLate(List<Process> nodes) {
        try {
            Thread.sleep(Duration.ofSeconds(ALL_SECONDS));
        } catch (InterruptedException e) {
            return; // this program ends
        }
        nodes.forEach(Process::destroyForcibly);
    }

    private static void meet(Process partner, Process trained, Path file) throws IOException, InterruptedException {
        for (Process each : List.of(partner, trained)) await(each, "\"ready\"");
        for (Process each : List.of(partner, trained)) tell(each, ROOM);
        for (Process each : List.of(partner, trained)) await(each, "\"joined\"");
        for (Process each : List.of(partner, trained)) {
            tell(each, "{\"do\":\"say\",\"to\":\"#training\",\"text\":\"Hello\"}");
        }
        tell(trained, "{\"do\":\"peers\"}");
        for (Process each : List.of(partner, trained)) await(each, "\"delivered\"");
        for (Process each : List.of(partner, trained)) {
            tell(each, "{\"do\":\"send\",\"to\":\"#training\",\"paths\":[\"" + file.toString().replace("\\", "\\\\")
                    + "\"]}");
        }
        Thread.sleep(SETTLING_MILLIS);
    }

    private static Process node(Path built, Path profile, int port, List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Files.readString(built.resolve("java"), UTF_8).strip());
        command.addAll(options);
        command.addAll(List.of("@" + built.resolve("launch.args"), "node", "--json", "--profile", profile.toString(),
                "--interface", "lo", "--udp-port", Integer.toString(port), "--tcp-port", "0", "--downloads",
                profile.resolve("downloads").toString(), "--accept", "all"));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static int freePort() throws IOException {
        try (var probe = DatagramChannel.open()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return ((InetSocketAddress) probe.getLocalAddress()).getPort();
        }
    }

    private static void tell(Process node, String line) throws IOException {
        var out = node.outputWriter(UTF_8);
        out.write(line + "\n");
        out.flush();
    }

    private static void await(Process node, String word) throws IOException {
        BufferedReader in = node.inputReader(UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) if (line.contains(word)) return;
        throw new IllegalStateException("a node ended before " + word);
    }
}
