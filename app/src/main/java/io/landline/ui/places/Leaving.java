package io.landline.ui.places;

import io.landline.node.port.Chats.Conversation;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;

/// Leaves rooms; the user was asked before. Confined to the JavaFX thread.
public final class Leaving {
    private final PageContext context;
    private final Texts texts;
    private final Runnable left;

    /// @param left told when a room was left
    public Leaving(PageContext context, Runnable left) {
        this.context = context;
        this.left = left;
        texts = context.texts(Leaving.class);
    }

    public void leave(Conversation room) {
        context.background().run(() -> {
            context.node().rooms().leave(room.key());
            return room;
        }, _ -> {
            left.run();
            context.notices().done(texts.format("left.told", PeerText.person(room.title())));
        }, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }
}
