package io.landline.storage;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.chat.act.Reference;
import io.landline.chat.sync.LamportClock;
import io.landline.storage.database.EntryCheck;
import io.landline.storage.database.Rows;
import io.landline.storage.entries.EntryInsert;
import io.landline.storage.entries.EntryWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Entries out of a damaged database, put into a new one with the logs that they make. What an entry belongs to stands
/// in the entry, so that nothing but the entries themselves is needed.
///
/// Of each log one unbroken range is held, as ever: the newest. Readable entries below a gap stay to be seen and found;
/// when the others of the log come again from somebody who has them, they take their place ([EntryWriter]). The thread
/// of the connection only.
final class SalvagedEntries {
    private final Connection fresh;
    private final EntryWriter writer;
    private final EntryInsert insert;
    private final Map<Reference, Deletion> deletions;
    private final Map<LogKey, Place> places = new HashMap<>();
    private long count;

    /// Rows of the tables `log` and `conversation`.
    private record Place(long log, long conversation) {}

    SalvagedEntries(Connection fresh) throws SQLException {
        this.fresh = fresh;
        writer = new EntryWriter(fresh);
        insert = new EntryInsert(fresh);
        deletions = deletions(fresh);
    }

    /// Keeps an entry, unless it was damaged or is here already. One without its body is kept where the proof was saved
    /// that it was deleted; else it is left to be asked for.
    ///
    /// @param hash the entry's, as it was stored beside it
    /// @return false where it was damaged
    boolean add(long id, Entry entry, byte @Nullable [] hash) throws SQLException {
        byte[] body = entry.body();
        if (!EntryCheck.isWhole(entry, hash)) return false;
        if (body == null) return addDeleted(id, entry);
        put(id, entry);
        return true;
    }

    private boolean addDeleted(long id, Entry entry) throws SQLException {
        Deletion deletion = deletions.get(entry.reference());
        if (deletion != null && deletion.covers(entry)) put(id, entry.deletedBy(deletion));
        return true;
    }

    private void put(long id, Entry entry) throws SQLException {
        Place place = places.get(entry.log());
        if (place == null) {
            long conversation = writer.conversation(entry.log().conversation(), 0);
            place = new Place(writer.insertLog(conversation, entry, entry), conversation);
            places.put(entry.log(), place);
        }
        if (isHere(place.log(), entry.header().number())) return;
        insert.add(id, place.log(), place.conversation(), entry);
        count++;
    }

    /// What the proofs name that were saved before.
    private static Map<Reference, Deletion> deletions(Connection fresh) throws SQLException {
        var deletions = new HashMap<Reference, Deletion>();
        try (PreparedStatement sql = fresh.prepareStatement("SELECT header, signature, body FROM deletion");
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                Deletion deletion = Deletion.orNull(Rows.entry(row));
                if (deletion != null) deletion.named().forEach(named -> deletions.put(named, deletion));
            }
        }
        return deletions;
    }

    private boolean isHere(long log, long number) throws SQLException {
        try (PreparedStatement sql = fresh.prepareStatement("SELECT 1 FROM entry WHERE log=? AND number=?")) {
            sql.setLong(1, log);
            sql.setLong(2, number);
            return Rows.first(sql, row -> true) != null;
        }
    }

    /// Says of each log what is held of it, and lets the clocks follow; how many entries there are.
    long finish() throws SQLException {
        insert.close();
        for (Place place : places.values()) holdNewestRange(place.log());
        for (long conversation : places.values().stream().mapToLong(Place::conversation).distinct().toArray()) {
            setClock(conversation);
        }
        return count;
    }

    private void holdNewestRange(long log) throws SQLException {
        Entry last = null;
        Entry first = null;
        try (PreparedStatement sql = fresh
                .prepareStatement("SELECT header, signature, NULL FROM entry WHERE log=? ORDER BY number DESC")) {
            sql.setLong(1, log);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    Entry entry = Rows.entry(row);
                    if (last == null) last = entry;
                    if (first != null && !Arrays.equals(first.header().previous(), entry.hash())) break;
                    first = entry;
                }
            }
        }
        if (first == null || last == null) return;
        writer.raiseEnd(log, last);
        writer.lowerStart(log, first);
    }

    private void setClock(long conversation) throws SQLException {
        try (PreparedStatement sql = fresh.prepareStatement(
                "SELECT lamport FROM entry WHERE conversation=? ORDER BY lamport");
                PreparedStatement set = fresh
                        .prepareStatement("UPDATE conversation SET clock=max(clock, ?) WHERE id=?")) {
            sql.setLong(1, conversation);
            long clock = 0;
            try (ResultSet row = sql.executeQuery()) {
                while (row.next() && row.getLong(1) - clock <= LamportClock.LEAP_MAX) clock = row.getLong(1);
            }
            set.setLong(1, clock);
            set.setLong(2, conversation);
            set.executeUpdate();
        }
    }
}
