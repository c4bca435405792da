package io.landline.ui.chats.composer;

import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.room.EntryId;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.Refresh;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks whether the own message that is being changed is still there: it may be deleted by a command, or be older than
/// the conversation is kept. Confined to the JavaFX thread, but for [#conversationChanged].
final class ChangedMessage implements AutoCloseable {
    private record Watched(String conversation, EntryId id) {}

    private final Chats chats;
    private final Refresh<Optional<EntryId>> refresh;
    /// Read on background threads too.
    private volatile @Nullable Watched watched;

    /// @param gone gets the message that cannot be changed any more
    ChangedMessage(Chats chats, Background background, Consumer<EntryId> gone) {
        this.chats = chats;
        refresh = new Refresh<>(background, this::look, missing -> missing.ifPresent(gone));
    }

    /// @param message null where none is being changed
    void watch(String conversation, @Nullable EntryId message) {
        watched = message == null ? null : new Watched(conversation, message);
        if (message != null) refresh.changed(); // it may be gone already
    }

    /// Any thread.
    void conversationChanged(String conversation) {
        Watched now = watched;
        if (now != null && now.conversation().equals(conversation)) refresh.changed();
    }

    private Optional<EntryId> look() throws CommandException {
        Watched now = watched;
        return now == null || chats.acts().ownText(now.id()) != null ? Optional.empty() : Optional.of(now.id());
    }

    @Override
    public void close() {
        refresh.close();
    }
}
