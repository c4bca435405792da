package io.landline.ui.places.sheet;

import io.landline.language.Texts;
import io.landline.peer.Fingerprint;
import io.landline.ui.page.Notices.Remedy;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.PersonSubject;
import io.landline.ui.text.ErrorMessages;

/// Blocks people, and offers to take it back. Confined to the JavaFX thread.
public final class Blocking {
    private final PageContext context;
    private final Texts texts;
    private final Runnable changed;

    /// @param changed told when somebody was blocked or is no longer
    public Blocking(PageContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
        texts = context.texts(Blocking.class);
    }

    /// @param name safe to show
    public void block(Fingerprint peer, String name) {
        set(peer, true, () -> blocked(peer, name));
    }

    public void unblock(Fingerprint peer, String name) {
        set(peer, false, () -> context.notices().done(texts.format("unblocked.told", name)));
    }

    /// Somebody was blocked: says so, with the way back.
    public void blocked(Fingerprint peer, String name) {
        context.notices().over(new PersonSubject(peer));
        context.notices()
                .done(texts.format("blocked.told", name),
                        new Remedy(texts.get("blocked.undo"), () -> unblock(peer, name)));
    }

    private void set(Fingerprint peer, boolean blocked, Runnable then) {
        context.background().run(() -> {
            context.node().contacts().setBlocked(peer, blocked);
            return peer;
        }, _ -> {
            changed.run();
            then.run();
        }, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }
}
