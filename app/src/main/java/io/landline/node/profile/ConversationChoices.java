package io.landline.node.profile;

import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Choices;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.choices.ChoicesAtOnce;
import io.landline.storage.choices.SqliteArchived;
import io.landline.storage.choices.SqliteMarks;
import io.landline.storage.choices.SqliteMarks.Mark;
import io.landline.storage.choices.SqliteMutes;
import io.landline.storage.choices.SqliteRoomNames;
import io.landline.storage.database.Database;
import io.landline.storage.database.StorageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the user chose for conversations, in the database. Keeps nothing of its own. Any thread; each call waits for
/// the disk, and throws a [StorageException].
public final class ConversationChoices {
    private final Database database;
    private final SqliteMutes mutes;
    private final SqliteMarks onTop;
    private final SqliteArchived archived;
    private final SqliteRoomNames names;
    private final SqliteMarks unread;
    private final InstantSource clock;

    ConversationChoices(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        mutes = new SqliteMutes(database);
        onTop = new SqliteMarks(database, Mark.ON_TOP);
        archived = new SqliteArchived(database);
        names = new SqliteRoomNames(database);
        unread = new SqliteMarks(database, Mark.UNREAD);
    }

    /// As it is at one moment.
    public record Now(ChoicesAtOnce all) {
        /// Of rooms, the user's own.
        public Map<ConversationId, String> names() {
            return all.names();
        }

        /// @param cameAs of what is newest there
        public Choices of(ConversationId conversation, long cameAs) {
            var choices = EnumSet.noneOf(Choice.class);
            if (all.muted().all().contains(conversation)) choices.add(Choice.MUTED);
            if (all.muted().butMentions().contains(conversation)) choices.add(Choice.MENTIONS_ONLY);
            if (all.onTop().contains(conversation)) choices.add(Choice.ON_TOP);
            if (all.archived().containsKey(conversation) && !comesBack(conversation, cameAs)) {
                choices.add(Choice.ARCHIVED);
            }
            if (all.unread().contains(conversation)) choices.add(Choice.UNREAD);
            return new Choices(choices, all.muted().until().get(conversation));
        }

        /// Whether something newer brings it back into the list. A muted one stays where it is.
        public boolean comesBack(ConversationId conversation, long cameAs) {
            Long before = all.archived().get(conversation);
            return before != null && cameAs > before && !all.muted().all().contains(conversation);
        }
    }

    public Now now() {
        return new Now(ChoicesAtOnce.read(database, clock.instant()));
    }

    /// @param peer of a direct one the other; null for a room's
    /// @param length null: until it is taken back
    public void mute(ConversationId conversation, @Nullable Fingerprint peer, @Nullable Duration length) {
        mutes.mute(conversation, peer, length == null ? null : clock.instant().plus(length));
    }

    /// @param peer of a direct one the other; null for a room's
    public void muteButMentions(ConversationId conversation, @Nullable Fingerprint peer) {
        mutes.muteButMentions(conversation, peer);
    }

    public void unmute(ConversationId conversation) {
        mutes.unmute(conversation);
    }

    /// @param peer of a direct one the other; null for a room's
    public void setOnTop(ConversationId conversation, @Nullable Fingerprint peer, boolean kept) {
        if (kept) {
            onTop.put(conversation, peer);
        } else {
            onTop.clear(conversation);
        }
    }

    /// @param peer of a direct one the other; null for a room's
    public void setArchived(ConversationId conversation, @Nullable Fingerprint peer, boolean now) {
        if (now) {
            archived.archive(conversation, peer);
        } else {
            archived.release(conversation);
        }
    }

    /// Back in the list for good, for something that came here. What the user archived again meanwhile stays archived.
    ///
    /// @param cameAs of what came
    public void bringBack(ConversationId conversation, long cameAs) {
        archived.release(conversation, cameAs);
    }

    public Map<ConversationId, String> names() {
        return names.all();
    }

    /// @param name null: none of the user's own
    public void name(ConversationId room, @Nullable String name) {
        if (name == null) {
            names.release(room);
        } else {
            names.name(room, name);
        }
    }

    /// @param peer of a direct one the other; null for a room's
    public void setUnread(ConversationId conversation, @Nullable Fingerprint peer, boolean marked) {
        if (marked) {
            unread.put(conversation, peer);
        } else {
            unread.clear(conversation);
        }
    }
}
