package io.landline.node;

import io.landline.node.port.Chats.Choice;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.SqliteMutes.Muted;
import io.landline.storage.SqliteMutes;
import io.landline.storage.SqliteOnTop;
import io.landline.storage.StorageException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the user chose for conversations, in the database. Keeps nothing of its own. Any thread; each call waits for
/// the disk, and throws a [StorageException].
final class ConversationChoices {
    private final SqliteMutes mutes;
    private final SqliteOnTop onTop;

    ConversationChoices(SqliteMutes mutes, SqliteOnTop onTop) {
        this.mutes = mutes;
        this.onTop = onTop;
    }

    /// As it is at one moment.
    record Now(Muted muted, Set<ConversationId> onTop) {
        Set<Choice> of(ConversationId conversation) {
            var choices = EnumSet.noneOf(Choice.class);
            if (muted.all().contains(conversation)) choices.add(Choice.MUTED);
            if (muted.butMentions().contains(conversation)) choices.add(Choice.MENTIONS_ONLY);
            if (onTop.contains(conversation)) choices.add(Choice.ON_TOP);
            return choices;
        }
    }

    Now at(Instant now) {
        return new Now(mutes.at(now), onTop.all());
    }

    /// @param peer of a direct one the other; null for a room's
    /// @param until null: until it is taken back
    void mute(ConversationId conversation, @Nullable Fingerprint peer, @Nullable Instant until) {
        mutes.mute(conversation, peer, until);
    }

    /// @param peer of a direct one the other; null for a room's
    void muteButMentions(ConversationId conversation, @Nullable Fingerprint peer) {
        mutes.muteButMentions(conversation, peer);
    }

    void unmute(ConversationId conversation) {
        mutes.unmute(conversation);
    }

    /// @param peer of a direct one the other; null for a room's
    void setOnTop(ConversationId conversation, @Nullable Fingerprint peer, boolean kept) {
        if (kept) {
            onTop.keep(conversation, peer);
        } else {
            onTop.release(conversation);
        }
    }
}
