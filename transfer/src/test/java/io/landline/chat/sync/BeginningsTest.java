package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.frame.EntriesFrame;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.ReceivedFrame;
import io.landline.testing.Patience;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Very many members begin at once, each at an address of its own, while a member who is here says something.
@Timeout(Patience.SECONDS)
class BeginningsTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[16]));
    private static final int MANY = 200;

    private final World world = new World(1);
    private final Author friend = Author.of(ROOM, 1);
    private final List<World.End> newcomers = new ArrayList<>();
    private int greetedBefore = -1;

    private World.End member(Identity of, int address) throws Exception {
        World.End session = world.new End(world.node(), of);
        session.at = new Endpoint(InetAddress.getByAddress(new byte[]{10, 0, (byte) (address >> 8), (byte) address}),
                5_263);
        session.laneMax = Integer.MAX_VALUE;
        session.rooms.add(ROOM.asRoom());
        return session;
    }

    private long greeted() {
        return newcomers.stream().filter(each -> !each.all.isEmpty()).count();
    }

    @Test
    void h38_membersWhoBeginAtManyAddressesTakeNoTurnsOfOneWhoIsHere() throws Exception {
        ChatStores stores = InMemoryStores.create();
        Entry word = friend.text("a word");
        var listener = new ConversationListener() {
            @Override
            public void stored(Entry entry, EntrySource source) {
                if (entry.equals(word)) greetedBefore = (int) greeted();
            }
        };
        try (var conversations = Conversations.open(Identity.generate(), stores, EqualRooms.KEYED,
                _ -> Standing.MEMBER, listener, InstantSource.system())) {
            World.End here = member(friend.identity, 1);
            conversations.joined(here, ROOM.asRoom());
            conversations.read(ROOM);
            var busy = new CountDownLatch(1);
            conversations.appendLater(ROOM, EntryKind.TEXT, new EntryText("busy").toBody(), _ -> Patience.await(busy));
            for (int i = 0; i < MANY; i++) {
                World.End newcomer = member(Identity.generate(), 2 + i);
                newcomers.add(newcomer);
                conversations.joined(newcomer, ROOM.asRoom());
            }
            var done = new CountDownLatch(1);
            conversations.take(new ReceivedFrame(here,
                    new EntriesFrame(EntriesFrame.UNASKED, ROOM, List.of(word)).encode(), done::countDown, _ -> {}));
            busy.countDown();
            done.await();
            assertTrue(greetedBefore >= 0, "it was stored");
            assertTrue(greetedBefore < MANY / 2, greetedBefore + " newcomers went first");
            while (greeted() < MANY) conversations.read(ROOM); // its end would leave out what takes more than a second
        }
        assertEquals(MANY, greeted(), "and each has its turn");
    }
}
