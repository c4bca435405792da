package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.ReceiptStore;
import io.landline.chat.TimelinePosition;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Somebody comes back with what they wrote while they were away: it stands above what the others said and read.
class LateReadTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    private @Nullable Long read(Entry of) {
        return anna.heard.read.get(ben.id().hex() + of.log().logHex());
    }

    @Test
    void theirAuthorHearsThatTheyAreReadWhenSomebodySawThem() {
        Entry first = anna.say(CONVERSATION, "alone");
        Entry second = anna.say(CONVERSATION, "still alone");
        World.Node clara = world.node();
        world.connect(ben, clara, ROOM);
        for (int i = 0; i < 5; i++) clara.say(CONVERSATION, "together " + i);
        world.settle(SOON);
        TimelinePosition end = ben.history(CONVERSATION).getLast().position();
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        assertTrue(first.position().compareTo(end) < 0, "it stands above what Ben read");
        ben.read(CONVERSATION, end, List.of(first.position()), world.uptime);
        world.settle(SOON);
        assertNull(read(first));
        ben.read(CONVERSATION, end, List.of(second.position()), world.uptime);
        world.settle(SOON);
        assertEquals(1L, read(first));
        ben.read(CONVERSATION, end, List.of(), world.uptime);
        world.settle(SOON);
        assertEquals(2L, read(first));
    }

    /// A user who keeps messages for some time has a cut at any time.
    @Test
    void whatWasSeenIsFoundThoughTheBeginningOfTheLogIsCutOffMeanwhile() {
        world.connect(anna, ben, ROOM);
        for (int i = 0; i < 20; i++) anna.say(CONVERSATION, "text " + i);
        world.settle(SOON);
        Entry place = ben.history(CONVERSATION).get(16);
        SeenLogs seen = ben.core.seen(CONVERSATION, place.position(), List.of());
        ben.stores.entries().cutBeginning(place.log(), 16);
        while (ben.core.read(seen, world.uptime));
        world.settle(SOON);
        assertEquals(17L, read(place));
    }

    /// Nobody reads what they wrote themselves, and a long log takes many questions.
    @Test
    void whoReadsUpToTheirOwnMessageLooksForNothingInTheirOwnLog() {
        for (int i = 0; i < 20; i++) anna.say(CONVERSATION, "alone " + i);
        TimelinePosition middle = anna.history(CONVERSATION).get(9).position();
        var disk = (InMemoryEntries) anna.stores.entries();
        int asked = disk.rangesAsked;
        anna.read(CONVERSATION, middle, List.of(), world.uptime);
        assertEquals(asked, disk.rangesAsked);
    }

    /// A member may have made thousands of them, and a person reads all the time.
    @Test
    void h38_toReadARoomOfManyLogsTakesFewQuestions() {
        ChatStores kept = InMemoryStores.create();
        var asked = new AtomicInteger();
        var counting = (ReceiptStore) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{ReceiptStore.class}, (_, method, arguments) -> {
                    asked.incrementAndGet();
                    return method.invoke(kept.receipts(), arguments);
                });
        World.Node node = world.new Node(Identity.generate(),
                new ChatStores(kept.entries(), counting, kept.admissions(), kept.budgets(), kept.cards()));
        for (int i = 0; i < 30; i++) {
            Author author = Author.of(CONVERSATION, 1);
            kept.entries().add(author.texts(2), 2, EntryStore.Durability.BATCHED);
        }
        TimelinePosition middle = node.history(CONVERSATION).get(29).position();
        node.read(CONVERSATION, middle, List.of(), Duration.ZERO);
        node.core.read(CONVERSATION, Duration.ZERO);
        assertTrue(asked.get() < 10, asked::toString);
        assertEquals(30, kept.receipts().upTo(CONVERSATION, node.id(), ReceiptStore.Receipt.READ).size());
        assertEquals(30 * 2, kept.receipts()
                .upTo(CONVERSATION, node.id(), ReceiptStore.Receipt.READ)
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    /// Each costs some questions, where it goes on behind the place.
    @Test
    void h38_thousandsOfLogsAreSearchedSomeAtATime() {
        var disk = (InMemoryEntries) ben.stores.entries();
        int logs = 4 * SeenLogs.SEARCHED_A_PIECE;
        for (int i = 0; i < logs; i++) {
            disk.add(Author.of(CONVERSATION, i).textsAt(1, 2), 2, EntryStore.Durability.BATCHED);
        }
        SeenLogs seen = ben.core.seen(CONVERSATION, new TimelinePosition(2, ben.id(), 0, 0), List.of());
        int pieces = 0;
        boolean isMore = true;
        while (isMore) {
            int before = disk.rangesAsked;
            isMore = ben.core.read(seen, world.uptime);
            assertTrue(disk.rangesAsked - before <= 2 * SeenLogs.SEARCHED_A_PIECE);
            pieces++;
        }
        assertTrue(pieces >= 4);
        assertEquals(logs, ben.stores.receipts().upTo(CONVERSATION, ben.id(), ReceiptStore.Receipt.READ).size());
    }
}
