package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A node that does not keep all, among nodes that do (docs/protocol/conversations.md, "Floors").
class RetentionTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofMinutes(3);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    private static void cut(World.Node at, Entry firstKept) {
        RetentionCut cut = RetentionCut.of(at.stores.entries(), CONVERSATION, firstKept.position());
        while (at.core.cut(cut));
    }

    private static RetentionCut all(World.Node at) {
        return RetentionCut.of(at.stores.entries(), CONVERSATION, new TimelinePosition(Long.MAX_VALUE, at.id(), 1, 1));
    }

    private List<Entry> say(World.Node from, int count) {
        var said = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) said.add(from.say(CONVERSATION, "text " + i));
        return said;
    }

    @Test
    void aPeerThatHasAllOfItDoesNotFillItAgainOverRestarts() {
        World.End session = world.connect(anna, ben, ROOM);
        List<Entry> said = say(anna, 30);
        world.settle(SOON);
        Entry answer = ben.say(CONVERSATION, "answer");
        world.settle(SOON);
        cut(ben, said.get(20));
        List<Entry> kept = ben.history(CONVERSATION);
        assertEquals(said.subList(20, 30), kept.subList(0, 10));
        assertEquals(answer, kept.getLast());
        world.settle(LATER);
        assertEquals(kept, ben.history(CONVERSATION));
        world.disconnect(session, "left");
        ben.restart();
        world.connect(anna, ben, ROOM);
        world.settle(LATER);
        assertEquals(kept, ben.history(CONVERSATION));
        assertEquals(31, anna.history(CONVERSATION).size(), "others keep theirs");
    }

    @Test
    void whatIsWrittenAfterwardsComesAsEver() {
        World.End session = world.connect(anna, ben, ROOM);
        say(anna, 5);
        Entry last = ben.say(CONVERSATION, "and mine");
        world.settle(SOON);
        RetentionCut all = all(ben);
        while (ben.core.cut(all));
        assertEquals(List.of(), ben.history(CONVERSATION));
        Entry pushed = anna.say(CONVERSATION, "pushed");
        world.settle(SOON);
        world.disconnect(session, "left");
        ben.restart();
        Entry missed = anna.say(CONVERSATION, "missed");
        Entry own = ben.say(CONVERSATION, "my next");
        assertEquals(last.log(), own.log(), "the same log goes on");
        assertEquals(last.header().number() + 1, own.header().number());
        world.connect(anna, ben, ROOM);
        world.settle(LATER);
        assertEquals(3, ben.history(CONVERSATION).size());
        assertTrue(ben.history(CONVERSATION).containsAll(List.of(pushed, missed, own)));
        assertEquals(9, anna.history(CONVERSATION).size());
    }

    @Test
    void whatComesWhileOldOnesAreRemovedStays() {
        world.connect(anna, ben, ROOM);
        say(anna, 3 * LogFloors.ENTRIES_A_STEP);
        ben.say(CONVERSATION, "mine");
        world.settle(SOON);
        RetentionCut all = all(ben);
        assertTrue(ben.core.cut(all));
        Entry late = anna.say(CONVERSATION, "late");
        world.settle(SOON);
        Entry own = ben.say(CONVERSATION, "my next");
        while (ben.core.cut(all));
        assertEquals(List.of(late, own), ben.history(CONVERSATION));
        world.settle(LATER);
        assertEquals(List.of(late, own), ben.history(CONVERSATION));
    }

    @Test
    void aNewcomerGetsTheRestFromOthers() {
        World.End toAnna = world.connect(anna, ben, ROOM);
        List<Entry> said = say(anna, 30);
        world.settle(SOON);
        cut(ben, said.get(20));
        world.disconnect(toAnna, "left");
        World.Node clara = world.node();
        world.connect(ben, clara, ROOM);
        world.settle(LATER);
        assertEquals(said.subList(20, 30), clara.history(CONVERSATION));
        world.connect(anna, clara, ROOM);
        world.settle(LATER);
        assertEquals(said, clara.history(CONVERSATION));
        assertEquals(said.subList(20, 30), ben.history(CONVERSATION), "not filled by the newcomer either");
    }

    @Test
    void anAnswerThatIsUnderWayDoesNotFillItEither() {
        World.Node clara = world.node();
        List<Entry> said = say(anna, 1_500);
        world.connect(anna, clara, ROOM);
        while (clara.history(CONVERSATION).size() < 1_100) assertTrue(world.step(), "the older ones come afterwards");
        cut(clara, said.get(1_400));
        world.settle(LATER);
        assertEquals(said.subList(1_400, 1_500), clara.history(CONVERSATION));
    }

    @Test
    void aReceiptTellsNothingOfWhatWasCut() {
        world.connect(anna, ben, ROOM);
        List<Entry> said = say(anna, 6);
        world.settle(SOON);
        RetentionCut all = all(ben);
        while (ben.core.cut(all));
        ben.read(CONVERSATION, said.get(2).position(), List.of(), world.uptime);
        world.settle(SOON);
        assertTrue(anna.heard.read.isEmpty());
    }

    @Test
    void anActOnWhatWasCutIsKeptAndShowsNothing() {
        world.connect(anna, ben, ROOM);
        List<Entry> said = say(anna, 4);
        world.settle(SOON);
        cut(ben, said.get(3));
        Entry edit = anna.write(CONVERSATION, EntryKind.EDIT,
                new Edit(said.getFirst().reference(), "too late", Set.of()).toBody());
        Entry delete = anna.write(CONVERSATION, EntryKind.DELETE,
                new Delete(said.get(1).reference(), List.of()).toBody());
        world.settle(LATER);
        assertEquals(List.of(said.get(3), edit, delete), ben.history(CONVERSATION));
    }

    /// Somebody may have thousands of logs: all of them were read for each that is cut.
    @Test
    void h38_theLogsAreReadOnceHoweverManyAreCut() {
        var disk = (InMemoryEntries) ben.stores.entries();
        for (int i = 0; i < 100; i++) disk.add(Author.of(CONVERSATION, i).texts(1), 1, EntryStore.Durability.BATCHED);
        int before = disk.logsListed;
        RetentionCut all = all(ben);
        while (ben.core.cut(all));
        assertEquals(before + 1, disk.logsListed);
        assertEquals(100, disk.floors().size());
        assertEquals(List.of(), ben.history(CONVERSATION));
    }
}
