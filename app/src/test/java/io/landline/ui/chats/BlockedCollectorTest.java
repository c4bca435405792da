package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.PersonStatus;
import io.landline.chat.act.HandInBox;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.ui.page.TestedScreen;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The card of a hand-in box in a room, while its collector is blocked and is no longer.
class BlockedCollectorTest extends OpenRoom {
    @Override
    void say(FakeChats said) {
        said.put(ShownChats.OPEN, new BoxItem(said.text(ShownChats.OPEN, 1, Fixture.MAX, "").head(),
                new HandInBox("Essay", FakeChats.START.plusSeconds(90_000), "", 20_000_000, true), false));
    }

    private void isBlocked(boolean now) {
        TestedScreen.onFx(() -> {
            Set<Trait> traits = EnumSet.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER);
            if (now) traits.add(Trait.BLOCKED);
            chats.fixture().roster.contacts.removeIf(each -> each.peer().equals(Fixture.MAX));
            chats.fixture().roster.contacts.add(new Contact(Fixture.MAX, "Max", traits, List.of("#class"), List.of(),
                    List.of(), List.of(), PersonStatus.NONE));
            chats.fixture().chats.changed(Fixture.MAX.hex());
        });
        chats.settle();
    }

    private long buttons() {
        return TestedScreen.onFx(
                () -> chats.page().view().lookupAll("#box-hand-in").stream().filter(each -> each.isVisible()).count());
    }

    @Test
    void nothingCanBeHandedInAsLongAsTheCollectorIsBlocked() {
        assertEquals(1, buttons());
        isBlocked(true);
        assertEquals(0, buttons());
        isBlocked(false);
        assertEquals(1, buttons());
    }
}
