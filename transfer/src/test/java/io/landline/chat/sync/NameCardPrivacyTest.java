package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.NameCard;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.NameCardsFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ben knows Ada from a room with a key. Somebody who shares only an open room with Ben asks for her card.
class NameCardPrivacyTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final RoomId OPEN = RoomId.of(new byte[]{9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    private final World world = new World(1);
    private final World.Node ben = world.node();
    private final Author ada = Author.of(ConversationId.of(ROOM), 7);
    private final long now = world.clock.toEpochMilli();
    private World.End adas;
    private World.End curious;

    @BeforeEach
    void meet() throws MalformedFrameException {
        ben.stores.entries().add(ada.texts(1), 1, Durability.BATCHED);
        adas = world.scripted(ben, ada.identity, ROOM);
        adas.receive(card("Ada", now - 9));
        world.openRooms.add(OPEN);
        curious = world.scripted(ben, Identity.generate(), OPEN);
    }

    private Frame card(String name, long millis) {
        return new NameCardsFrame(List.of(NameCard.signed(ada.identity, new PeerName(name), millis))).encode();
    }

    private void tellsNothing() {
        ben.tick(world.uptime.plus(NameCards.LOOKS_APART));
        assertEquals(List.of(), curious.all.stream().filter(each -> each.type() == FrameType.NAME_CARDS).toList());
    }

    @Test
    void h39_whoNamesALogThatIsNotHereIsNotToldWhatItsAuthorIsCalled() throws MalformedFrameException {
        var row = new HaveFrame.Row(ada.identity.publicKey(), ada.log, 1, 1, new byte[32], 1);
        curious.receive(new HaveFrame(ConversationId.of(OPEN), false, List.of(row)).encode());
        tellsNothing();
    }

    @Test
    void h39_whoBringsTheCardOfAnAuthorOfAnotherRoomHearsOfNoNewerOne() throws MalformedFrameException {
        curious.receive(card("Ada", now - 9));
        adas.receive(card("Adele", now - 8));
        tellsNothing();
    }
}
