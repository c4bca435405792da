package io.landline.filetransfer.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.cost.Standing;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FakeVerdicts;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.RoomNegotiation;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.session.ListenSettings;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.SessionListeners;
import io.landline.session.SessionsEvents;
import io.landline.session.core.Sessions;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Not a test: how fast one large file goes between two processes over real sessions on the loopback interface, beside
/// raw TCP in the same run. Prints ratios; nothing depends on the clock.
///
///     java -cp … io.landline.filetransfer.core.TransferSpeed FOLDER [MIB] [ROUNDS]
///
/// FOLDER holds the file and the downloads; one in memory shows the network, one on a disk the disk.
final class TransferSpeed {
    private static final int MIB = 1024 * 1024;
    private static final Room ROOM = Room.open(new RoomName("speed"));
    private static final Supplier<Duration> UPTIME = () -> Duration.ofNanos(System.nanoTime());

    private TransferSpeed() {}

    /// A node with sessions and transfers, and nothing else.
    static final class SpeedNode implements Closeable {
        final Identity identity = Identity.generate();
        final TransferRecorder recorder = new TransferRecorder(Duration.ofMinutes(10));
        final Transfers transfers;
        final Sessions sessions;
        final int port;
        byte[] body = new byte[0];

        SpeedNode(Path downloads) throws IOException {
            var log = new OfferPublisher() {
                @Override
                public void publish(ConversationId conversation, byte[] json, Consumer<EntryId> committed) {
                    body = json;
                    committed.accept(new EntryId(System.nanoTime(), 0));
                }

                @Override
                public void withdraw(ConversationId conversation, EntryId offer) {}

                @Override
                public void identity(ConversationId conversation, EntryId offer, byte[] sha256,
                        Runnable committed) {}

                @Override
                public boolean reaches(ConversationId conversation, Session session) {
                    return true;
                }

                @Override
                public Optional<Fingerprint> directPeer(ConversationId conversation) {
                    return Optional.empty();
                }
            };
            transfers = new Transfers(new TransferSettings(identity, () -> downloads,
                    () -> AcceptRule.ALL, new FakeVerdicts(), Clock.systemUTC()), new FakeStore(), log, recorder,
                    new DiskSpace(DiskSpace.REAL));
            var trust = new MemoryTrust();
            var surroundings = new RoomNegotiation.HandshakeContext(identity, trust, BlockedPeers.of(trust),
                    new GuessQueue(UPTIME), UPTIME, Clock.systemUTC());
            sessions = new Sessions(new ListenSettings(0, true, Set.of("lo")), surroundings, _ -> Standing.OPEN_ROOM, 1,
                    new PeerName("speed"), List.of(ROOM),
                    new SessionListeners(List.of(), new SessionListener() {}, transfers.connections(),
                            new SessionListener() {}, new SessionListener() {}),
                    new SessionsEvents() {});
            port = sessions.listen();
            sessions.start();
        }

        @Override
        public void close() {
            sessions.close();
            transfers.close();
        }
    }

    public static void main(String... args) throws Exception {
        if (args[0].equals("receive")) {
            receive(Path.of(args[1]));
            return;
        }
        Path folder = Path.of(args[0]);
        int mib = args.length > 1 ? Integer.parseInt(args[1]) : 1024;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        Path source = folder.resolve("landline-speed.bin");
        Path downloads = folder.resolve("landline-speed-downloads");
        write(source, mib);
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx128m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), TransferSpeed.class.getName(),
                "receive", downloads.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var answers = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
                var orders = new PrintStream(child.getOutputStream(), true, UTF_8);
                var node = new SpeedNode(folder.resolve("unused"))) {
            String[] ready = answers.readLine().split(" ");
            node.sessions.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(ready[0])),
                    true);
            while (node.sessions.open().isEmpty()) Thread.onSpinWait();
            for (int round = 1; round <= rounds; round++) {
                round(node, orders, answers, source, mib, Integer.parseInt(ready[1]), child.toHandle());
            }
            orders.println("memory");
            System.out.println("peak memory: sender " + peakMemory() + ", receiver (-Xmx128m) " + answers.readLine());
        } finally {
            child.destroy();
            child.waitFor();
            for (Path left : List.of(downloads, folder.resolve("unused"))) {
                try (var files = Files.list(left)) {
                    for (Path file : files.toList()) Files.delete(file);
                }
                Files.delete(left);
            }
            Files.delete(source);
        }
    }

    private static void round(SpeedNode node, PrintStream orders, BufferedReader answers, Path source, int mib,
            int rawPort, ProcessHandle receiver) throws IOException {
        double raw = mib / seconds(() -> raw(rawPort, mib));
        var offers = new EntryId[1];
        double sendCpu = cpu(ProcessHandle.current());
        double receiveCpu = cpu(receiver);
        double ours = mib / seconds(() -> {
            offers[0] = node.transfers.offer(new ConversationId(0, 0), List.of(source));
            orders.println("offer " + offers[0].hex() + " " + HexFormat.of().formatHex(node.body) + " "
                    + node.identity.fingerprint().hex());
            node.recorder.await(Told.Transferred.class, told -> told.view().offer().equals(offers[0]));
        });
        answers.readLine(); // the receiver has put it away
        double gigabytes = (double) mib * MIB / 1e9;
        System.out.printf("raw TCP %.0f MB/s, transfer %.0f MB/s, ratio %.2f; CPU s/GB: sender %.2f, receiver %.2f%n",
                raw * MIB / 1e6, ours * MIB / 1e6, ours / raw, (cpu(ProcessHandle.current()) - sendCpu) / gigabytes,
                (cpu(receiver) - receiveCpu) / gigabytes);
    }

    /// What a process has used of processors: unlike its speed, the same on a busy machine.
    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private interface Action {
        void run() throws IOException;
    }

    private static double seconds(Action action) throws IOException {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void raw(int port, int mib) throws IOException {
        byte[] block = new byte[MIB];
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            for (int n = 0; n < mib; n++) socket.getOutputStream().write(block);
            socket.shutdownOutput();
            socket.getInputStream().read(); // the end: all was read
        }
    }

    private static void write(Path file, int mib) throws IOException {
        byte[] block = new byte[MIB];
        try (var out = Files.newOutputStream(file)) {
            for (int n = 0; n < mib; n++) {
                new Random(n).nextBytes(block);
                out.write(block);
            }
        }
    }

    /// The most memory that this process ever had resident, in the system's words.
    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return "unknown";
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static void receive(Path downloads) throws Exception {
        try (var node = new SpeedNode(downloads);
                var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            Thread.ofPlatform().daemon().start(() -> sink(server));
            System.out.println(node.port + " " + server.getLocalPort());
            for (String line; (line = in.readLine()) != null;) {
                String[] words = line.split(" ");
                if (words[0].equals("memory")) {
                    System.out.println(peakMemory());
                    continue;
                }
                EntryId offer = EntryId.of(HexFormat.of().parseHex(words[1]));
                node.transfers.offerArrived(offer, new ConversationId(0, 0), Fingerprint.parse(words[3]),
                        HexFormat.of().parseHex(words[2]),
                        Instant.now(), true);
                var told = node.recorder.await(Told.Transferred.class, one -> one.view().offer().equals(offer));
                for (Path path : told.paths()) Files.delete(path);
                System.out.println("done");
            }
        }
    }

    private static void sink(ServerSocket server) {
        byte[] block = new byte[MIB];
        while (true) {
            try (Socket socket = server.accept()) {
                while (socket.getInputStream().read(block) >= 0) continue;
                socket.getOutputStream().write(1);
            } catch (IOException e) {
                return;
            }
        }
    }
}
