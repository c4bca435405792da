package io.landline.ui.chats.menu;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.sheet.LeaveQuestion;
import io.landline.ui.places.sheet.RoomLeaving;
import io.landline.ui.places.shelf.ShelvesSheet;
import io.landline.ui.text.PeerText;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/// What can be done with a room: the sheet, and leaving, which is asked beside the row or the button that the menu came
/// from. JavaFX thread.
final class RoomMenu {
    private final PageContext context;
    private final Texts texts;
    private final RoomLeaving leaving;

    /// @param left told when a room was left
    RoomMenu(ChatsContext context, Runnable left) {
        this.context = context.page();
        texts = context.texts();
        leaving = new RoomLeaving(this.context, left);
    }

    MenuItem about(Conversation room) {
        return ConversationMenu.item("about-room", texts.format("menu.about", PeerText.title(room.title(), true)),
                () -> context.navigation().room(room.key()));
    }

    /// The folders that are open to it, and the way to open one.
    MenuItem shelves(Conversation room) {
        return ConversationMenu.item("room-shelves", texts.get("menu.shelves"),
                () -> context.navigation().sheet(close -> new ShelvesSheet(context, room.key(), close)));
    }

    /// @param owner is what the menu belongs to: the question stands beside it
    MenuItem leave(Conversation room, Node owner) {
        return ConversationMenu.item("leave-room", texts.get("room.leave"),
                () -> new LeaveQuestion(context, room, () -> leaving.leave(room)).showAt(owner));
    }
}
