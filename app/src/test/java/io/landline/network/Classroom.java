package io.landline.network;

import io.landline.fixture.ChildJvm;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.process.ScratchFolder;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A program in which thirty pupils join one teacher's room at the same moment, each a whole node in a process and a
/// network namespace of its own. Five of them mistype a word first, and correct it once they are told. Prints how long
/// each group took. Ends with 1 where somebody is not in the room within a minute, or is told something else than that
/// the words differ. Needs root. Arguments: how many pupils, and how many of them mistype.
final class Classroom implements AutoCloseable {
    private static final int PUPILS_DEFAULT = 30;
    private static final int MISTYPE_DEFAULT = 5;
    private static final String TEACHER = "Teacher";
    private static final String ROOM = "class";
    private static final String WORDS = "amber fox piano river";
    private static final String MISTYPED = "amber fox piano rivet";
    /// The issue: all within a minute.
    private static final Duration BAR = Duration.ofMinutes(1);
    private static final Duration START = Duration.ofMinutes(3);
    private static final int TRIALS_MAX = 3;
    private static final List<String> OPTIONS = List.of("-Xss512k", "--enable-native-access=ALL-UNNAMED");

    private final NamespaceLan lan;
    private final List<ChildJvm> pupils = new ArrayList<>();
    private final List<Double> right = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> corrected = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger slowed = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    private Classroom(NamespaceLan lan) { this.lan = lan; }

    public static void main(String[] arguments) throws Exception {
        RootOnly.orEnd();
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PUPILS_DEFAULT;
        int mistype = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MISTYPE_DEFAULT;
        boolean holds;
        try (var scratch = ScratchFolder.make("landline-classroom");
                var room = new Classroom(NamespaceLan.of(count + 1))) {
            holds = room.lesson(scratch.path(), count, mistype);
        }
        System.exit(holds ? 0 : 1);
    }

    private boolean lesson(Path folder, int count, int mistype) throws Exception {
        var start = new NodeProcess.Start(TEACHER, folder.resolve(TEACHER), folder.resolve("downloads"), LanNodes.PORT,
                ROOM, WORDS, List.of());
        try (NodeProcess teacher = LanNodes.start(lan, 1, start)) {
            if (teacher.await("ready", _ -> true, START) == null) throw new IOException("the teacher is not ready");
            for (int i = 0; i < count; i++) {
                pupils.add(ChildJvm.startIn(List.of("ip", "netns", "exec", lan.namespace(i + 2)), OPTIONS, Pupil.class,
                        folder.toString(), "pupil" + i, TEACHER, ROOM));
            }
            for (ChildJvm pupil : pupils) expect(pupil, "ready");
            var done = new CountDownLatch(count);
            long from = System.nanoTime();
            for (int i = 0; i < count; i++) {
                ChildJvm pupil = pupils.get(i);
                boolean mistypes = i < mistype;
                Thread.ofVirtual().start(() -> {
                    join(pupil, mistypes, from);
                    done.countDown();
                });
            }
            done.await();
            teacher.quit();
        }
        System.out.println("| " + count + " pupils, " + mistype + " with a mistyped word | p50, s | max, s | n |\n"
                + "|---|---|---|---|");
        print("joined", right);
        print("told that the words differ", told);
        print("corrected, and joined", corrected);
        System.out.println("told that many are joining: " + slowed + "; had to try again: " + again);
        wrong.forEach(System.out::println);
        return wrong.isEmpty();
    }

    private static void expect(ChildJvm pupil, String line) throws IOException {
        String said = pupil.readLine();
        if (!line.equals(said)) throw new IOException("a pupil said " + said + ", not " + line);
    }

    private void join(ChildJvm pupil, boolean mistypes, long from) {
        try {
            if (mistypes) {
                String answer = answer(pupil, MISTYPED);
                told.add(seconds(from));
                if (!answer.equals("differ")) wrong.add("mistyped words were answered by: " + answer);
            }
            String answer = answer(pupil, WORDS);
            for (int trial = 1; trial < TRIALS_MAX && !answer.equals("joined"); trial++) {
                again.incrementAndGet();
                answer = answer(pupil, WORDS);
            }
            double took = seconds(from);
            (mistypes ? corrected : right).add(took);
            if (!answer.equals("joined")) wrong.add("right words were answered by: " + answer);
            if (took > BAR.toSeconds()) wrong.add("joined only after " + took + " s");
        } catch (IOException e) {
            wrong.add(String.valueOf(e));
        }
    }

    private String answer(ChildJvm pupil, String words) throws IOException {
        pupil.writeLine(words);
        String said = pupil.readLine();
        while ("many".equals(said)) {
            slowed.incrementAndGet();
            said = pupil.readLine();
        }
        if (said == null) throw new IOException("a pupil's program ended");
        return said;
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static void print(String what, List<Double> seconds) {
        if (seconds.isEmpty()) return;
        double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %d |", what, sorted[sorted.length / 2],
                sorted[sorted.length - 1], sorted.length));
    }

    @Override
    public void close() throws IOException {
        for (ChildJvm each : pupils) each.close();
        lan.close();
    }
}
