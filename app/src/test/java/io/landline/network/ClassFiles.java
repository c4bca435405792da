package io.landline.network;

import com.google.gson.JsonObject;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.process.ScratchFolder;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A program in which a file or a folder goes to a whole class: real nodes, each in a network namespace of its own
/// behind a link of limited rate. Prints how many times the origin sent it, as its card counts, and when the last
/// receiver had it, beside the time of one receiver alone. Ends with 1 where a receiver that stays does not get it, or
/// a bar is missed. Needs root and `tc`. Arguments: receivers, MiB, megabits a second, what (`file`, `folder`, `small`:
/// files of 4 KiB), cases. Beside it stands what the rate alone would need if the origin sent each receiver a copy.
final class ClassFiles implements AutoCloseable {
    private static final int RECEIVERS_DEFAULT = 10;
    private static final int MIB_DEFAULT = 256;
    private static final int MEGABITS_DEFAULT = 50;
    /// The issue: how often the origin sends the size, and the last one's time beside that of one alone.
    private static final double SENT_BAR = 1.5;
    private static final double TIME_BAR = 2.5;
    /// Thirty nodes on two cores take minutes to start and to prove the key to each other.
    private static final Duration READY = Duration.ofMinutes(10);
    /// So many times what the origin alone would take, everything is over or hangs.
    private static final int PATIENCE_TIMES = 3;
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);
    private static final int KILLED = 2;
    private static final int POOR_PARTS = 10;
    /// More than these nodes can send: no limit.
    private static final int UNLIMITED_MEGABITS = 20_000;
    private static final long BITS_OF_MIB = 8L * 1024 * 1024;

    private static final long MIB = 1024 * 1024;
    private static final double MIB_OF_GIB = 1024;
    private static final long LARGE_BYTES = 8 * MIB;
    private static final long HALF_BYTES = MIB / 2;
    private static final long SMALL_BYTES = 4 * 1024;

    private final Random random = new Random(1);
    private final NamespaceLan lan;
    private final Path folder;
    private final int receivers;
    private final int mib;
    private final int megabits;
    private final Content content;
    private final Path file;
    private final List<String> wrong = new ArrayList<>();
    private int run;
    private double alone;
    /// Processor seconds of all nodes from the offer until the last receiver had it; without those that were ended.
    private double cost;

    private enum Case {
        CLASS,
        LEAVES,
        KILLED,
        LATE,
        POOR,
        /// Two receivers do not reach each other.
        ISOLATED,
        /// The origin's link alone is limited.
        ORIGIN,
        /// What all of them send shares one medium of that rate: a copy for each takes what the origin alone would
        /// take. The time is shown, and not judged.
        SHARED
    }

    private enum Content {
        FILE,
        /// Half of it in files of 8 MiB, half in files of 512 KiB.
        FOLDER,
        SMALL
    }

    private ClassFiles(NamespaceLan lan, Path folder, int receivers, int mib, int megabits, Content content)
            throws IOException {
        this.lan = lan;
        this.folder = folder;
        this.receivers = receivers;
        this.mib = mib;
        this.megabits = megabits;
        this.content = content;
        file = folder.resolve("film.bin");
        switch (content) {
            case FILE -> write(file, mib * MIB);
            case FOLDER -> {
                for (int n = 0; n < mib / 16; n++) write(file.resolve("large/" + n), LARGE_BYTES);
                for (int n = 0; n < mib; n++) write(file.resolve("half/" + n % 7 + "/" + n), HALF_BYTES);
            }
            case SMALL -> {
                for (int n = 0; n < mib * MIB / SMALL_BYTES; n++) write(file.resolve(n % 50 + "/" + n), SMALL_BYTES);
            }
        }
    }

    private void write(Path to, long bytes) throws IOException {
        Files.createDirectories(to.getParent());
        byte[] block = new byte[(int) Math.min(bytes, MIB)];
        try (OutputStream out = Files.newOutputStream(to)) {
            for (long at = 0; at < bytes; at += block.length) {
                random.nextBytes(block);
                out.write(block);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        RootOnly.orEnd();
        int receivers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RECEIVERS_DEFAULT;
        int mib = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MIB_DEFAULT;
        int megabits = arguments.length > 2 ? Integer.parseInt(arguments[2]) : MEGABITS_DEFAULT;
        Content content = arguments.length > 3
                ? Content.valueOf(arguments[3].toUpperCase(Locale.ROOT))
                : Content.FILE;
        List<Case> cases = arguments.length > 4
                ? Arrays.stream(arguments).skip(4).map(it -> Case.valueOf(it.toUpperCase(Locale.ROOT))).toList()
                : List.of(Case.values());
        boolean holds;
        try (var scratch = ScratchFolder.make("landline-class-files");
                var files = new ClassFiles(NamespaceLan.of(receivers + 2), scratch.path(), receivers, mib, megabits,
                        content)) {
            holds = files.all(cases);
        }
        System.exit(holds ? 0 : 1);
    }

    private boolean all(List<Case> cases) throws Exception {
        for (int peer = 1; peer <= receivers + 2; peer++) lan.rate(peer, megabits);
        System.out.println(receivers + " receivers of " + mib + " MiB (" + content
                + "), each behind " + megabits + " Mbit/s\n"
                + "| case | sent by the origin, times the size | last, s | times that of one alone | first, s"
                + " | last, times a copy each | processor time of all nodes a received GiB, s |\n"
                + "|---|---|---|---|---|---|---|");
        one();
        for (Case each : cases) run(each);
        wrong.forEach(System.out::println);
        return wrong.isEmpty();
    }

    /// A node with its number: 1 is the origin.
    private record Member(int number, NodeProcess node) {}

    private Member start(int number) throws IOException {
        return new Member(number, new LanNodes(folder.resolve("run" + run)).start(lan, number, "member" + number,
                "--accept", "all"));
    }

    private void isolate(int one, int other) {
        for (String chain : List.of("i ip saddr", "o ip daddr")) {
            lan.firewall(one, "add rule inet lan " + chain + " " + lan.address(other) + " drop");
        }
        for (String chain : List.of("i meta nfproto ipv6", "o meta nfproto ipv6")) {
            lan.firewall(one, "add rule inet lan " + chain + " drop");
        }
    }

    /// @param isolated the last two do not see each other
    private List<Member> startAll(int count, boolean isolated) throws Exception {
        run++;
        Files.createDirectories(folder.resolve("run" + run));
        var members = new ArrayList<Member>();
        // one after the other: all at once, thirty handshakes of each outlast their deadlines on a busy machine
        for (int number = 1; number <= count; number++) {
            Member next = start(number);
            members.add(next);
            awaitAll(next, isolated && number == count ? count - 2 : number - 1);
        }
        return members;
    }

    private static void awaitAll(Member member, int others) throws Exception {
        long until = System.nanoTime() + READY.toNanos();
        while (member.node.count("joined", _ -> true) < others) {
            if (System.nanoTime() > until) {
                throw new IOException("member " + member.number + " has joined "
                        + member.node.count("joined", _ -> true) + " of " + others);
            }
            member.node.await(event -> false, Duration.ofMillis(100));
        }
    }

    private void one() throws Exception {
        List<Member> members = startAll(2, false);
        try {
            double spent = processorSeconds(members);
            long began = offer(members.getFirst());
            double took = seconds(began, members.get(1), patience());
            alone = took;
            cost = processorSeconds(members) - spent;
            print("one alone", false, members, took, took, 0);
        } finally {
            stop(members);
        }
    }

    private void run(Case which) throws Exception {
        if (which == Case.ISOLATED) isolate(receivers, receivers + 1);
        limit(which, true);
        List<Member> members = startAll(receivers + 1, which == Case.ISOLATED);
        Member origin = members.getFirst();
        var staying = new ArrayList<>(members.subList(1, members.size()));
        long sentBefore = lan.sent(1)[0];
        double spent = processorSeconds(members);
        try {
            long began = offer(origin);
            switch (which) {
                case CLASS, POOR, ISOLATED, ORIGIN, SHARED -> {
                }
                case LEAVES -> {
                    origin.node.await("helping", ClassFiles::isSentOnce, patience());
                    origin.node.await(_ -> false, ON_THE_WAY); // what was handed to the network comes
                    origin.node.close();
                }
                case KILLED -> {
                    staying.getLast().node.await("progress", ClassFiles::isHalf, patience());
                    for (int n = 0; n < KILLED; n++) staying.removeLast().node.close();
                }
                case LATE -> {
                    staying.getLast().node.await("progress", ClassFiles::isHalf, patience());
                    Member late = start(receivers + 2);
                    members.add(late);
                    staying.add(late);
                }
            }
            double last = 0;
            double first = Double.MAX_VALUE;
            for (Member each : staying) {
                double took = seconds(began, each, patience());
                if (took < 0) wrong.add(which + ": member " + each.number + " did not get it");
                boolean counts = which != Case.POOR || each.number != receivers + 1;
                if (counts) last = Math.max(last, took);
                first = Math.min(first, took);
            }
            cost = processorSeconds(members) - spent;
            print(which.name().toLowerCase(Locale.ROOT), which != Case.SHARED, members, last, first, sentBefore);
        } finally {
            stop(members);
            if (which == Case.ISOLATED) isolate(receivers, receivers + 1);
            limit(which, false);
        }
    }

    /// What is special about the links of a case begins, or ends.
    private void limit(Case which, boolean begins) {
        switch (which) {
            case POOR -> lan.rate(receivers + 1, begins ? Math.max(1, megabits / POOR_PARTS) : megabits);
            case ORIGIN -> {
                for (int peer = 2; peer <= receivers + 2; peer++)
                    lan.rate(peer, begins ? UNLIMITED_MEGABITS : megabits);
            }
            case SHARED -> {
                if (begins) {
                    lan.share(megabits);
                } else {
                    lan.unshare();
                }
            }
            case CLASS, LEAVES, KILLED, LATE, ISOLATED -> {
            }
        }
    }

    private static boolean isHalf(JsonObject progress) {
        return progress.get("bytes").getAsLong() * 2 > progress.get("total").getAsLong();
    }

    private static boolean isSentOnce(JsonObject helping) {
        return helping.has("sent") && helping.get("sent").getAsDouble() >= 1 || helping.get("peers").getAsInt() == 0;
    }

    private static double processorSeconds(List<Member> members) {
        return members.stream()
                .flatMap(each -> ProcessHandle.of(each.node.pid()).stream())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .mapToDouble(each -> each.toNanos() / 1e9)
                .sum();
    }

    private Duration patience() {
        return Duration.ofSeconds(60 + PATIENCE_TIMES * receivers * mib * BITS_OF_MIB / (megabits * 1_000_000L));
    }

    private long offer(Member origin) throws Exception {
        long began = System.nanoTime();
        JsonObject answer = origin.node.send("#" + LanNodes.ROOM, List.of(file), READY);
        if (!answer.get("event").getAsString().equals("ok")) throw new IOException("not offered: " + answer);
        return began;
    }

    /// When this member had the file, from the offer on, or from when it was ready if that was later; negative where it
    /// does not get it.
    private static double seconds(long began, Member member, Duration patience) throws InterruptedException {
        @Nullable
        JsonObject done = member.node.await("transferred", _ -> true, patience);
        if (done == null) return -1;
        return (member.node.nanosOf("transferred") - Math.max(began, member.node.nanosOf("ready"))) / 1e9;
    }

    /// @param timed whether the time is judged
    private void print(String what, boolean timed, List<Member> members, double last, double first, long sentBefore)
            throws IOException {
        double sent = (lan.sent(1)[0] - sentBefore) / (mib * 1024.0 * 1024);
        double times = last / alone;
        double copies = (members.size() - 1) * mib * (double) BITS_OF_MIB / (megabits * 1e6);
        System.out.println(
                String.format(Locale.ROOT, "| %s | %.2f | %.1f | %.2f | %.1f | %.2f | %.1f |", what, sent, last, times,
                        first, last / copies, cost * MIB_OF_GIB / ((members.size() - 1) * mib)));
        boolean missed = sent > SENT_BAR || timed && times > TIME_BAR;
        if (members.size() > 2 && missed) wrong.add(what + " misses a bar");
        for (Member each : members) {
            Path got = folder.resolve("run" + run)
                    .resolve("member" + each.number + "-downloads")
                    .resolve(file.getFileName());
            if (Files.exists(got)) compare(what, got);
        }
    }

    private void compare(String what, Path got) throws IOException {
        try (var sources = Files.walk(file)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Path there = got.resolve(file.relativize(source).toString());
                boolean same = Files.exists(there) && Files.mismatch(source, Files.isDirectory(got) ? there : got) < 0;
                if (!same) wrong.add(what + ": " + there + " differs");
            }
        }
    }

    private void stop(List<Member> members) throws Exception {
        for (Member each : members) each.node.close();
        for (Member each : members) {
            Path got = folder.resolve("run" + run).resolve("member" + each.number + "-downloads");
            try (var files = Files.walk(got)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        lan.close();
    }
}
