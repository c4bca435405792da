package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Direction;
import io.landline.ui.page.Drop;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.transfers.TransferCard;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// Files are added to an own offer that stands in the open conversation.
class AddedToOfferTest extends OpenRoom {
    private static final List<Path> MORE = List.of(Path.of("/home/me/more.pdf"));

    @Override
    void say(FakeChats said) {
        said.put(ShownChats.OPEN, new TimelineItem.Offer(said.text(ShownChats.OPEN, 1, Fixture.SELF, "").head(), "01",
                List.of("homework.pdf"), 1, 1_000_000));
    }

    private void stands() {
        TestedScreen.onFx(() -> {
            offered("01");
            chats.fixture().publish(new NodeEvent.SessionOpened(Fixture.MAX, "Max", "127.0.0.1:1"));
        });
        chats.settle();
    }

    private void offered(String id) {
        chats.fixture().transfers.all.add(PlainRecords.transfer(new Ids(id, "t" + id, ShownChats.OPEN),
                Direction.OUT, new Other(Fixture.MAX, "Max"), new Content(List.of("homework.pdf"), 1, 1_000_000),
                new Progress(TransferState.OFFERED, 0, null, false), FakeChats.START, List.of()));
    }

    private TransferCard card() {
        return chats.screen().all(TransferCard.class).getFirst();
    }

    private Node button() {
        return TestedScreen.onFx(() -> card().lookup(".transfers-card-add"));
    }

    @Test
    void whatIsDroppedOnItsCardIsOfferedInTheConversationAtOnce() {
        stands();
        assertTrue(TestedScreen.onFx(() -> Drop.over(card(), MORE)));
        assertFalse(TestedScreen.onFx(() -> chats.page().view().lookup("#drop-here").isVisible()),
                "the card takes it, not the conversation");
        assertTrue(TestedScreen.onFx(() -> Drop.files(card(), MORE)));
        chats.settle();
        assertEquals(List.of(ShownChats.OPEN + " " + MORE), chats.fixture().chats.offered);
        assertNotNull(button());
    }

    /// It would not go into the box.
    @Test
    void nothingIsAddedToWhatIsHandedIn() {
        stands();
        TestedScreen.onFx(() -> {
            offered("02");
            chats.said()
                    .put(ShownChats.OPEN,
                            new TimelineItem.Offer(chats.said().text(ShownChats.OPEN, 2, Fixture.SELF, "").head(), "02",
                                    List.of("homework.pdf"), 1, 1_000_000, 0, false, true));
            chats.said().changed(ShownChats.OPEN);
        });
        chats.settle();
        assertEquals(2, chats.screen().all(TransferCard.class).size());
        assertEquals(1, chats.screen()
                .all(TransferCard.class)
                .stream()
                .filter(each -> TestedScreen.onFx(() -> each.lookup(".transfers-card-add")) != null)
                .count());
    }

    @Test
    void nothingIsAddedInARoomThatWasLeft() {
        stands();
        assertNotNull(button());
        chats.said().conversations.removeIf(each -> each.key().equals(ShownChats.OPEN));
        TestedScreen.onFx(() -> chats.fixture().publish(new NodeEvent.Joined(Fixture.MAX, "Max", ShownChats.OPEN)));
        chats.settle();
        assertNull(button());
    }
}
