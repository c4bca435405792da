package io.landline.network;

import io.landline.fixture.LanNodes;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How nodes meet in a network of one shape, what one of them sends once they have met, what the doctor says there, and
/// how soon a killed one is gone. The nodes of side A are the first computers, those of side B the others; B's start
/// last, and time counts from the last one's `ready`.
///
/// @param more further arguments for the node of a computer
/// @param expected codes that the doctor must not find in order
record Meeting(int sideA, int sideB, boolean routed, Setup setup, Arguments more, Bounds bounds,
        List<String> expected) implements Case.Play {
    /// Makes the network what it is.
    interface Setup {
        void make(NamespaceLan lan) throws IOException;
    }

    interface Arguments {
        List<String> of(NamespaceLan lan, int computer);
    }

    /// How long it may take in this network until A sees B, until B sees A, until they have joined, and until a killed
    /// one is gone.
    record Bounds(Duration seenByA, Duration seenByB, Duration joined, Duration gone) {
        static final Bounds USUAL = both(Stage.SEEN_WITHIN);

        /// For both sides the same.
        static Bounds both(Duration seen) {
            return new Bounds(seen, seen, seen.plus(Stage.JOINED_WITHIN), Stage.GONE_WITHIN);
        }
    }

    private interface Pairwise {
        @Nullable
        Duration measure(Peer one, Peer other) throws InterruptedException;
    }

    private static final List<String> NAMES = List.of("Ada", "Bob", "Eve", "Kim");
    /// After the meeting: the burst is over, receipts are sent.
    private static final Duration SETTLE = Duration.ofSeconds(4);
    /// Four announcements, and two pings where nothing else is heard.
    private static final Duration IDLE = Duration.ofSeconds(20);

    Meeting {
        expected = List.copyOf(expected);
    }

    /// Two nodes on one switch, of which nothing special is asked.
    static Meeting ofTwo(Setup setup) {
        return new Meeting(1, 1, false, setup, (_, _) -> List.of(), Bounds.USUAL, List.of());
    }

    Meeting sides(int a, int b) {
        return new Meeting(a, b, routed, setup, more, bounds, expected);
    }

    Meeting acrossARouter() {
        return new Meeting(sideA, sideB, true, setup, more, bounds, expected);
    }

    Meeting with(Arguments arguments) {
        return new Meeting(sideA, sideB, routed, setup, arguments, bounds, expected);
    }

    Meeting within(Bounds allowed) {
        return new Meeting(sideA, sideB, routed, setup, more, allowed, expected);
    }

    Meeting doctorSays(String... codes) {
        return new Meeting(sideA, sideB, routed, setup, more, bounds, List.of(codes));
    }

    @Override
    public void run(Stage stage, Row row) throws Exception {
        play(stage, row, (lan, peers) -> {
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            long before = lan.sent(1)[0];
            TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
            row.sends((lan.sent(1)[0] - before) * Duration.ofMinutes(1).toMillis() / IDLE.toMillis());
            doctor(stage.nodes(), row, lan, peers);
        });
    }

    /// The meeting and the parting alone, without what takes time between them.
    Case.Play alone() {
        return (stage, row) -> play(stage, row, (_, _) -> {
        });
    }

    private interface Between {
        void run(NamespaceLan lan, List<Peer> peers) throws IOException, InterruptedException;
    }

    private void play(Stage stage, Row row, Between between) throws IOException, InterruptedException {
        int computers = sideA + sideB;
        try (NamespaceLan lan = routed ? NamespaceLan.ofTwoSubnets(computers) : NamespaceLan.of(computers)) {
            setup.make(lan);
            var peers = new ArrayList<Peer>();
            try {
                meet(stage, row, lan, peers);
                between.run(lan, peers);
                kill(row, peers);
            } finally {
                peers.forEach(Peer::close);
            }
        }
    }

    private void meet(Stage stage, Row row, NamespaceLan lan, List<Peer> peers)
            throws IOException, InterruptedException {
        stage.quiet().lock();
        try {
            for (int i = 1; i <= sideA + sideB; i++) {
                peers.add(Peer.start(stage.nodes(), lan, i, NAMES.get(i - 1), more.of(lan, i).toArray(String[]::new)));
            }
            Instant ready = peers.stream().map(each -> each.readyAt).max(Comparator.naturalOrder()).orElseThrow();
            List<Peer> a = peers.subList(0, sideA);
            List<Peer> b = peers.subList(sideA, peers.size());
            Duration patience = Stage.PATIENCE.plus(bounds.joined);
            Pairwise listed = (one, other) -> one.told("peer-appeared", other, one.readyAt, patience);
            Pairwise joined = (one, other) -> one.told("joined", other, one.readyAt, patience);
            row.seenByA(slowest(a, b, ready, listed), bounds.seenByA);
            row.seenByB(slowest(b, a, ready, listed), bounds.seenByB);
            Duration aJoined = slowest(a, b, ready, joined);
            Duration bJoined = slowest(b, a, ready, joined);
            row.joined(aJoined == null || bJoined == null ? null : longer(aJoined, bJoined), bounds.joined);
        } finally {
            stage.quiet().unlock();
        }
    }

    /// How long after `since` the slowest of one side had come so far with the slowest of the other; null where one
    /// never did.
    private static @Nullable Duration slowest(List<Peer> side, List<Peer> others, Instant since, Pairwise measure)
            throws InterruptedException {
        Duration slowest = Duration.ZERO;
        for (Peer one : side) {
            for (Peer other : others) {
                Duration time = measure.measure(one, other);
                if (time == null) return null;
                slowest = longer(slowest, Duration.between(since, one.readyAt.plus(time)));
            }
        }
        return slowest;
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// Asked twice: what is wrong here, and what is wrong with that one.
    private void doctor(LanNodes nodes, Row row, NamespaceLan lan, List<Peer> peers)
            throws IOException, InterruptedException {
        Peer asking = peers.getFirst();
        Peer other = peers.getLast();
        String endpoint = asking.endpointOf(other);
        if (endpoint == null) endpoint = lan.address(other.computer);
        var notInOrder = new TreeMap<String, String>();
        for (List<String> arguments : List.of(List.<String>of(), List.of("--peer", endpoint))) {
            LanNodes.DoctorOutput said = nodes.doctor(lan, asking.computer, asking.name,
                    arguments.toArray(String[]::new));
            if (said.findings().isEmpty()) row.fault("the doctor said nothing");
            said.findings().forEach((code, finding) -> {
                String state = finding.split(":", 2)[0];
                if (!state.equals("ok")) {
                    notInOrder.merge(code, state, (one, two) -> one.equals(two) ? one : one + ", of B " + two);
                }
            });
        }
        row.doctor(notInOrder.isEmpty()
                ? "all is well"
                : notInOrder.entrySet()
                        .stream()
                        .map(each -> each.getKey() + " (" + each.getValue() + ")")
                        .collect(Collectors.joining(", ")));
        for (String code : expected) if (!notInOrder.containsKey(code)) row.fault("the doctor does not see " + code);
    }

    private void kill(Row row, List<Peer> peers) throws InterruptedException {
        Peer killed = peers.getLast();
        Instant when = Instant.now();
        killed.close();
        Duration gone = Duration.ZERO;
        for (Peer each : peers.subList(0, sideA)) {
            Duration time = each.told("peer-left", killed, when, Stage.PATIENCE);
            gone = time == null || gone == null ? null : longer(gone, time);
        }
        row.gone(gone, bounds.gone);
    }
}
