package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.NameCard;
import io.landline.chat.frame.NameCardsFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two who have two rooms in common leave the one in which somebody wrote. Their session goes on with the other room.
class NamesAfterLeavingTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final RoomId OTHER = RoomId.of(new byte[]{9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(3);

    private final World world = new World(1);
    private final World.Node ben = world.node();
    private final World.Node carl = world.node();
    private final Author ada = Author.of(CONVERSATION, 7);

    private void rename(World.End adas, String name, int millis) throws MalformedFrameException {
        NameCard card = NameCard.signed(ada.identity, new PeerName(name), world.clock.toEpochMilli() + millis);
        adas.receive(new NameCardsFrame(List.of(card)).encode());
        world.settle(SOON);
    }

    private static List<String> told(World.End end) throws MalformedFrameException {
        var names = new ArrayList<String>();
        for (Frame frame : end.all) {
            if (frame.type() != FrameType.NAME_CARDS) continue;
            NameCardsFrame.decode(frame.body()).cards().forEach(card -> names.add(card.name().value()));
        }
        return names;
    }

    private static void leave(World.End end) {
        end.rooms.remove(ROOM);
        end.owner.core.left(end, ROOM);
    }

    @Test
    void newNamesOfAuthorsOfTheRoomThatWasLeftAreNotTold() throws MalformedFrameException {
        var run = ada.texts(2);
        for (World.Node each : List.of(ben, carl)) {
            each.stores.entries().add(run, run.getLast().header().lamport(), Durability.BATCHED);
        }
        World.End adas = world.scripted(ben, ada.identity, ROOM);
        World.End end = world.connect(ben, carl, ROOM, OTHER);
        rename(adas, "Ada", 0);
        rename(adas, "Adele", 1);
        assertEquals(List.of("Ada", "Adele"), told(end));
        leave(end);
        leave(end.otherEnd);
        rename(adas, "Adelaide", 2);
        assertEquals(List.of("Ada", "Adele"), told(end));
    }
}
