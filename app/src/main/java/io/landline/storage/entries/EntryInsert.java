package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.view.EntryView;
import io.landline.filetransfer.OfferBody;
import io.landline.shelf.TakeId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts entries into their table, and lets [ActWriter] take in what they change, within a transaction that somebody
/// else began. The writer's thread only.
public final class EntryInsert implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement row;
    private final Runnable erased;
    private final OverwriteAllowance allowance;

    /// For a database that nobody else writes meanwhile.
    public EntryInsert(Connection connection) throws SQLException {
        this(connection, () -> {}, new OverwriteAllowance());
    }

    /// @param erased is run when an entry takes a body away that was held
    EntryInsert(Connection connection, Runnable erased, OverwriteAllowance allowance) throws SQLException {
        this.connection = connection;
        this.erased = erased;
        this.allowance = allowance;
        row = connection.prepareStatement(
                "INSERT INTO entry (log, number, conversation, lamport, author, log_id, kind, header, hash, signature,"
                        + " body, shown, id, deletion) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
    }

    /// @param id null for the next one
    /// @param log the row of its log
    /// @param conversation the row of its conversation
    /// @param received whole; its body is not kept where a delete of it is held
    public void add(@Nullable Long id, long log, long conversation, Entry received) throws SQLException {
        var acts = new ActWriter(connection, conversation, erased, allowance);
        boolean named = acts.isNamed(received);
        Entry entry = named ? acts.obeyed(received) : received;
        row.setLong(1, log);
        row.setLong(2, entry.header().number());
        row.setLong(3, conversation);
        row.setLong(4, entry.header().lamport());
        row.setBytes(5, entry.author().bytes());
        row.setBytes(6, ChatDatabase.bytes(entry.header().log()));
        row.setInt(7, entry.kind().number());
        row.setBytes(8, entry.headerBytes());
        row.setBytes(9, entry.hash());
        row.setBytes(10, entry.signature());
        row.setBytes(11, entry.body());
        EntryView view = EntryView.of(entry, List.of());
        TakeId take = ShelfOffers.take(entry);
        var shelves = new ShelfOffers(connection, conversation);
        boolean shown = isShown(entry, view) && (take == null || !shelves.isGiven(entry));
        row.setBoolean(12, shown);
        setOrNull(13, id);
        setOrNull(14, acts.deletion(entry.deletion()));
        long place = Objects.requireNonNull(Rows.first(row, result -> result.getLong(1)), "an insert returns its row");
        if (take != null) shelves.noteAsked(place, entry, take);
        acts.added(place, entry, shown ? view : null, named);
    }

    private void setOrNull(int place, @Nullable Long value) throws SQLException {
        if (value == null) {
            row.setNull(place, Types.INTEGER);
        } else {
            row.setLong(place, value);
        }
    }

    /// Whether a person sees anything of it; what cannot be read is kept and handed on all the same.
    ///
    /// @param view of it alone; null where nothing is to be seen
    static boolean isShown(Entry entry, @Nullable EntryView view) {
        return entry.kind().equals(EntryKind.OFFER) ? OfferBody.orNull(entry.body()) != null : view != null;
    }

    @Override
    public void close() throws SQLException {
        row.close();
    }
}
