package io.landline.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// What befalls computers, drawn at random, and how it ends. One thing at a time for each computer. One thread.
final class Disturbances {
    private static final long NANOS_PER_MILLI = 1_000_000;
    /// Some are over before a session ends, and some take longer than a session waits for an answer.
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 20_000;
    private static final int FIRST_FREE_HOST = 150;
    private static final int FREE_HOSTS = 100;

    private interface Step {
        void take() throws Exception;
    }

    private record End(long atNanos, Computer of, Step step) {}

    private final Random random;
    private final List<End> ends = new ArrayList<>();
    private final Set<Computer> disturbed = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private int count;
    private int moves;

    Disturbances(Random random) { this.random = random; }

    int count() {
        return count;
    }

    /// What no disturbance explains.
    List<String> wrong() {
        return wrong;
    }

    /// Lets something befall this computer, unless something does already.
    void disturb(Computer computer) throws Exception {
        if (!computer.answers() || !disturbed.add(computer)) return;
        count++;
        int way = random.nextInt(10);
        if (way < 3) {
            computer.kill();
            endsWith(computer, computer::start);
        } else if (way < 4) {
            int code = computer.quit();
            if (code != 0) wrong.add(computer.name() + " ended with " + code);
            endsWith(computer, computer::start);
        } else if (way < 6) {
            computer.freeze();
            endsWith(computer, computer::thaw);
        } else if (way < 8) {
            computer.unplug();
            endsWith(computer, computer::plugIn);
        } else if (way < 9) {
            computer.unplug();
            computer.kill();
            endsWith(computer, () -> {
                computer.start();
                computer.plugIn();
            });
        } else {
            computer.readdress(FIRST_FREE_HOST + moves++ % FREE_HOSTS);
            disturbed.remove(computer);
        }
    }

    private void endsWith(Computer computer, Step step) {
        int millis = SHORTEST_MILLIS + (int) (LONGEST_MILLIS * Math.pow(random.nextDouble(), 3));
        ends.add(new End(System.nanoTime() + millis * NANOS_PER_MILLI, computer, step));
    }

    /// Ends what is due.
    void tick() throws Exception {
        for (End each : List.copyOf(ends)) {
            if (each.atNanos() - System.nanoTime() <= 0) end(each);
        }
    }

    /// Ends all of it.
    void heal() throws Exception {
        for (End each : List.copyOf(ends)) end(each);
    }

    private void end(End end) throws Exception {
        ends.remove(end);
        end.step().take();
        disturbed.remove(end.of());
    }
}
