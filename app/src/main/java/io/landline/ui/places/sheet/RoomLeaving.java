package io.landline.ui.places.sheet;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Rooms.WayBack;
import io.landline.ui.page.Notices.Remedy;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;

/// Leaves rooms, and offers to take it back; the user was asked before. Confined to the JavaFX thread.
public final class RoomLeaving {
    private final PageContext context;
    private final Texts texts;
    private final Runnable changed;

    /// @param changed told when a room was left or is there again
    public RoomLeaving(PageContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
        texts = context.texts(RoomLeaving.class);
    }

    public void leave(Conversation room) {
        leave(room.key(), PeerText.title(room.title(), true), room.kind() == Kind.OPEN_ROOM);
    }

    /// @param name safe to show
    /// @param isOpen whether it has no words
    public void leave(String key, String name, boolean isOpen) {
        context.background().run(() -> context.node().rooms().leave(key), back -> {
            changed.run();
            context.notices()
                    .done(texts.format(isOpen ? "left.told-open" : "left.told", name),
                            new Remedy(texts.get("left.undo"), () -> takeBack(back, name)));
        }, this::say);
    }

    private void takeBack(WayBack back, String name) {
        context.background().run(back::take, _ -> {
            changed.run();
            context.notices().done(texts.format("left.back", name));
        }, this::say);
    }

    private void say(Exception why) {
        context.notices().problem(ErrorMessages.sentence(context.language(), why));
    }
}
