package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Two hundred people in one room, all connected to all, who say fifty messages a second together: a minute of virtual
/// time. Nothing is lost, the heap stays flat, and no node needs more than a tenth of a core. It takes some ten minutes
/// on a quiet machine, so it is run by hand (CONTRIBUTING.md), not by each build. `-Dlandline.large.room=20` changes
/// the seconds that they talk.
class LargeRoom {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final int PEOPLE = Integer.getInteger("landline.large.room.people", 200);
    private static final int MESSAGES_A_SECOND = 50;
    private static final Duration TICK = Duration.ofMillis(20);
    private static final double CORE_MAX = 0.1;
    /// What a store in memory keeps beside an entry that all of them share.
    private static final long STORED_BYTES = 200;

    private final World world = new World(1);
    /// One for all nodes, so that the heap tells what conversations keep, not what stores do.
    private final Map<EntryId, Entry> shared = new HashMap<>();
    private final List<World.Node> people = new ArrayList<>();
    private List<World.End> ends = List.of();

    @Test
    void nothingIsLostAndNobodyNeedsMoreThanATenthOfACore() throws MalformedFrameException {
        int seconds = Integer.getInteger("landline.large.room", 60);
        for (int i = 0; i < PEOPLE; i++) people.add(world.new Node(Identity.generate(), stores()));
        for (int i = 0; i < PEOPLE; i++) {
            for (int j = 0; j < i; j++) world.connect(people.get(i), people.get(j), ROOM);
        }
        ends = world.ends();
        pass(Duration.ofSeconds(1), 0);
        Duration cpuBefore = cpu();
        long heapBefore = 0;
        int storedBefore = 0;
        for (int second = 0; second < seconds; second++) {
            pass(Duration.ofSeconds(1), MESSAGES_A_SECOND);
            if (second == seconds / 4) {
                heapBefore = heap();
                storedBefore = shared.size();
            }
        }
        pass(Duration.ofSeconds(2), 0);
        double cores = cpu().minus(cpuBefore).toMillis() / 1e3 / PEOPLE / (seconds + 2);
        long grown = heap() - heapBefore;
        long stored = (long) (shared.size() - storedBefore) * PEOPLE;
        System.out.printf("%d people, %d messages in %d s: a node needs %.1f %% of a core; the heap grew by %.1f MB for"
                + " %d stored entries%n", PEOPLE, shared.size(), seconds, cores * 100, grown / 1e6, stored);
        List<Entry> all = people.getFirst().history(CONVERSATION);
        assertEquals(seconds * MESSAGES_A_SECOND, all.size());
        for (World.Node node : people) assertEquals(all, node.history(CONVERSATION));
        assertTrue(cores <= CORE_MAX, "of a core: " + cores);
        assertTrue(grown <= stored * STORED_BYTES, "heap: " + grown);
    }

    private void pass(Duration time, int messages) throws MalformedFrameException {
        long ticks = time.dividedBy(TICK);
        int said = 0;
        for (long tick = 1; tick <= ticks; tick++) {
            for (; said < messages * tick / ticks; said++) {
                World.Node author = people.get(world.random.nextInt(PEOPLE));
                author.say(CONVERSATION, "message " + shared.size());
            }
            world.uptime = world.uptime.plus(TICK);
            deliver();
            // a node looks around four times a second while something waits
            if (tick % 12 == 0) for (World.Node node : people) node.tick(world.uptime);
        }
    }

    /// Of all of this program, what it takes to play network and disks included.
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private void deliver() throws MalformedFrameException {
        boolean busy = true;
        while (busy) {
            busy = false;
            for (World.End end : ends) {
                end.all.clear();
                end.owner.heard.stored.clear();
                while (!end.sent.isEmpty()) {
                    end.otherEnd.receive(end.sent.remove());
                    busy = true;
                }
            }
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private ChatStores stores() {
        ChatStores stores = InMemoryStores.create();
        var entries = (EntryStore) Proxy.newProxyInstance(EntryStore.class.getClassLoader(),
                new Class<?>[]{EntryStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("add")) {
                        arguments[0] = ((List<?>) Objects.requireNonNull(arguments)[0]).stream()
                                .map(each -> shared.computeIfAbsent(((Entry) each).id(), _ -> (Entry) each))
                                .toList();
                    }
                    try {
                        return method.invoke(stores.entries(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new ChatStores(entries, stores.receipts(), stores.admissions(), stores.budgets(), stores.cards());
    }
}
