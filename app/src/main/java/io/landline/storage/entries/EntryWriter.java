package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.OwnLog;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.entries.LogRows.StoredLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Changes logs, within the caller's transaction. The writer's thread only.
public final class EntryWriter {
    private final Connection connection;
    private final OverwriteAllowance allowance;
    private final BegunRooms begun;
    private boolean hasErased;

    public EntryWriter(Connection connection) { this(connection, new OverwriteAllowance(), new BegunRooms()); }

    EntryWriter(Connection connection, OverwriteAllowance allowance, BegunRooms begun) {
        this.connection = connection;
        this.allowance = allowance;
        this.begun = begun;
    }

    void add(List<Entry> run, long clock) throws SQLException {
        LogKey key = run.getFirst().log();
        add(run, conversation(key.conversation(), clock), new LogRows(connection).find(key));
    }

    /// @param stored what is held of the log; null for nothing
    private void add(List<Entry> run, long conversation, @Nullable StoredLog stored) throws SQLException {
        if (!run.stream().allMatch(Entry::isWhole)) {
            throw new IllegalArgumentException("an entry without its body");
        }
        Entry first = run.getFirst();
        Entry last = run.getLast();
        long log = stored == null ? insertLog(conversation, first, last) : stored.id();
        if (stored != null) {
            boolean newer = first.header().number() == stored.state().to() + 1
                    && Arrays.equals(first.header().previous(), stored.state().hash());
            boolean older = last.header().number() == stored.state().from() - 1
                    && Arrays.equals(last.hash(), stored.state().previous());
            if (!newer && !older) throw new IllegalArgumentException("a run that does not join its log");
            if (newer) raiseEnd(log, last);
            if (newer && stored.state().isEmpty()) lowerStart(log, first);
            if (older) lowerStart(log, first);
            clear(log, conversation, first.header().number(), last.header().number());
        }
        insertEntries(log, conversation, run);
    }

    /// Adds own entries, which `next` makes of what stands here now.
    List<Entry> append(ConversationId conversation, Fingerprint me, @Nullable Fingerprint directPeer,
            Function<OwnLog, List<Entry>> next) throws SQLException {
        OwnEnd end = ownEnd(conversation, me);
        OwnLog own = end == null ? new OwnLog(null, null, 0) : end.log();
        List<Entry> made = next.apply(own);
        LogKey log = made.getLast().log();
        long clock = made.getLast().header().lamport();
        boolean goesOn = own.id() != null && log.equals(new LogKey(conversation, me, own.id()));
        if (directPeer == null && end == null) conversation(conversation, clock);
        if (directPeer != null || !goesOn) own(conversation, log.log(), directPeer);
        if (end != null && goesOn) {
            raiseClock(end.conversation(), clock);
            add(made, end.conversation(), end.stored());
        } else {
            add(made, clock);
        }
        return made;
    }

    /// Runs before the entries are written: how they are kept depends on the peer of the conversation ([ShelfOffers]).
    private void own(ConversationId conversation, long log, @Nullable Fingerprint directPeer) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("INSERT INTO conversation (conversation, own_log, peer) VALUES (?, ?, ?) ON CONFLICT"
                        + " (conversation) DO UPDATE SET own_log=excluded.own_log,"
                        + " peer=coalesce(excluded.peer, peer)")) {
            sql.setBytes(1, conversation.bytes());
            sql.setBytes(2, ChatDatabase.bytes(log));
            sql.setBytes(3, directPeer == null ? null : directPeer.bytes());
            sql.executeUpdate();
        }
    }

    /// Where an own log ends.
    ///
    /// @param conversation its row
    /// @param stored what is held of the log
    private record OwnEnd(long conversation, OwnLog log, @Nullable StoredLog stored) {}

    private @Nullable OwnEnd ownEnd(ConversationId conversation, Fingerprint me) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT " + LogRows.COLUMNS
                + ", conversation.id, own_log, clock FROM conversation LEFT JOIN log"
                + " ON log.conversation=conversation.id AND author=? AND log=own_log"
                + " WHERE conversation.conversation=?")) {
            sql.setBytes(1, me.bytes());
            sql.setBytes(2, conversation.bytes());
            return Rows.first(sql, row -> {
                byte[] log = row.getBytes(12);
                StoredLog stored = row.getBytes(2) == null ? null : LogRows.stored(row, conversation);
                return new OwnEnd(row.getLong(11), new OwnLog(log == null ? null : ChatDatabase.logId(log),
                        stored == null ? null : stored.state(), row.getLong(13)), stored);
            });
        }
    }

    private void raiseClock(long conversation, long clock) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("UPDATE conversation SET clock=max(clock, ?) WHERE id=?")) {
            sql.setLong(1, clock);
            sql.setLong(2, conversation);
            sql.executeUpdate();
        }
    }

    /// The row of a conversation, which need not be there yet, with its clock lifted to this time.
    public long conversation(ConversationId id, long clock) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("UPDATE conversation SET clock=max(clock, ?) WHERE conversation=? RETURNING id")) {
            sql.setLong(1, clock);
            sql.setBytes(2, id.bytes());
            Long known = Rows.first(sql, row -> row.getLong(1));
            if (known != null) return known;
        }
        long made;
        try (PreparedStatement sql = connection
                .prepareStatement("INSERT INTO conversation (conversation, clock) VALUES (?, ?) RETURNING id")) {
            sql.setBytes(1, id.bytes());
            sql.setLong(2, clock);
            made = Objects.requireNonNull(Rows.first(sql, row -> row.getLong(1)), "an insert returns its row");
        }
        begun.begins(acts(made), id);
        return made;
    }

    public long insertLog(long conversation, Entry first, Entry last) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO log (conversation, author, author_key, log, number_from,"
                        + " number_to, hash, previous, lamport_from, lamport_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " RETURNING id")) {
            sql.setLong(1, conversation);
            sql.setBytes(2, first.author().bytes());
            sql.setBytes(3, first.header().authorKey());
            sql.setBytes(4, ChatDatabase.bytes(first.header().log()));
            sql.setLong(5, first.header().number());
            sql.setLong(6, last.header().number());
            sql.setBytes(7, last.hash());
            sql.setBytes(8, first.header().previous());
            sql.setLong(9, first.header().lamport());
            sql.setLong(10, last.header().lamport());
            return Objects.requireNonNull(Rows.first(sql, row -> row.getLong(1)), "an insert returns its row");
        }
    }

    public void raiseEnd(long log, Entry last) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("UPDATE log SET number_to=?, hash=?, lamport_to=? WHERE id=?")) {
            sql.setLong(1, last.header().number());
            sql.setBytes(2, last.hash());
            sql.setLong(3, last.header().lamport());
            sql.setLong(4, log);
            sql.executeUpdate();
        }
    }

    public void lowerStart(long log, Entry first) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("UPDATE log SET number_from=?, previous=?, lamport_from=? WHERE id=?")) {
            sql.setLong(1, first.header().number());
            sql.setBytes(2, first.header().previous());
            sql.setLong(3, first.header().lamport());
            sql.setLong(4, log);
            sql.executeUpdate();
        }
    }

    private void insertEntries(long log, long conversation, List<Entry> run) throws SQLException {
        try (var insert = new EntryInsert(connection, this::erased, allowance)) {
            for (Entry entry : run) insert.add(null, log, conversation, entry);
        }
    }

    /// What stands in the place of a run that comes now: entries that a salvage found beyond what is whole of their
    /// log.
    private void clear(long log, long conversation, long from, long to) throws SQLException {
        ActWriter acts = acts(conversation);
        String where = " entry WHERE log=? AND number BETWEEN ? AND ?";
        Set<Long> proofs = new HashSet<>();
        // the last first, so that an edit goes before the text that it changes
        try (PreparedStatement select = connection
                .prepareStatement(
                        "SELECT id, header, signature, body, deletion FROM" + where + " ORDER BY number DESC")) {
            bind(select, log, from, to);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) return; // nearly always
                do {
                    acts.forget(row.getLong(1), Rows.entry(row, 2));
                    long proof = row.getLong(5);
                    if (!row.wasNull()) proofs.add(proof);
                } while (row.next());
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM" + where)) {
            bind(delete, log, from, to);
            delete.executeUpdate();
        }
        for (long proof : proofs) ActWriter.forgetWhereUnused(connection, proof);
        lowerArchived();
    }

    /// Ids above the highest are given again. What has them then came after all that is archived.
    private void lowerArchived() throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("UPDATE archived SET came_as=(SELECT coalesce(max(id), 0)"
                        + " FROM entry) WHERE came_as>(SELECT coalesce(max(id), 0) FROM entry)")) {
            sql.executeUpdate();
        }
    }

    private static void bind(PreparedStatement sql, long log, long from, long to) throws SQLException {
        sql.setLong(1, log);
        sql.setLong(2, from);
        sql.setLong(3, to);
    }

    /// Takes the body of a held entry away, which its proof covers.
    void erase(Entry deleted) throws SQLException {
        acts(conversation(deleted.header().conversation(), 0)).erase(deleted);
    }

    private ActWriter acts(long conversation) {
        return new ActWriter(connection, conversation, this::erased, allowance);
    }

    private void erased() {
        hasErased = true;
    }

    /// Whether a body went that was held: copies of it are to be cleaned away ([Database#scrub]).
    boolean hasErased() {
        return hasErased;
    }

    /// Takes the last [EntryStore#DROPPED_AT_ONCE] entries of a log away, and remembers that it was there.
    ///
    /// @return whether some of it is left
    boolean drop(LogKey key) throws SQLException {
        StoredLog stored = new LogRows(connection).find(key);
        boolean isLeft = false;
        if (stored != null) {
            LogState held = stored.state();
            long from = Math.max(held.from(), held.to() - EntryStore.DROPPED_AT_ONCE + 1);
            cut(key, from);
            isLeft = from > held.from();
        }
        ForkRows.forget(connection, key);
        DroppedLogRows.remember(connection, key);
        return isLeft;
    }

    /// Takes the entries from a number on away.
    void cut(LogKey key, long fromNumber) throws SQLException {
        StoredLog stored = new LogRows(connection).find(key);
        if (stored == null || fromNumber > stored.state().to() && !stored.state().isEmpty()) return;
        clear(stored.id(), conversation(key.conversation(), 0), fromNumber, stored.state().to());
        Entry last = entryAt(stored.id(), fromNumber - 1);
        if (last != null) {
            raiseEnd(stored.id(), last);
            return;
        }
        try (PreparedStatement sql = connection.prepareStatement("DELETE FROM log WHERE id=?")) {
            sql.setLong(1, stored.id());
            sql.executeUpdate();
        }
    }

    /// Takes what stands below a number away, with what a salvage found there, and remembers the number.
    void cutBeginning(LogKey key, long floor) throws SQLException {
        StoredLog stored = new LogRows(connection).find(key);
        if (stored == null) return;
        LogState held = stored.state();
        long first = Math.min(floor, held.to() + 1);
        if (first <= held.from()) return;
        Entry last = Objects.requireNonNull(entryAt(stored.id(), first - 1), "a range has no gap");
        clear(stored.id(), conversation(key.conversation(), 0), 0, first - 1);
        Entry next = entryAt(stored.id(), first);
        LogFloorRows.cut(connection, stored.id(), first, last, next);
        LogFloorRows.remember(connection, key, first);
        erased();
    }

    /// Remembers where a log has two branches.
    void markForked(Fork fork) throws SQLException {
        ForkRows.remember(connection, fork);
    }

    /// @return whether more words are to be cleared, or more proofs looked at
    boolean clearWords(ProofSweep proofs) throws SQLException {
        boolean more = proofs.step(connection);
        if (SearchIndexCleanup.areLeft(connection)) {
            if (SearchIndexCleanup.clear(connection)) return true;
            erased();
        }
        allowance.refill();
        return more;
    }

    /// @return whether more deletes of rooms that began are to be looked at
    boolean obeyMore() throws SQLException {
        return begun.step(connection, this::acts);
    }

    private @Nullable Entry entryAt(long log, long number) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT header, signature, body FROM entry WHERE log=? AND number=?")) {
            sql.setLong(1, log);
            sql.setLong(2, number);
            return Rows.first(sql, Rows::entry);
        }
    }
}
