package io.landline.chaos;

import io.landline.process.ScratchFolder;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One round: its own network, its own nodes with fresh profiles, and one seed. One thread.
final class Round implements AutoCloseable {
    private static final Duration MEET_WITHIN = Duration.ofSeconds(60);
    /// A session that died without a word is noticed after 15 s, and a file that lost its helper goes on a while later.
    private static final Duration ALIKE_WITHIN = Duration.ofSeconds(120);
    private static final int PAUSE_MILLIS_MAX = 60;
    private static final int DEEDS_A_DISTURBANCE = 25;

    /// @param alikeAfter from the end of the last disturbance until nothing differed
    /// @param wrong in sentences; empty where all is well
    record Result(int confirmed, int unanswered, int refused, int files, int disturbances, Duration alikeAfter,
            List<String> wrong) {}

    private final Random random;
    private final ScratchFolder folder;
    private final NamespaceLan lan;
    private final List<Computer> computers = new ArrayList<>();
    private final People people;
    private final Disturbances disturbances;

    Round(long seed, int nodes, Path launcher) throws IOException {
        random = new Random(seed);
        folder = ScratchFolder.make("landline-chaos");
        lan = NamespaceLan.of(nodes);
        people = new People(random, folder.path());
        disturbances = new Disturbances(random);
        for (int i = 1; i <= nodes; i++) computers.add(new Computer(lan, launcher, folder.path(), i));
    }

    Result play(Duration length) throws Exception {
        for (Computer each : computers) each.start();
        if (!Comparison.meet(computers, MEET_WITHIN)) throw new IOException("the nodes do not meet");
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() - end < 0) {
            disturbances.tick();
            if (random.nextInt(DEEDS_A_DISTURBANCE) == 0) disturbances.disturb(one());
            Computer somebody = one();
            if (somebody.answers()) people.act(somebody, computers);
            Thread.sleep(random.nextInt(PAUSE_MILLIS_MAX));
        }
        disturbances.heal();
        long healed = System.nanoTime();
        List<String> wrong = new Comparison(computers, people).awaitAlike(ALIKE_WITHIN);
        Duration took = Duration.ofNanos(System.nanoTime() - healed);
        wrong.addAll(disturbances.wrong());
        for (Computer each : computers) {
            if (!each.said().isBlank()) wrong.add(each.name() + " said on stderr: " + each.said().strip());
        }
        People.Answers answers = people.answers();
        return new Result(answers.confirmed(), answers.unanswered(), answers.refused(), people.files().size(),
                disturbances.count(), took, wrong);
    }

    private Computer one() {
        return computers.get(random.nextInt(computers.size()));
    }

    @Override
    public void close() throws IOException {
        for (Computer each : computers) each.close();
        lan.close();
        folder.close();
    }
}
