package io.landline.presence;

import io.landline.testing.NamespaceLan;
import java.util.ArrayList;
import java.util.Arrays;

/// Measures, by hand, how long a newcomer takes to list a crowd and to be listed by all of it, from its `ready` on; and
/// what a node sends in a minute of peace. Arguments: nodes in all, rounds. Needs root.
final class NewcomerBenchmark {
    private NewcomerBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int nodes = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        var crowd = new ArrayList<PresenceInNamespacesTest.Node>();
        var lists = new ArrayList<Long>();
        var listed = new ArrayList<Long>();
        try (var lan = NamespaceLan.of(nodes)) {
            for (int i = 1; i < nodes; i++) {
                crowd.add(new PresenceInNamespacesTest.Node(lan, i, "n" + i + "."));
                crowd.getLast().await("ready.*");
            }
            for (int i = 1; i < nodes; i++) {
                for (var other : crowd) if (crowd.indexOf(other) != i - 1) other.await("appeared n" + i + "\\. .*");
            }
            for (int round = 0; round < rounds; round++) {
                String name = "new" + round + ".";
                try (var newcomer = new PresenceInNamespacesTest.Node(lan, nodes, name)) {
                    long ready = newcomer.await("ready.*");
                    for (int i = 1; i < nodes; i++) lists.add(newcomer.await("appeared n" + i + "\\. .*") - ready);
                    for (var each : crowd) listed.add(each.await("appeared new" + round + "\\. .*") - ready);
                }
            }
            print("lists the crowd", lists);
            print("is listed", listed);
            for (var each : crowd) each.process.getOutputStream().close();
            for (var each : crowd) each.close();
        }
    }

    private static void print(String what, ArrayList<Long> millis) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf("%-16s n=%d p50=%d p90=%d p99=%d max=%d ms; over 100 ms: %d%n", what, sorted.length,
                sorted[sorted.length / 2], sorted[sorted.length * 9 / 10], sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1], Arrays.stream(sorted).filter(each -> each > 100).count());
    }
}
