package io.landline.chat.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A random history, made from a seed alone, and the shortest part of it that still fails.
final class History {
    private static final int STEPS = 220;
    private static final int NODES_MIN = 2;
    private static final int NODES_MAX = 8;

    private final long seed;
    private final int nodes;
    private final List<HistoryStep> steps;
    private final Supplier<Disks> disks;

    private History(long seed, int nodes, List<HistoryStep> steps, Supplier<Disks> disks) {
        this.seed = seed;
        this.nodes = nodes;
        this.steps = steps;
        this.disks = disks;
    }

    /// Every second one restores profiles from copies.
    static History of(long seed) {
        return of(seed, STEPS, Disks::memory);
    }

    static History of(long seed, int steps, Supplier<Disks> disks) {
        var random = new Random(seed);
        int nodes = NODES_MIN + random.nextInt(NODES_MAX - NODES_MIN + 1);
        return new History(seed, nodes, HistoryStep.random(random, nodes, steps, seed % 2 != 0), disks);
    }

    /// Plays it. Where it fails, the error names the seed, and the shortest part that fails.
    void play() {
        Throwable failure = failure(steps);
        if (failure == null) return;
        List<HistoryStep> shortest = shortest(kind(failure));
        throw new AssertionError("-Dlandline.seed=" + seed + ", " + nodes + " nodes, shortened from " + steps.size()
                + " steps to " + shortest.size() + ":\n"
                + shortest.stream().map(HistoryStep::toString).collect(Collectors.joining("\n")), failure(shortest));
    }

    private Throwable failure(List<HistoryStep> some) {
        try (Disks there = disks.get()) {
            HistoryPlayer.play(seed, nodes, some, there);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    /// What the error says before it tells of this history alone: a shorter one must fail in the same way.
    private static String kind(Throwable failure) {
        return String.valueOf(failure.getMessage()).split("[:;\\d]", 2)[0];
    }

    /// Leaves out parts, large ones first, as long as what is left still fails (Zeller and Hildebrandt, 2002).
    private List<HistoryStep> shortest(String kind) {
        List<HistoryStep> left = steps;
        for (int part = left.size() / 2; part > 0; part /= 2) {
            for (int from = 0; from < left.size();) {
                var without = new ArrayList<>(left.subList(0, from));
                without.addAll(left.subList(Math.min(from + part, left.size()), left.size()));
                Throwable failure = failure(without);
                if (failure != null && kind(failure).equals(kind)) {
                    left = without;
                } else {
                    from += part;
                }
            }
        }
        return left;
    }
}
