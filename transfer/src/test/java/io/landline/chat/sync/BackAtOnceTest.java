package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.ConversationListener;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.PersonStatus;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.StatusFrame;
import io.landline.chat.frame.TypingFrame;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
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
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Somebody who wrote much is back at once, while the conversations are busy.
@Timeout(Patience.SECONDS)
class BackAtOnceTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[16]));
    private static final PersonStatus AWAY = new PersonStatus(PersonStatus.State.AWAY, "", false);
    private static final List<PersonStatus> EXPECTED = List.of(AWAY, PersonStatus.NONE, AWAY);
    /// None can be worked off together with the next.
    private static final int WRITTEN = 40;

    private final World world = new World(1);
    private final Author friend = Author.of(ROOM, 1);
    private final List<PersonStatus> told = new ArrayList<>();
    private final CountDownLatch allTold = new CountDownLatch(EXPECTED.size());

    private World.End session() {
        World.End session = world.new End(world.node(), friend.identity);
        session.laneMax = Integer.MAX_VALUE;
        session.rooms.add(ROOM.asRoom());
        return session;
    }

    private static void take(Conversations conversations, World.End session, Frame frame) {
        conversations.take(new ReceivedFrame(session, frame, () -> {}, _ -> {}));
    }

    @Test
    void whatTheNextSessionSaysCountsThoughTheEndOfTheOneBeforeStillWaits() {
        var listener = new ConversationListener() {
            @Override
            public void status(Fingerprint person, PersonStatus status) {
                told.add(status);
                allTold.countDown();
            }
        };
        var busy = new CountDownLatch(1);
        try (var conversations = Conversations.open(Identity.generate(), InMemoryStores.create(), EqualRooms.KEYED,
                _ -> Standing.MEMBER, listener, InstantSource.system())) {
            World.End before = session();
            conversations.joined(before, ROOM.asRoom());
            conversations.read(ROOM);
            conversations.appendLater(ROOM, EntryKind.TEXT, new EntryText("busy").toBody(), _ -> Patience.await(busy));
            take(conversations, before, new StatusFrame(AWAY).encode());
            for (int i = 0; i < WRITTEN; i++) {
                take(conversations, before,
                        new EntriesFrame(EntriesFrame.UNASKED, ROOM, List.of(friend.text("text " + i))).encode());
                take(conversations, before, new TypingFrame(ROOM).encode());
            }
            conversations.closed(before, EndReason.SILENT);
            World.End next = session();
            conversations.joined(next, ROOM.asRoom());
            take(conversations, next, new StatusFrame(AWAY).encode());
            busy.countDown();
            Patience.await(allTold); // what waits at the end has no more than a second
        }
        assertEquals(EXPECTED, told);
    }
}
