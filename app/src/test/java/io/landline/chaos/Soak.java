package io.landline.chaos;

import io.landline.fixture.BuiltLauncher;
import io.landline.network.RootOnly;
import io.landline.process.ScratchFolder;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Lets people talk and send files on real nodes for long, while one of them comes and goes, and measures each minute
/// what the nodes hold. Ends with 1 where that grows without end, where something confirmed is lost or doubled, or
/// where two nodes show different things in the end. Needs root.
///
/// Arguments: `--minutes N` (60), `--nodes N` (3; the last one comes and goes), `--deeds N` a second in all (5),
/// `--seed N`.
final class Soak implements AutoCloseable {
    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final Duration MEET_WITHIN = Duration.ofSeconds(60);
    private static final Duration ALIKE_WITHIN = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int THIRDS = 3;

    /// One thing that a node holds, and by how much it may be above what it was in the middle of the run.
    private enum Held {
        HEAP("heap, MB", Footprint::heap, 8),
        THREADS("threads", Footprint::threads, 8),
        FILES("open files",
                Footprint::files, 8);

        final String words;
        final ToLongFunction<Footprint> of;
        final long slack;

        Held(String words, ToLongFunction<Footprint> of, long slack) {
            this.words = words;
            this.of = of;
            this.slack = slack;
        }
    }

    private final SoakOptions options;
    private final ScratchFolder folder = ScratchFolder.make("landline-soak");
    private final NamespaceLan lan;
    private final Random random;
    private final List<Computer> computers = new ArrayList<>();
    private final People people;
    /// For each minute, of each node that stays.
    private final List<List<Footprint>> minutes = new ArrayList<>();

    private Soak(SoakOptions options, Path launcher) throws IOException {
        this.options = options;
        lan = NamespaceLan.of(options.nodes());
        random = new Random(options.seed());
        people = new People(random, folder.path());
        for (int i = 1; i <= options.nodes(); i++) computers.add(new Computer(lan, launcher, folder.path(), i));
    }

    public static void main(String[] arguments) throws Exception {
        RootOnly.orEnd();
        boolean holds;
        try (var soak = new Soak(SoakOptions.of(arguments), BuiltLauncher.path())) {
            holds = soak.play();
        }
        System.exit(holds ? 0 : 1);
    }

    private boolean play() throws Exception {
        for (Computer each : computers) each.start();
        if (!Comparison.meet(computers, MEET_WITHIN)) throw new IOException("the nodes do not meet");
        System.out.println("| minute | deeds | files | resident, MB | heap, MB | threads | open files |"
                + "\n|---|---|---|---|---|---|---|");
        Computer guest = computers.getLast();
        for (int minute = 1; minute <= options.minutes(); minute++) {
            talk(Duration.ofMinutes(1));
            if (guest.quit() != 0) throw new IOException(guest.name() + " did not end well");
            measure(minute);
            guest.start();
        }
        List<String> wrong = new Comparison(computers, people).awaitAlike(ALIKE_WITHIN);
        for (Computer each : computers) {
            if (!each.said().isBlank()) wrong.add(each.name() + " said on stderr: " + each.said().strip());
        }
        for (Held each : Held.values()) wrong.addAll(grown(each));
        wrong.forEach(System.out::println);
        System.out.println(wrong.isEmpty() ? "holds" : "FAILS");
        return wrong.isEmpty();
    }

    private void talk(Duration length) throws Exception {
        long begin = System.nanoTime();
        long pause = NANOS_A_SECOND / options.deeds();
        for (long due = 0; due < length.toNanos(); due += pause) {
            people.act(computers.get(random.nextInt(computers.size())), computers);
            long early = begin + due + pause - System.nanoTime();
            if (early > 0) Thread.sleep(Duration.ofNanos(early));
        }
    }

    private void measure(int minute) throws IOException, InterruptedException {
        var now = new ArrayList<Footprint>();
        for (Computer each : computers) {
            if (each.runs()) now.add(each.footprint());
        }
        minutes.add(now);
        System.out.println(String.format(Locale.ROOT, "| %d | %d | %d | %s | %s | %s | %s |", minute,
                people.answers().confirmed(), people.files().size(), all(now, Footprint::resident),
                all(now, Footprint::heap), all(now, Footprint::threads), all(now, Footprint::files)));
    }

    private static String all(List<Footprint> now, ToLongFunction<Footprint> of) {
        return now.stream().map(each -> String.valueOf(of.applyAsLong(each))).collect(Collectors.joining(" / "));
    }

    /// What leaks grows all the time: then its least in the last third is above its most in the third before.
    private List<String> grown(Held held) {
        var grown = new ArrayList<String>();
        int third = minutes.size() / THIRDS;
        for (int node = 0; node < computers.size() - 1; node++) {
            int of = node;
            long most = minutes.subList(third, 2 * third)
                    .stream()
                    .mapToLong(each -> held.of.applyAsLong(each.get(of)))
                    .max()
                    .orElse(Long.MAX_VALUE - held.slack);
            long least = minutes.subList(2 * third, minutes.size())
                    .stream()
                    .mapToLong(each -> held.of.applyAsLong(each.get(of)))
                    .min()
                    .orElse(0);
            if (least <= most + held.slack) continue;
            grown.add(computers.get(node).name() + ": " + held.words + " grew from " + most + " to " + least);
        }
        return grown;
    }

    @Override
    public void close() throws IOException {
        for (Computer each : computers) each.close();
        lan.close();
        folder.close();
    }
}
