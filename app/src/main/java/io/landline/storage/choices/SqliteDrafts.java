package io.landline.storage.choices;

import io.landline.chat.KeptDraft;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was being written and was not sent, one draft a conversation. Nothing of it ever leaves this node. A room's
/// draft goes with the room. Any thread; each call waits for the database, and throws a [StorageException].
public final class SqliteDrafts {
    /// Drafts kept; the one that was changed longest ago goes first. A person hardly has that many conversations.
    public static final int DRAFTS_MAX = 200;
    /// Of a longer draft the beginning is kept: this is a book of 100 pages, and a message has at most 16 KiB.
    public static final int CHARACTERS_MAX = 256 * 1024;

    private static final String DELETED = "SELECT 1 FROM entry WHERE substr(hash, 1, 8)=substr(?, 1, 8)"
            + " AND substr(hash, 1, 16)=? AND body IS NULL";

    private final Database database;

    /// @param peer of a direct conversation the other; null for a room's
    public record Draft(ConversationId conversation, @Nullable Fingerprint peer, KeptDraft kept) {}

    public SqliteDrafts(Database database) { this.database = database; }

    /// All drafts, the one that was changed last first.
    public List<Draft> all() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT conversation, peer, text, target, change FROM draft ORDER BY id DESC")) {
                return Rows.all(sql, row -> {
                    byte[] peer = row.getBytes(2);
                    byte[] target = row.getBytes(4);
                    return new Draft(ConversationId.of(row.getBytes(1)), peer == null ? null : Fingerprint.of(peer),
                            new KeptDraft(row.getString(3),
                                    target == null
                                            ? null
                                            : new KeptDraft.Change(EntryId.of(target), row.getString(5))));
                });
            }
        });
    }

    /// Keeps what is being written in a conversation; an empty one takes it away.
    public void keep(Draft draft) {
        database.write(Durability.BATCHED, connection -> {
            ChoiceTables.delete(connection, "draft", draft.conversation().bytes());
            KeptDraft kept = withoutDeleted(connection, draft.kept());
            if (!kept.isEmpty()) insert(connection, draft.conversation(), draft.peer(), kept);
            return true;
        });
    }

    /// The own message that is being changed is deleted, and what it said goes with it. What was being written beside
    /// that stays. Part of the caller's transaction.
    public static void forgetChange(Connection connection, EntryId deleted) throws SQLException {
        int forgotten = Rows.update(connection, "UPDATE draft SET target=NULL, change=NULL WHERE target=?",
                (Object) deleted.bytes());
        if (forgotten > 0) Rows.update(connection, "DELETE FROM draft WHERE text='' AND target IS NULL");
    }

    /// A window may tell of a change that was begun before the message was deleted.
    private static KeptDraft withoutDeleted(Connection connection, KeptDraft draft) throws SQLException {
        if (draft.change() == null) return draft;
        byte[] target = draft.change().target().bytes();
        try (PreparedStatement sql = connection.prepareStatement(DELETED)) {
            sql.setBytes(1, target);
            sql.setBytes(2, target);
            return Rows.first(sql, row -> true) == null ? draft : KeptDraft.of(draft.text());
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), CHARACTERS_MAX));
    }

    private static void insert(Connection connection, ConversationId conversation, @Nullable Fingerprint peer,
            KeptDraft kept) throws SQLException {
        KeptDraft.Change change = kept.change();
        try (PreparedStatement sql = connection
                .prepareStatement(
                        "INSERT INTO draft (conversation, peer, text, target, change) VALUES (?, ?, ?, ?, ?)")) {
            sql.setBytes(1, conversation.bytes());
            sql.setBytes(2, peer == null ? null : peer.bytes());
            sql.setString(3, cut(kept.text()));
            sql.setBytes(4, change == null ? null : change.target().bytes());
            sql.setString(5, change == null ? null : cut(change.text()));
            sql.executeUpdate();
        }
        try (PreparedStatement sql = connection.prepareStatement(
                "DELETE FROM draft WHERE id NOT IN (SELECT id FROM draft ORDER BY id DESC LIMIT ?)")) {
            sql.setInt(1, DRAFTS_MAX);
            sql.executeUpdate();
        }
    }
}
