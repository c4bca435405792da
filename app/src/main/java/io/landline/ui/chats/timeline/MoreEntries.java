package io.landline.ui.chats.timeline;

import io.landline.node.port.Chats;
import io.landline.ui.fx.Background;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// More of the open conversation, where a person scrolls near the first or the last entry that is held: one page at a
/// time. Confined to the JavaFX thread.
final class MoreEntries {
    private enum Loading { NOTHING, OLDER, NEWER }

    private final Background background;
    private final Chats chats;
    private final String key;
    private final Supplier<@Nullable HeldEntries> held;
    private final Consumer<HeldEntries> loaded;
    private final Consumer<Exception> failed;
    private Loading loading = Loading.NOTHING;
    private boolean closed;

    /// @param held what is held now
    /// @param loaded gets it with a page more
    /// @param failed gets the reason where a page cannot be loaded
    MoreEntries(Background background, Chats chats, String key, Supplier<@Nullable HeldEntries> held,
            Consumer<HeldEntries> loaded, Consumer<Exception> failed) {
        this.background = background;
        this.chats = chats;
        this.key = key;
        this.held = held;
        this.loaded = loaded;
        this.failed = failed;
    }

    /// The row near the start came into sight.
    void needOlder() {
        HeldEntries now = held.get();
        if (now == null || now.reachesStart() || loading != Loading.NOTHING) return;
        load(Loading.OLDER, now);
    }

    /// The row near the end came into sight.
    void needNewer() {
        HeldEntries now = held.get();
        if (now == null || now.reachesEnd() || loading != Loading.NOTHING) return;
        load(Loading.NEWER, now);
    }

    private void load(Loading what, HeldEntries before) {
        loading = what;
        background.run(() -> what == Loading.OLDER ? before.older(chats, key) : before.newer(chats, key), after -> {
            loading = Loading.NOTHING;
            if (closed) return;
            if (held.get() == before) {
                loaded.accept(after);
            } else if (what == Loading.OLDER) {
                // something else was loaded meanwhile, and the place in sight still wants more
                needOlder();
            } else {
                needNewer();
            }
        }, failed);
    }

    /// The conversation could not be read: who scrolls on asks anew.
    void giveUp() {
        loading = Loading.NOTHING;
    }

    /// What is still loaded is dropped.
    void close() {
        closed = true;
    }
}
