package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random lives of several nodes: talking, parting, meeting, being killed. In the end all have the same.
class ConvergenceTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final RoomId OTHER = RoomId.of(new byte[]{9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    static long seed(int number) {
        Long given = Long.getLong("landline.seed");
        long seed = given != null ? given : new Random().nextLong();
        System.out.println("ConvergenceTest " + number + ": -Dlandline.seed=" + seed);
        return seed;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomHistoriesEndEqual(int number) {
        var world = new World(seed(number));
        var nodes = new ArrayList<World.Node>();
        for (int i = 0; i < 3 + world.random.nextInt(3); i++) nodes.add(world.node());
        for (int i = 0; i < 600; i++) live(world, nodes, i);

        for (World.Node one : nodes) {
            for (World.Node two : nodes) {
                if (one.id().compareTo(two.id()) < 0 && !connected(world, one, two)) {
                    world.connect(one, two, ROOM, OTHER);
                }
            }
        }
        world.settle(Duration.ofMinutes(3));

        for (RoomId room : List.of(ROOM, OTHER)) {
            List<Entry> expected = nodes.getFirst().history(ConversationId.of(room));
            for (World.Node node : nodes) assertEquals(expected, node.history(ConversationId.of(room)));
        }
        for (World.Node node : nodes) {
            for (World.Node other : nodes) {
                ConversationId direct = ConversationId.direct(node.id(), other.id());
                assertEquals(node.history(direct), other.history(direct));
            }
            eachEntryWasToldOnceAndInOrder(node);
        }
    }

    private static boolean connected(World world, World.Node one, World.Node two) {
        return world.ends().stream().anyMatch(end -> end.owner == one && end.peer().equals(two.id()));
    }

    private static void live(World world, List<World.Node> nodes, int step) {
        World.Node node = nodes.get(world.random.nextInt(nodes.size()));
        World.Node other = nodes.get(world.random.nextInt(nodes.size()));
        List<World.End> ends = world.ends();
        switch (world.random.nextInt(10)) {
            case 0, 1, 2 -> node.say(ConversationId.of(world.random.nextBoolean() ? ROOM : OTHER), "room " + step);
            case 3 -> {
                if (node != other) node.say(ConversationId.direct(node.id(), other.id()), "direct " + step);
            }
            case 4 -> {
                if (node != other && !connected(world, node, other)) world.connect(node, other, ROOM, OTHER);
            }
            case 5 -> {
                if (!ends.isEmpty() && world.random.nextInt(3) == 0) {
                    world.disconnect(ends.get(world.random.nextInt(ends.size())), "parted");
                }
            }
            case 6 -> {
                if (world.random.nextInt(5) == 0) {
                    ends.stream().filter(end -> end.owner == node).forEach(end -> world.disconnect(end, "killed"));
                    node.restart();
                }
            }
            case 7 -> world.pass(Duration.ofMillis(250));
            default -> {
                for (int i = 0; i < 10; i++) world.step();
            }
        }
    }

    private static void eachEntryWasToldOnceAndInOrder(World.Node node) {
        Map<LogKey, Long> last = new HashMap<>();
        for (Entry entry : node.heard.stored) {
            Long before = last.put(entry.log(), entry.header().number());
            assertEquals(before == null ? 1 : before + 1, entry.header().number(),
                    "in the order of its log, each once");
        }
        Set<EntryId> told = new HashSet<>();
        for (Entry entry : node.heard.stored) told.add(entry.id());
        for (RoomId room : List.of(ROOM, OTHER)) {
            for (Entry entry : node.history(ConversationId.of(room))) assertEquals(true, told.contains(entry.id()));
        }
    }
}
