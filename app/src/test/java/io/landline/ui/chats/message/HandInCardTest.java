package io.landline.ui.chats.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Collect;
import io.landline.node.port.BoxItem;
import io.landline.node.port.Chats.Delivery;
import io.landline.node.port.Chats.Head;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Reason;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.page.TestedScreen;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a member is told of files that are handed in by the card.
class HandInCardTest {
    private final Fixture fixture = new Fixture();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private String said(@Nullable CommandException refusal) {
        fixture.transfers.handIns.refusal = refusal;
        TestedScreen.onFx(() -> {
            var card = new HandInCard(fixture.chatsContext(FakeChats.START));
            card.show(new BoxItem(
                    new Head(new TimelinePosition(1, Fixture.MAX, 1, 1), new EntryId(0, 1), Fixture.MAX, "Max", false,
                            FakeChats.START, Delivery.NOWHERE, List.of(), false),
                    new Collect("Essay", FakeChats.START.plusSeconds(60), "*.pdf", 1_000, true), false));
            card.handIn(List.of(Path.of("essay.txt")));
        });
        return fixture.window.told.getLast().replaceAll("\\p{Cf}", "");
    }

    @Test
    void wrongNamesAreToldWithThoseThatAreWanted() {
        assertEquals("problem: This box takes files such as *.pdf, and no folders. Nothing was handed in.",
                said(new CommandException(Code.NOT_POSSIBLE, Reason.BOX_NAMES, "of the node")));
    }

    @Test
    void anotherRefusalIsToldByItsReason() {
        assertEquals("problem: You have blocked the person who collects here. Nothing was handed in.",
                said(new CommandException(Code.NOT_POSSIBLE, Reason.BOX_COLLECTOR_BLOCKED, "of the node")));
    }

    @Test
    void whatTheNodeTakesIsHandedIn() {
        String said = said(null);
        assertEquals(List.of("hand in essay.txt"), fixture.transfers.handIns.done);
        assertEquals("done: ", said.substring(0, 6));
    }
}
