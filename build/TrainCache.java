import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Makes Java's AOT caches, one for the command line and one for the window: on this computer alone a node and a window
/// meet in a room, talk and send each other a file, and Java keeps what it loaded, linked and counted
/// in each of them (JEP 483, 514, 515). A start takes half the time with it, and a newcomer's first moment, in which
/// everybody appears at once, is not spent on loading classes. The window is drawn without a screen. Where none can be
/// opened, a second node takes its place, and there is no cache for the window. Whatever else goes wrong here leaves
/// Landline without a cache.
///
/// Argument, for a checkout: the folder in which the build wrote `java` and `launch.args`; nothing is done where its
/// `run` has caches of these jars, made by this training. For an image: its Java, the file with the arguments, the
/// folder for the caches, and options of Java. There it is an error if a cache cannot be made.
class TrainCache {
    private static final int PATIENCE_SECONDS = 60;
    /// After which all are killed, wherever they are; whoever waits for their lines then sees their end.
    private static final int ALL_SECONDS = 3 * PATIENCE_SECONDS;
    /// So that the other has it by then, and what follows a message is loaded too.
    private static final int SETTLING_MILLIS = 1_500;
    private static final int FILE_BYTES = 4 * 1024 * 1024;
    private static final String ROOM = "{\"do\":\"join\",\"room\":\"training\",\"open\":true}";
    /// No screen. What draws the window, and the collections that it uses, is compiled by the quick compiler alone
    /// here, which counts nothing, and a window that is started with the cache compiles it in the same way. All else is
    /// not compiled here: nothing is learned of it, and a window compiles it as it would without a cache. So files keep
    /// their speed.
    private static final List<String> OF_WINDOW = List.of("-Dglass.platform=Headless", "-Dprism.order=sw",
            "-XX:TieredStopAtLevel=1", "-XX:CompileCommand=quiet");
    private static final List<String> DRAWS_WINDOW = List.of("javafx.*", "com.sun.javafx.*", "com.sun.prism.*",
            "com.sun.scenario.*", "com.sun.glass.*", "io.landline.ui.*", "java.lang.*", "java.util.*");
    private static final Path NO_CACHE = Path.of("");

    /// One of those who meet, by its lines.
    private record Trainee(Process process, BufferedReader in, Writer out) {
        void tell(String line) throws IOException {
            out.write(line + "\n");
            out.flush();
        }

        void await(String word) throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) if (line.contains(word)) return;
            throw new IllegalStateException("one of them ended before " + word);
        }
    }

    /// What is trained: started by `java` with these options and the arguments of a file.
    private record Program(String java, Path arguments, List<String> options, Path caches, boolean ofImage) {
        static Program ofCheckout(Path built) throws IOException {
            String java = Files.readString(built.resolve("java"), UTF_8).strip();
            return new Program(java, built.resolve("launch.args"), List.of(), built.resolve("run"), false);
        }

        static Program ofImage(List<String> args) {
            return new Program(args.get(0), Path.of(args.get(1)), args.subList(3, args.size()), Path.of(args.get(2)),
                    true);
        }

        /// Whether the cache was made of these jars, by this training, started in this way: the same question as in
        /// `./landline`.
        boolean isTrained() throws IOException {
            Path cache = caches.resolve("landline.aot");
            Path trained = caches.resolve("trained.args");
            if (!Files.exists(cache) || !Files.exists(trained)) return false;
            if (Files.mismatch(trained, arguments) >= 0) return false;
            Path trainedBy = caches.resolve("trained.java");
            if (!Files.exists(trainedBy) || !Arrays.equals(Files.readAllBytes(trainedBy), whichJava())) return false;
            Path training = Path.of(System.getProperty("jdk.launcher.sourcefile"));
            var madeOf = new ArrayList<>(List.of(training, training.resolveSibling("StartOnce.java")));
            try (Stream<Path> all = Files.list(caches)) {
                all.filter(jar -> jar.toString().endsWith(".jar")).forEach(madeOf::add);
            }
            for (Path each : madeOf) {
                if (Files.getLastModifiedTime(each).compareTo(Files.getLastModifiedTime(cache)) > 0) return false;
            }
            return true;
        }

        /// Where it is, and which version stands there: Java takes no cache of another one.
        byte[] whichJava() throws IOException {
            var which = new ByteArrayOutputStream();
            Files.copy(arguments.resolveSibling("java"), which);
            Path release = Path.of(java).resolveSibling("../release");
            if (Files.exists(release)) Files.copy(release, which);
            return which.toByteArray();
        }
    }

    private final Program program;
    private final Path scratch;
    private final int port;
    private final List<Process> started = new CopyOnWriteArrayList<>();

    private TrainCache(Program program, Path scratch, int port) {
        this.program = program;
        this.scratch = scratch;
        this.port = port;
    }

    static void main(String[] args) throws Exception {
        Program program = args.length == 1
                ? Program.ofCheckout(Path.of(args[0]).toAbsolutePath())
                : Program.ofImage(List.of(args));
        if (!program.ofImage && program.isTrained()) return;
        Path scratch = Files.createTempDirectory("landline-training");
        var training = new TrainCache(program, scratch, freePort());
        Thread.ofPlatform().daemon().start(training::killLate);
        Path caches = program.caches;
        Path node = caches.resolve("landline.aot.new");
        Path window = caches.resolve("window.aot.new");
        try {
            training.run(node, window);
            if (Files.exists(window)) {
                Files.move(window, caches.resolve("window.aot"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(node, caches.resolve("landline.aot"), StandardCopyOption.REPLACE_EXISTING);
            if (!program.ofImage) {
                Files.copy(program.arguments, caches.resolve("trained.args"), StandardCopyOption.REPLACE_EXISTING);
                Files.write(caches.resolve("trained.java"), program.whichJava());
            }
        } finally {
            training.killAll();
            for (Path each : List.of(node, window)) Files.deleteIfExists(each);
            StartOnce.delete(scratch);
        }
    }

    private void run(Path nodeCache, Path windowCache) throws Exception {
        Trainee node = node("node", nodeCache);
        Trainee other = other(windowCache);
        meet(node, other, Files.write(scratch.resolve("file"), new byte[FILE_BYTES]));
        other.tell(StartOnce.LINK); // a node refuses it
        Thread.sleep(SETTLING_MILLIS);
        for (Trainee each : List.of(node, other)) each.tell("{\"do\":\"quit\"}");
        for (Trainee each : List.of(node, other)) {
            if (!each.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("one of them does not end");
            }
        }
    }

    private Trainee other(Path cache) throws Exception {
        try {
            return window(cache);
        } catch (IOException | IllegalStateException e) {
            if (program.ofImage) throw e;
            System.out.println("No cache for the window: " + e.getMessage());
            return node("partner", NO_CACHE);
        }
    }

    /// Starts a node without a window, and waits until it is ready.
    private Trainee node(String name, Path cache) throws IOException {
        Process process = start(name, cache, List.of(), List.of("node", "--json"));
        var node = new Trainee(process, process.inputReader(UTF_8), process.outputWriter(UTF_8));
        node.await("\"ready\"");
        node.tell(ROOM);
        return node;
    }

    /// Opens a window that shows the room, and waits until it can be told something.
    private Trainee window(Path cache) throws Exception {
        Path profile = Files.createDirectories(scratch.resolve("window"));
        Files.writeString(profile.resolve("window.json"), StartOnce.WINDOW_SETTINGS);
        var options = new ArrayList<>(OF_WINDOW);
        for (String each : DRAWS_WINDOW) options.add("-XX:CompileCommand=compileonly," + each + "::*");
        Process process = start("window", cache, options,
                List.of("--name", "window", "--room", "training", "--open"));
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(StartOnce.socket(profile, process)));
        return new Trainee(process, new BufferedReader(Channels.newReader(channel, UTF_8)),
                Channels.newWriter(channel, UTF_8));
    }

    private static void meet(Trainee node, Trainee other, Path file) throws IOException, InterruptedException {
        List<Trainee> both = List.of(node, other);
        node.await("\"joined\"");
        for (Trainee each : both) each.tell("{\"do\":\"say\",\"to\":\"#training\",\"text\":\"Hello\"}");
        node.tell("{\"do\":\"peers\"}");
        for (Trainee each : both) each.await("\"delivered\"");
        for (Trainee each : both) {
            each.tell("{\"do\":\"send\",\"to\":\"#training\",\"paths\":[\"" + file.toString().replace("\\", "\\\\")
                    + "\"]}");
        }
        Thread.sleep(SETTLING_MILLIS);
    }

    private Process start(String name, Path cache, List<String> options, List<String> arguments) throws IOException {
        Path profile = scratch.resolve(name);
        var command = new ArrayList<String>();
        command.add(program.java);
        if (!cache.equals(NO_CACHE)) command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off"));
        command.addAll(options);
        command.addAll(program.options);
        command.add("@" + program.arguments);
        command.addAll(arguments);
        command.addAll(List.of("--profile", profile.toString(), "--interface", "lo", "--udp-port",
                Integer.toString(port), "--tcp-port", "0", "--downloads", profile.resolve("downloads").toString(),
                "--accept", "all"));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        started.add(process);
        return process;
    }

    private void killLate() {
        try {
            Thread.sleep(Duration.ofSeconds(ALL_SECONDS));
        } catch (InterruptedException e) {
            return; // this program ends
        }
        killAll();
    }

    private void killAll() {
        for (Process each : started) each.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (var probe = DatagramChannel.open()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return ((InetSocketAddress) probe.getLocalAddress()).getPort();
        }
    }
}
