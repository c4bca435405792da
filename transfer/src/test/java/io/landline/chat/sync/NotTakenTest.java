package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.frame.EntriesFrame;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.LogListener;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Entries that vanish without an end of the session: the log says why, so that somebody who writes a peer of their own
/// can find the fault.
class NotTakenTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private final World world = new World(1);
    private final World.Node node = world.node();
    private final Author peer = Author.of(CONVERSATION, 1);
    private final World.End session = world.scripted(node, peer.identity, ROOM);
    private final LogListener log = new LogListener();

    @AfterEach
    void close() {
        log.close();
    }

    private void push(Entry... entries) throws MalformedFrameException {
        session.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(entries)).encode());
    }

    private Entry at(long time) {
        return peer.write(time, EntryKind.TEXT, new EntryText("at " + time).toBody());
    }

    private void says(String why) {
        assertEquals(List.of("entries that " + peer.fingerprint() + " sent are not taken: " + why),
                log.from(Level.INFO).stream().map(each -> each.getMessage()).toList());
    }

    @Test
    void theLogSaysThatNobodyVouchesForAnAuthor() throws MalformedFrameException {
        push(Author.of(CONVERSATION, 1).text("a stranger's"));
        says("nobody here vouches for their author");
    }

    @Test
    void theLogSaysOnceThatALamportTimeLeaps() throws MalformedFrameException {
        push(at(7));
        push(at(1_796_007_117_051L));
        Author again = new Author(peer.identity, CONVERSATION, 2);
        push(again.write(1_796_007_117_052L, EntryKind.TEXT, new EntryText("too late, too").toBody()));
        says("a Lamport time is more than 1048576 above the clock");
    }

    @Test
    void theLogSaysThatALamportTimeDoesNotRise() throws MalformedFrameException {
        push(at(7));
        push(at(7));
        says("a Lamport time is not above that of the entry before");
    }

    @Test
    void theLogSaysThatAnEntryNamesAnotherOneBeforeIt() throws MalformedFrameException {
        Entry first = peer.text("one");
        push(first);
        Author again = new Author(peer.identity, CONVERSATION, 1);
        again.text("never sent");
        push(again.text("two"));
        says("one has another hash than the one that is held, or names another one before it");
    }

    /// Each session may bring each reason.
    @Test
    void ofAMemberWhoComesAgainWithoutEndTheLogSaysEachReasonOnceInTenSeconds() throws MalformedFrameException {
        for (int i = 0; i < 100; i++) {
            World.End again = world.scripted(node, peer.identity, ROOM);
            Entry strange = Author.of(CONVERSATION, 1).text("a stranger's");
            again.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(strange)).encode());
            node.core.closed(again);
        }
        says("nobody here vouches for their author");
        world.uptime = world.uptime.plusSeconds(10);
        push(Author.of(CONVERSATION, 1).text("a stranger's"));
        assertEquals(2, log.from(Level.INFO).size());
    }

    @Test
    void ofEntriesThatAreTakenTheLogSaysNothing() throws MalformedFrameException {
        push(at(7));
        push(at(8));
        assertEquals(List.of(), log.from(Level.INFO));
    }
}
