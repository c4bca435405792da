package io.landline.network;

import com.google.gson.JsonObject;
import io.landline.fixture.BuiltLauncher;
import io.landline.fixture.ChildJvm;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.process.ScratchFolder;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that puts a hundred whole nodes on one switch, ten processes of ten, each node with a card of its own, and
/// then lets a newcomer come, again and again: how long from its `ready` until it lists all, and until all list it. The
/// newcomer is the real program, as this checkout's launcher starts it, a process of its own with a new profile. Beside
/// it the same network's raw round trip. Needs root. Argument: rounds. Ends with 1 where the bar is missed.
final class Hundred implements AutoCloseable {
    private static final int PROCESSES = 10;
    private static final int NODES = PROCESSES * TenNodes.COUNT;
    private static final int ROUNDS_DEFAULT = 30;
    /// Issue 4: of all pairs, in the 99th of a hundred.
    private static final Duration BAR = Duration.ofMillis(100);
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration ROUND = Duration.ofSeconds(30);
    /// A round's answers and checks are over.
    private static final Duration SETTLE = Duration.ofSeconds(3);
    /// Ten nodes need some 60 MB.
    private static final List<String> CROWD_OPTIONS = List.of("-Xmx256m", "-Xss512k",
            "--enable-native-access=ALL-UNNAMED");

    /// Who listed whom when, in milliseconds since 1970: "node peer".
    private final Map<String, Long> listedAt = new HashMap<>();
    /// Of the newcomers' presence threads, from `ready` until all were listed. To ask for the crowd's too would take as
    /// long as what is measured.
    private final List<Double> worked = new ArrayList<>();
    private final List<Double> waited = new ArrayList<>();
    private final List<ChildJvm> crowd = new ArrayList<>();
    private final NamespaceLan lan = NamespaceLan.of(PROCESSES + 1);
    private final Path folder;
    private final Path launcher;

    private Hundred(Path folder, Path launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    public static void main(String[] arguments) throws Exception {
        RootOnly.orEnd();
        Path launcher = BuiltLauncher.path();
        int rounds = arguments.length == 0 ? ROUNDS_DEFAULT : Integer.parseInt(arguments[0]);
        boolean holds;
        try (var _ = NeighbourTable.widened();
                var scratch = ScratchFolder.make("landline-hundred");
                var hundred = new Hundred(scratch.path(), launcher)) {
            hundred.gather();
            System.out.println("| " + NODES + " nodes, " + rounds
                    + " newcomers | p50, ms | p99, ms | max, ms | n |\n|---|---|---|---|---|");
            hundred.rawRoundTrip(rounds);
            var lists = new ArrayList<Double>();
            var listed = new ArrayList<Double>();
            for (int round = 0; round < rounds; round++) hundred.newcomer(round, lists, listed);
            hundred.rawRoundTrip(rounds);
            print("the newcomer's thread works", hundred.worked);
            print("the newcomer's thread waits for a core", hundred.waited);
            holds = print("the newcomer lists each", lists) & print("each lists the newcomer", listed);
        }
        System.exit(holds ? 0 : 1);
    }

    /// Starts the crowd, and waits until each has listed all others.
    private void gather() throws Exception {
        for (int i = 1; i <= PROCESSES; i++) {
            lan.cards(i).plugMore(TenNodes.COUNT - 1);
            var arguments = new ArrayList<>(List.of(folder.toString(), "n" + i));
            for (int card = 0; card < TenNodes.COUNT; card++) arguments.add(lan.cards(i).address(card));
            ChildJvm child = ChildJvm.startIn(List.of("ip", "netns", "exec", lan.namespace(i)), CROWD_OPTIONS,
                    TenNodes.class, arguments.toArray(String[]::new));
            crowd.add(child);
            Thread.ofVirtual().name("reads n" + i).start(() -> read(child));
        }
        if (!await(NODES * (NODES - 1), START)) throw new IOException("the crowd did not gather: " + count() + " rows");
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
    }

    private void read(ChildJvm child) {
        try {
            for (String line = child.readLine(); line != null; line = child.readLine()) {
                if (line.equals("ready")) continue;
                String[] words = line.split(" ", 2);
                synchronized (listedAt) {
                    listedAt.putIfAbsent(words[1], Long.valueOf(words[0]));
                    listedAt.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int count() {
        synchronized (listedAt) {
            return listedAt.size();
        }
    }

    /// Whether so many rows came to be in time.
    private boolean await(int rows, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (listedAt) {
            while (listedAt.size() < rows) {
                long left = end - System.nanoTime();
                if (left <= 0) return false;
                TimeUnit.NANOSECONDS.timedWait(listedAt, left);
            }
        }
        return true;
    }

    private void newcomer(int round, List<Double> lists, List<Double> listed) throws Exception {
        synchronized (listedAt) {
            listedAt.clear();
        }
        String name = "new" + round;
        NodeProcess newcomer = NodeProcess.startOf(
                List.of("ip", "netns", "exec", lan.namespace(PROCESSES + 1), launcher.toString()),
                new NodeProcess.Start(name, folder.resolve(name), folder.resolve(name + "-downloads"), LanNodes.PORT,
                        null, null, List.of()));
        try (newcomer) {
            JsonObject event = newcomer.await("ready", _ -> true, ROUND);
            if (event == null) throw new IOException("the newcomer did not get ready");
            Instant ready = Peer.at(event);
            CoreTime before = CoreTime.of(newcomer.pid(), "presence");
            for (int i = 0; i < NODES; i++) {
                String node = "n" + (i / TenNodes.COUNT + 1) + "-" + i % TenNodes.COUNT;
                JsonObject appeared = newcomer.await("peer-appeared", e -> e.get("name").getAsString().equals(node),
                        ROUND);
                lists.add(appeared == null
                        ? Double.POSITIVE_INFINITY
                        : Duration.between(ready, Peer.at(appeared)).toMillis());
            }
            CoreTime spent = CoreTime.of(newcomer.pid(), "presence").since(before);
            worked.add(spent.workedMillis());
            waited.add(spent.waitedMillis());
            await(NODES, ROUND);
            synchronized (listedAt) {
                listedAt.values().forEach(at -> listed.add((double) at - ready.toEpochMilli()));
                for (int i = listedAt.size(); i < NODES; i++) listed.add(Double.POSITIVE_INFINITY);
            }
            newcomer.quit();
        }
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
    }

    private void rawRoundTrip(int rounds) throws Exception {
        var times = new ArrayList<Double>();
        String own = lan.address(PROCESSES + 1);
        try (ChildJvm prober = ChildJvm.startIn(List.of("ip", "netns", "exec", lan.namespace(PROCESSES + 1)), List.of(),
                RawRoundTrip.class, own, "10.77.0.255", String.valueOf(NODES), String.valueOf(rounds))) {
            for (String line = prober.readLine(); line != null; line = prober.readLine()) {
                times.add(Double.parseDouble(line) / 1_000);
            }
        }
        print("raw: broadcast, and each answers at once", times);
    }

    /// Whether the bar is kept.
    private static boolean print(String what, List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double p99 = sorted[(int) (sorted.length * 0.99)];
        System.out.println(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %,d |", what,
                sorted[sorted.length / 2], p99, sorted[sorted.length - 1], sorted.length));
        System.out.flush();
        return p99 <= BAR.toMillis();
    }

    @Override
    public void close() throws IOException {
        for (ChildJvm each : crowd) each.close();
        lan.close();
    }
}
