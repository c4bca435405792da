package io.landline.presence;

import io.landline.presence.VirtualNet.Node;
import io.landline.testing.Seed;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints what presence costs in a crowd: the real state machines on a network and a clock in memory, all nodes in one
/// subnet. A program, not a test. Arguments: numbers of nodes; 10, 100 and 1000 without any.
///
/// What all hear is read once for all of them, and rows share it, so that the tables of many nodes need not fill the
/// memory. What one node needs of its own is measured apart.
///
/// Signatures are made, but not checked: a thousand nodes would check a million of them. How many checks there were is
/// printed.
final class PresenceSimulation {
    /// A class that switches on within ten seconds.
    private static final Duration START_WITHIN = Duration.ofSeconds(10);
    private static final Duration CONVERGED_WITHIN = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /// One interval of the largest crowd.
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final int NEWCOMERS = 5;

    private final int size;
    private final VirtualNet net;
    /// A node, and whom it lists.
    private record Member(Node node, CrowdListener lists) {}

    private final CrowdListener.Register register = new CrowdListener.Register();
    private final List<Member> nodes = new ArrayList<>();
    private long checks;

    private PresenceSimulation(int size) {
        this.size = size;
        net = new VirtualNet(Seed.random("PresenceSimulation of " + size), 0);
        net.notesSent = false;
    }

    public static void main(String[] arguments) {
        List<Integer> sizes = arguments.length == 0
                ? List.of(10, 100, 1_000)
                : java.util.Arrays.stream(arguments).map(Integer::valueOf).toList();
        FullTable.Figures full = FullTable.measure(); // first: what a crowd leaves behind would count as heap
        say(String.format(Locale.ROOT,
                "One node that lists %,d, nothing shared: %,d B a row, %.1f µs of a core for each still.%n",
                PeerTable.ROWS_MAX, full.bytesPerRow(), full.microsPerStill()));
        say("| nodes | all list all after | at start: packets/s, kB/s | quiet: packets/s, kB/s | newcomer lists all,"
                + " is listed by all | CPU a packet heard, without reading it | checks a node |");
        say("|---|---|---|---|---|---|---|");
        for (int size : sizes) new PresenceSimulation(size).run();
    }

    private void run() {
        for (int i = 0; i < size; i++) nodes.add(member("node " + i));
        Duration began = net.now();
        for (int i = 0; i < size; i++) {
            net.pass(START_WITHIN.dividedBy(size));
            nodes.get(i).node.start();
        }
        Duration last = net.now();
        Duration converged = until(this::allListAll);
        String start = rates(0, 0, net.now().minus(began));
        net.pass(QUIET);
        long datagrams = net.datagrams;
        long bytes = net.wireBytes;
        long heard = net.heard;
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        net.pass(QUIET);
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        String quiet = rates(datagrams, bytes, QUIET);
        heard = net.heard - heard;
        long checksEach = checks / size;
        String newcomers = newcomers();
        say(String.format(Locale.ROOT, "| %,d | %s | %s | %s | %s | %.1f µs | %,d |", size,
                converged == null
                        ? "not within " + CONVERGED_WITHIN.toMinutes() + " min"
                        : millis(converged.minus(last)),
                start, quiet, newcomers, cpu / 1_000.0 / Math.max(1, heard), checksEach));
    }

    private Member member(String name) {
        var lists = new CrowdListener(register);
        return new Member(net.crowdNode(name, _ -> {
            checks++;
            return true;
        }, lists), lists);
    }

    private boolean allListAll() {
        int wanted = Math.min(nodes.size() - 1, PeerTable.ROWS_MAX);
        return nodes.stream().allMatch(each -> each.lists.count() >= wanted);
    }

    /// When it came to be, by the net's clock; null where it did not in time.
    private Duration until(java.util.function.BooleanSupplier wish) {
        Duration deadline = net.now().plus(CONVERGED_WITHIN);
        while (!wish.getAsBoolean()) {
            if (net.now().compareTo(deadline) > 0) return null;
            net.pass(LOOK_EVERY);
        }
        return net.now();
    }

    private String newcomers() {
        var lists = new ArrayList<Duration>();
        var listed = new ArrayList<Duration>();
        for (int i = 0; i < NEWCOMERS && size < PeerTable.ROWS_MAX; i++) {
            Member newcomer = member("newcomer " + i);
            Duration began = net.now();
            newcomer.node.start();
            Duration seen = null;
            Duration sees = null;
            while ((seen == null || sees == null) && net.now().minus(began).compareTo(CONVERGED_WITHIN) < 0) {
                net.pass(1);
                if (sees == null && newcomer.lists.count() >= nodes.size()) sees = net.now();
                if (seen == null
                        && nodes.stream().allMatch(each -> each.lists.lists(newcomer.node.identity.fingerprint()))) {
                    seen = net.now();
                }
            }
            lists.add(sees == null ? CONVERGED_WITHIN : sees.minus(began));
            listed.add(seen == null ? CONVERGED_WITHIN : seen.minus(began));
            nodes.add(newcomer);
            net.pass(2_000);
        }
        return lists.isEmpty() ? "–" : millis(median(lists)) + ", " + millis(median(listed));
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private String rates(long datagrams, long bytes, Duration time) {
        double seconds = time.toMillis() / 1_000.0;
        return String.format(Locale.ROOT, "%.1f, %.1f", (net.datagrams - datagrams) / seconds,
                (net.wireBytes - bytes) / seconds / 1_000);
    }

    private static String millis(Duration time) {
        return time.toMillis() < 10_000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
