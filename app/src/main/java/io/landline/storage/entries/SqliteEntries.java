package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.TimelineSql;
import io.landline.storage.entries.LogRows.StoredLog;
import io.landline.storage.search.TimelineSearch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Entries in SQLite: questions here, changes of logs in [EntryWriter]. Any thread.
public final class SqliteEntries implements EntryStore {
    private final ChatDatabase access;
    private final OverwriteAllowance allowance = new OverwriteAllowance();
    private final ProofSweep proofs = new ProofSweep();
    private final BegunRooms begun = new BegunRooms();

    public SqliteEntries(Database database) { access = new ChatDatabase(database); }

    @Override
    public List<LogState> logs(ConversationId conversation) {
        return access.read(connection -> new LogRows(connection).all(conversation));
    }

    @Override
    public @Nullable LogState log(LogKey key) {
        return access.<@Nullable LogState>read(connection -> {
            StoredLog stored = new LogRows(connection).find(key);
            return stored == null ? null : stored.state();
        });
    }

    @Override
    public Held held(LogKey key) {
        return access.read(connection -> new LogRows(connection).held(key));
    }

    @Override
    public Map<LogKey, LogState> logs(ConversationId conversation, Collection<LogKey> wanted) {
        return access.read(connection -> new LogRows(connection).of(wanted));
    }

    @Override
    public int logCount(ConversationId conversation) {
        return access.read(connection -> new LogRows(connection).count(conversation));
    }

    @Override
    public int logCount(ConversationId conversation, Fingerprint author) {
        return access.read(connection -> new LogRows(connection).count(conversation, author));
    }

    @Override
    public byte @Nullable [] authorKey(Fingerprint author) {
        return access.<byte @Nullable []>read(connection -> new LogRows(connection).authorKey(author));
    }

    @Override
    public List<LogKey> newestLogs(ConversationId conversation) {
        return access.read(connection -> new LogRows(connection).newestFirst(conversation));
    }

    @Override
    public boolean drop(LogKey log) {
        return access.write(Durability.BATCHED, connection -> {
            boolean isLeft = writer(connection).drop(log);
            DirectPeers.forgetWhereEmpty(connection, log.conversation());
            return isLeft;
        });
    }

    @Override
    public List<LogKey> dropped() {
        return access.read(DroppedLogRows::all);
    }

    @Override
    public void forgetDropped(Fingerprint author) {
        access.write(Durability.BATCHED, connection -> DroppedLogRows.forget(connection, author));
    }

    @Override
    public void add(List<Entry> run, long clock, Durability durability) {
        change(durability, writer -> {
            writer.add(run, clock);
            return true;
        });
    }

    @Override
    public List<Entry> append(ConversationId conversation, Fingerprint me, @Nullable Fingerprint directPeer,
            Function<OwnLog, List<Entry>> next) {
        return change(Durability.FULL, writer -> writer.append(conversation, me, directPeer, next));
    }

    private EntryWriter writer(Connection connection) {
        return new EntryWriter(connection, allowance, begun);
    }

    private interface Change<T> {
        T make(EntryWriter writer) throws SQLException;
    }

    /// What an entry erased is erased from the file too, soon after.
    private <T> T change(Durability durability, Change<T> change) {
        record Changed<T>(T outcome, boolean hasErased) {}
        Changed<T> changed = access.write(durability, connection -> {
            var writer = writer(connection);
            T outcome = change.make(writer);
            if (writer.hasErased()) access.eraseCopies();
            return new Changed<>(outcome, writer.hasErased());
        });
        if (changed.hasErased()) access.scrub();
        return changed.outcome();
    }

    @Override
    public void erase(Entry deleted) {
        change(Durability.BATCHED, writer -> {
            writer.erase(deleted);
            return true;
        });
    }

    @Override
    public void rewrite(LogKey lost, long fromNumber, List<Entry> rewritten, long clock, @Nullable Fork fork) {
        change(Durability.FULL, writer -> {
            writer.cut(lost, fromNumber);
            if (!rewritten.isEmpty()) writer.add(rewritten, clock);
            if (fork != null) writer.markForked(fork);
            return true;
        });
    }

    @Override
    public void cutBeginning(LogKey log, long floor) {
        change(Durability.BATCHED, writer -> {
            writer.cutBeginning(log, floor);
            return true;
        });
    }

    @Override
    public boolean clearWords() {
        return change(Durability.BATCHED, writer -> writer.clearWords(proofs));
    }

    @Override
    public boolean obeyMore() {
        return begun.isLeft() && change(Durability.BATCHED, EntryWriter::obeyMore);
    }

    @Override
    public Map<LogKey, Long> floors() {
        return access.read(LogFloorRows::all);
    }

    @Override
    public List<Entry> range(LogKey log, long from, long to, boolean backwards, int sentBytesMax) {
        return access.read(connection -> {
            StoredLog stored = new LogRows(connection).find(log);
            if (stored == null) return List.of();
            try (PreparedStatement sql = connection.prepareStatement("SELECT entry.header, entry.signature, entry.body,"
                    + " deletion.header, deletion.signature, deletion.body, entry.hash FROM entry LEFT JOIN deletion ON"
                    + " deletion.id=entry.deletion WHERE log=? AND number BETWEEN ? AND ? ORDER BY number"
                    + (backwards ? " DESC" : ""))) {
                sql.setLong(1, stored.id());
                sql.setLong(2, from);
                sql.setLong(3, to);
                List<Entry> entries = Rows.entriesWithin(sql, sentBytesMax, access::metDamage);
                return backwards ? entries.reversed() : entries;
            }
        });
    }

    @Override
    public byte @Nullable [] hashAt(LogKey log, long number) {
        return access.<byte @Nullable []>read(connection -> {
            StoredLog stored = new LogRows(connection).find(log);
            if (stored == null) return null;
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT hash FROM entry WHERE log=? AND number=?")) {
                sql.setLong(1, stored.id());
                sql.setLong(2, number);
                return Rows.first(sql, row -> row.getBytes(1));
            }
        });
    }

    @Override
    public Map<LogKey, BeforeFork> beforeForks(ConversationId conversation) {
        return access.read(connection -> ForkRows.before(connection, conversation));
    }

    @Override
    public Map<LogKey, Long> recent(ConversationId conversation, int count) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "SELECT author, log_id, min(number) FROM (SELECT author, log_id, number"
                            + " FROM entry WHERE conversation=(SELECT id FROM conversation WHERE conversation=?)"
                            + TimelineSql.NEWEST_FIRST + ") GROUP BY author, log_id")) {
                sql.setBytes(1, conversation.bytes());
                sql.setInt(2, count);
                var recent = new HashMap<LogKey, Long>();
                Rows.each(sql, row -> {
                    Fingerprint author = Fingerprint.of(row.getBytes(1));
                    recent.put(new LogKey(conversation, author, ChatDatabase.logId(row.getBytes(2))), row.getLong(3));
                });
                return recent;
            }
        });
    }

    @Override
    public long clock(ConversationId conversation) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT clock FROM conversation WHERE conversation=?")) {
                sql.setBytes(1, conversation.bytes());
                Long clock = Rows.first(sql, row -> row.getLong(1));
                return clock == null ? 0L : clock;
            }
        });
    }

    @Override
    public void raiseClock(ConversationId conversation, long clock) {
        access.write(Durability.FULL, connection -> writer(connection).conversation(conversation, clock));
    }

    @Override
    public void markForked(Fork fork) {
        change(Durability.BATCHED, writer -> {
            writer.markForked(fork);
            return true;
        });
    }

    @Override
    public List<Fork> forks() {
        return access.read(ForkRows::all);
    }

    @Override
    public @Nullable Long ownLog(ConversationId conversation) {
        return access.<@Nullable Long>read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "SELECT own_log FROM conversation WHERE conversation=? AND own_log IS NOT NULL")) {
                sql.setBytes(1, conversation.bytes());
                return Rows.first(sql, row -> ChatDatabase.logId(row.getBytes(1)));
            }
        });
    }

    @Override
    public void setOwnLog(ConversationId conversation, long log) {
        access.write(Durability.FULL, connection -> {
            long row = writer(connection).conversation(conversation, 0);
            return Rows.update(connection, "UPDATE conversation SET own_log=? WHERE id=?", ChatDatabase.bytes(log),
                    row);
        });
    }

    @Override
    public List<Entry> newest(ConversationId conversation, @Nullable TimelinePosition before, int limit) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT header, signature, body FROM entry"
                    + " WHERE conversation=(SELECT id FROM conversation WHERE conversation=?)"
                    + (before == null ? "" : TimelineSql.BEFORE) + TimelineSql.NEWEST_FIRST)) {
                sql.setBytes(1, conversation.bytes());
                sql.setInt(TimelineSql.setEdge(sql, 2, before), limit);
                return Rows.all(sql, Rows::entry).reversed();
            }
        });
    }

    @Override
    public List<Entry> search(ConversationId conversation, String words, int limit) {
        return access.ask(() -> new TimelineSearch(access.database()).newest(conversation, words, null, limit));
    }

    @Override
    public List<Entry> newestOf(EntryKind kind, int limit) {
        return access.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "SELECT header, signature, body FROM entry WHERE kind=?" + special(kind)
                            + " ORDER BY id DESC LIMIT ?")) {
                sql.setInt(1, kind.number());
                sql.setInt(2, limit);
                return Rows.all(sql, Rows::entry).reversed();
            }
        });
    }

    /// The index of all kinds but texts is used where this stands in the question.
    private static String special(EntryKind kind) {
        return kind.equals(EntryKind.TEXT) ? "" : " AND kind<>1";
    }

    @Override
    public void rememberDirect(ConversationId conversation, Fingerprint peer) {
        access.write(Durability.FULL,
                connection -> Rows.update(connection, "INSERT INTO conversation (conversation, peer) VALUES (?, ?) ON"
                        + " CONFLICT (conversation) DO UPDATE SET peer=excluded.peer", conversation.bytes(),
                        peer.bytes()));
    }

    @Override
    public @Nullable Fingerprint directPeer(ConversationId conversation) {
        return access.<@Nullable Fingerprint>read(connection -> DirectPeers.of(connection, conversation));
    }

    @Override
    public SequencedSet<Fingerprint> directPeers() {
        return access.read(DirectPeers::all);
    }

    /// Where a salvage lost the other sides of direct conversations they are known again, as far as these people are.
    public void restoreDirectPeers(Fingerprint me) {
        Map<Long, Fingerprint> lost = access.read(connection -> DirectPeers.lost(connection, me));
        if (lost.isEmpty()) return;
        access.write(Durability.FULL, connection -> {
            DirectPeers.set(connection, lost);
            return true;
        });
    }
}
