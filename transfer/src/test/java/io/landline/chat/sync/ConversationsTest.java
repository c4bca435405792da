package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.ReceivedFrame;
import io.landline.testing.Patience;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The door with its real thread.
@Timeout(Patience.SECONDS)
class ConversationsTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[16]));
    private final Identity self = Identity.generate();
    private final ChatStores stores = InMemoryStores.create();
    private final LinkedBlockingQueue<Entry> stored = new LinkedBlockingQueue<>();
    private final ConversationListener listener = new ConversationListener() {
        @Override
        public void stored(Entry entry, EntrySource source) {
            stored.add(entry);
            if (World.text(entry).equals("ping")) say(ROOM, "pong");
        }
    };
    private final Conversations conversations = Conversations.open(self, stores, EqualRooms.KEYED, _ -> Standing.MEMBER,
            listener,
            InstantSource.system());

    @AfterEach
    void close() {
        conversations.close();
    }

    private Entry say(ConversationId conversation, String text) {
        return conversations.append(conversation, EntryKind.TEXT, new EntryText(text).toBody());
    }

    @Test
    void whatWasSaidIsStoredWhenTheCallReturns() {
        Entry entry = say(ROOM, "hello");
        assertEquals(List.of(entry), stores.entries().newest(ROOM, null, 10));
    }

    /// It waits for the database's threads all the time, and those wake a platform thread sooner.
    @Test
    void aPlatformThreadWritesIt() {
        var writes = new CompletableFuture<Thread>();
        conversations.append(ROOM, EntryKind.TEXT, new EntryText("hello").toBody(),
                _ -> writes.complete(Thread.currentThread()));
        assertFalse(writes.join().isVirtual());
    }

    @Test
    void aListenerMayWriteWhileItIsTold() throws InterruptedException {
        say(ROOM, "ping");
        assertEquals("ping", World.text(stored.take()));
        assertEquals("pong", World.text(stored.take()));
        assertEquals(2, stores.entries().newest(ROOM, null, 10).size());
    }

    @Test
    void manyThreadsWriteOneUnbrokenLog() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int j = 0; j < 10; j++) say(ROOM, number + "/" + j);
            }));
        }
        for (Thread thread : threads) thread.join();
        assertEquals(80, stores.entries().logs(ROOM).getFirst().to());
    }

    @Test
    void aBadFrameIsThrownBackAtItsSessionAndTheThreadLivesOn() {
        var world = new World(1);
        World.End session = world.new End(world.node(), Identity.generate());
        session.rooms.add(ROOM.asRoom());
        conversations.joined(session, ROOM.asRoom());
        var broken = new CompletableFuture<MalformedFrameException>();
        conversations.take(
                new ReceivedFrame(session, new Frame(FrameType.WANT, new byte[3]), () -> {}, broken::complete));
        assertNotNull(broken.join());
        say(ROOM, "still here");
        conversations.closed(session, EndReason.PROTOCOL);
    }

    @Test
    void aFullDiskIsToldToWhoeverWritesAndNothingIsKept() {
        ((InMemoryEntries) stores.entries()).full = true;
        assertThrows(EntryStoreException.class, () -> say(ROOM, "lost"));
        ((InMemoryEntries) stores.entries()).full = false;
        assertTrue(stores.entries().newest(ROOM, null, 10).isEmpty());
        assertEquals(1, say(ROOM, "kept").header().number());
    }

    @Test
    void afterClosingNothingIsTaken() {
        conversations.close();
        assertThrows(IllegalStateException.class, () -> say(ROOM, "late"));
        conversations.closed(new World(1).new End(new World(1).node(), self), EndReason.LOST);
    }

    @Test
    void aDirectConversationRemembersItsPeer() {
        Fingerprint peer = Identity.generate().fingerprint();
        ConversationId direct = conversations.direct(peer);
        assertEquals(peer, conversations.directPeer(direct));
        assertEquals(ConversationId.direct(self.fingerprint(), peer), direct);
        say(direct, "hello");
        assertEquals(peer, stores.entries().directPeer(direct), "stored with the first entry");
    }

    @Test
    void m4_afterALostHistoryWhatIsWrittenComesAfterWhatOthersStillHave() throws Exception {
        conversations.askBeforeWriting();
        isWrittenAfterWhatAMemberHas();
    }

    @Test
    void theFirstWordsInARoomComeAfterWhatItsMembersHave() throws Exception {
        isWrittenAfterWhatAMemberHas();
    }

    private void isWrittenAfterWhatAMemberHas() throws Exception {
        var world = new World(1);
        Author other = Author.of(ROOM, 1);
        World.End session = world.new End(world.node(), other.identity);
        session.laneMax = Integer.MAX_VALUE;
        session.rooms.add(ROOM.asRoom());
        conversations.firstMeetings().joined(session, ROOM.asRoom());
        conversations.joined(session, ROOM.asRoom());
        var written = CompletableFuture.supplyAsync(() -> say(ROOM, "said now"));
        Entry old = other.write(500, EntryKind.TEXT, new EntryText("said before").toBody());
        receive(session, new HaveFrame(ROOM, false,
                List.of(new HaveFrame.Row(other.identity.publicKey(), 1, 1, 1, old.hash(), 1))).encode());
        assertFalse(written.isDone());
        Frame want = session.all.stream().filter(frame -> frame.type() == FrameType.WANT).toList().getLast();
        receive(session, new EntriesFrame(WantFrame.decode(want.body()).request(), ROOM, List.of(old)).encode());
        assertEquals(501, written.get().header().lamport());
    }

    /// Returns when the frame was worked off.
    private void receive(World.End session, Frame frame) throws Exception {
        var done = new CompletableFuture<Boolean>();
        conversations.take(new ReceivedFrame(session, frame, () -> done.complete(true), done::completeExceptionally));
        done.get();
    }

    @Test
    void m4_afterALostHistoryNobodyWaitsLongWhereNobodyIsThere() {
        conversations.askBeforeWriting();
        assertEquals(1, say(ROOM, "alone").header().lamport());
    }
}
