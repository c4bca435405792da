package io.landline.storage;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStoreException;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.Database.Durability;
import io.landline.storage.Database.Work;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// Transfers in the profile's database. Our own offers and what was decided about transfers are on the disk when a call
/// returns. Others' offers, and how far the files of a transfer are, are committed as well, so a kill takes nothing
/// back, but a loss of power may cost the last moments: then the history tells the offers again, and some chunks are
/// fetched again. Any thread.
public final class SqliteTransfers implements TransferStore {
    static final String OFFER = "SELECT id, conversation, author, written, keyed_room, withdrawn, body FROM file_offer";
    static final String TRANSFER = "SELECT id, offer, direction, peer, state, reason, folder, accepted, by_hand, bytes"
            + " FROM file_transfer";
    static final String OPEN = "state NOT IN ('DONE', 'FAILED')";

    /// SQLite's extended codes say more in the bits above.
    private static final int PRIMARY_CODE = 0xff;

    private final Database database;

    public SqliteTransfers(Database database) { this.database = database; }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public void saveOffer(StoredOffer offer) {
        // an own offer's files follow, and what is written with them is on the disk with all before
        write(Durability.BATCHED, connection -> {
            insert(connection, offer);
            return null;
        });
    }

    @Override
    public void saveOffered(StoredOffer offer, StoredTransfer transfer) {
        write(durability(transfer), connection -> {
            insert(connection, offer);
            insert(connection, transfer);
            return null;
        });
    }

    private static void insert(Connection connection, StoredOffer offer) throws SQLException {
        run(connection, "INSERT OR IGNORE INTO file_offer VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", offer.id().bytes(),
                offer.conversation().bytes(), offer.author().bytes(), offer.written().toEpochMilli(),
                offer.keyedRoom(), offer.withdrawn(), offer.body().toJson());
    }

    @Override
    public @Nullable StoredOffer offer(EntryId id) {
        return first(read(SqliteTransfers::offer, OFFER + " WHERE id = ?", id.bytes()));
    }

    @Override
    public void withdraw(EntryId id) {
        write(Durability.FULL, "UPDATE file_offer SET withdrawn = 1 WHERE id = ?", id.bytes());
    }

    @Override
    public void withdrawnByAuthor(EntryId id) {
        write(Durability.BATCHED, "UPDATE file_offer SET withdrawn = 1 WHERE id = ?", id.bytes());
    }

    @Override
    public void saveIdentity(EntryId offer, byte[] sha256) {
        write(Durability.FULL, "UPDATE file_offer SET identity = ? WHERE id = ?", sha256, offer.bytes());
    }

    @Override
    public byte @Nullable [] identity(EntryId offer) {
        String sql = "SELECT identity FROM file_offer WHERE id = ? AND identity IS NOT NULL";
        return first(read(row -> row.getBytes(1), sql, offer.bytes()));
    }

    @Override
    public void saveManifestPages(EntryId offer, int first, List<byte[]> pages) {
        write(Durability.BATCHED, connection -> {
            for (int i = 0; i < pages.size(); i++) {
                run(connection, "INSERT OR REPLACE INTO file_manifest_page VALUES (?, ?, ?)", offer.bytes(), first + i,
                        pages.get(i));
            }
            return null;
        });
    }

    @Override
    public byte @Nullable [] manifestPage(EntryId offer, int number) {
        return first(read(row -> row.getBytes(1), "SELECT page FROM file_manifest_page WHERE offer = ? AND number = ?",
                offer.bytes(), number));
    }

    @Override
    public void saveHashPage(EntryId offer, int number, byte[] page) {
        write(Durability.BATCHED, "INSERT OR IGNORE INTO file_hash_page VALUES (?, ?, ?)", offer.bytes(), number, page);
    }

    @Override
    public byte @Nullable [] hashPage(EntryId offer, int number) {
        return first(read(row -> row.getBytes(1), "SELECT page FROM file_hash_page WHERE offer = ? AND number = ?",
                offer.bytes(), number));
    }

    @Override
    public void forgetHashPages(EntryId offer) {
        write(Durability.BATCHED, "DELETE FROM file_hash_page WHERE offer = ?", offer.bytes());
    }

    @Override
    public void saveSources(EntryId offer, long first, List<StoredSource> sources) {
        write(Durability.FULL, connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("INSERT OR REPLACE INTO file_source VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < sources.size(); i++) {
                    StoredSource source = sources.get(i);
                    bind(sql, offer.bytes(), first + i, source.path(), source.source(), source.bytes(),
                            source.modifiedMillis(), source.fileKey());
                    sql.executeUpdate(); // not as a batch: where one fails it does not say why
                }
                return sources.size();
            }
        });
    }

    @Override
    public List<StoredSource> sources(EntryId offer, long first, int max) {
        return read(
                row -> new StoredSource(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4),
                        row.getString(5)),
                "SELECT path, source, bytes, modified, file_key FROM file_source WHERE offer = ? AND number >= ? ORDER"
                        + " BY number LIMIT ?",
                offer.bytes(), first, max);
    }

    @Override
    public void saveTransfer(StoredTransfer transfer) {
        write(durability(transfer), connection -> {
            insert(connection, transfer);
            return null;
        });
    }

    private static Durability durability(StoredTransfer transfer) {
        return transfer.isToldAgain() ? Durability.BATCHED : Durability.FULL;
    }

    private static void insert(Connection connection, StoredTransfer t) throws SQLException {
        Instant accepted = t.acceptance().at();
        run(connection, "INSERT OR REPLACE INTO file_transfer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                t.id().bytes(), t.offer().bytes(), t.direction().name(), t.peer().bytes(), t.state().name(),
                t.reason() == null ? null : t.reason().name(), t.acceptance().folder(),
                accepted == null ? null : accepted.toEpochMilli(), t.acceptance().byHand(), t.bytes());
        if (t.acceptance().byHand()) {
            run(connection, "INSERT OR IGNORE INTO file_author_accepted VALUES (?)", t.peer().bytes());
        }
    }

    @Override
    public @Nullable StoredTransfer transfer(TransferId id) {
        return first(read(SqliteTransfers::transfer, TRANSFER + " WHERE id = ?", id.bytes()));
    }

    @Override
    public List<StoredTransfer> openTransfers() {
        return read(SqliteTransfers::transfer,
                TRANSFER + " WHERE " + OPEN + " ORDER BY (SELECT written FROM file_offer o WHERE o.id = offer), id");
    }

    @Override
    public List<StoredTransfer> transfers(EntryId offer) {
        return read(SqliteTransfers::transfer, TRANSFER + " WHERE offer = ? ORDER BY id", offer.bytes());
    }

    @Override
    public void saveFiles(TransferId transfer, List<StoredFile> files) {
        write(Durability.BATCHED, connection -> {
            String insert = "INSERT OR REPLACE INTO file_received VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
            try (PreparedStatement sql = connection.prepareStatement(insert)) {
                for (StoredFile file : files) {
                    bind(sql, transfer.bytes(), file.number(), file.path(), file.bytes(), file.modifiedMillis(),
                            file.keptChunks(), file.partial(), file.saved(), file.complete());
                    sql.executeUpdate(); // not as a batch: where one fails it does not say why
                }
                return files.size();
            }
        });
    }

    @Override
    public List<StoredFile> files(TransferId transfer, long first, int max) {
        return read(SqliteTransfers::file, """
                SELECT number, path, bytes, modified, verified, partial, saved, complete FROM file_received
                WHERE transfer = ? AND number >= ? ORDER BY number LIMIT ?""", transfer.bytes(), first, max);
    }

    @Override
    public List<StoredPartial> orphans() {
        return read(row -> new StoredPartial(TransferId.of(row.getBytes(1)), row.getLong(2), row.getString(3),
                row.getString(4)), """
                SELECT f.transfer, f.number, t.folder, f.partial FROM file_received f JOIN file_transfer t ON t.id =
                f.transfer
                WHERE f.partial <> '' AND t.state IN ('DONE', 'FAILED')""");
    }

    @Override
    public void forgetPartial(TransferId transfer, long file) {
        write(Durability.BATCHED, "UPDATE file_received SET partial = '' WHERE transfer = ? AND number = ?",
                transfer.bytes(), file);
    }

    @Override
    public boolean acceptedByHand(Fingerprint author) {
        return !read(row -> true, "SELECT 1 FROM file_author_accepted WHERE author = ?", author.bytes()).isEmpty();
    }

    @Override
    public void forgetBefore(Instant written) {
        write(Durability.FULL, connection -> {
            run(connection, "CREATE TEMP TABLE IF NOT EXISTS over (offer BLOB)");
            run(connection, "DELETE FROM temp.over");
            run(connection, """
                    INSERT INTO temp.over SELECT id FROM file_offer o WHERE written < ?
                    AND NOT EXISTS (SELECT 1 FROM file_transfer t WHERE t.offer = o.id AND (t.state NOT IN ('DONE',
                    'FAILED')
                    OR EXISTS (SELECT 1 FROM file_received f WHERE f.transfer = t.id AND f.partial <> '')))""",
                    written.toEpochMilli());
            run(connection,
                    "DELETE FROM file_received WHERE transfer IN (SELECT id FROM file_transfer WHERE offer IN"
                            + " temp.over)");
            run(connection, "DELETE FROM file_transfer WHERE offer IN temp.over");
            run(connection, "DELETE FROM file_source WHERE offer IN temp.over");
            run(connection, "DELETE FROM file_manifest_page WHERE offer IN temp.over");
            run(connection, "DELETE FROM file_hash_page WHERE offer IN temp.over");
            run(connection, "DELETE FROM file_offer WHERE id IN temp.over");
            return null;
        });
    }

    private void write(Durability durability, String sql, @Nullable Object... values) {
        write(durability, connection -> {
            run(connection, sql, values);
            return null;
        });
    }

    private <T extends @Nullable Object> T write(Durability durability, Work<T> work) {
        try {
            return database.write(durability, work);
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(StorageException e) {
        if (!(e.getCause() instanceof SQLException sql)) {
            return e.getCause() instanceof RuntimeException ourBug ? ourBug : e;
        }
        return new TransferStoreException(switch (SQLiteErrorCode.getErrorCode(sql.getErrorCode() & PRIMARY_CODE)) {
            case SQLITE_FULL -> FailureReason.DISK_FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> FailureReason.NO_PERMISSION;
            default -> FailureReason.LOST;
        }, String.valueOf(e.getMessage()), e);
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private <T> List<T> read(Row<T> as, String sql, @Nullable Object... values) {
        try {
            return database.read(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    bind(statement, values);
                    var rows = new ArrayList<T>();
                    try (ResultSet result = statement.executeQuery()) {
                        while (result.next()) rows.add(as.read(result));
                    }
                    return rows;
                }
            });
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    private static void bind(PreparedStatement sql, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            sql.setObject(i + 1, value instanceof Boolean yes ? (Object) (yes ? 1 : 0) : value);
        }
    }

    private static <T> @Nullable T first(List<T> rows) {
        return rows.isEmpty() ? null : rows.getFirst();
    }

    static StoredOffer offer(ResultSet row) throws SQLException {
        try {
            return new StoredOffer(EntryId.of(row.getBytes(1)), ConversationId.of(row.getBytes(2)),
                    Fingerprint.of(row.getBytes(3)), Instant.ofEpochMilli(row.getLong(4)), row.getBoolean(5),
                    row.getBoolean(6), OfferBody.received(row.getBytes(7)));
        } catch (MalformedFrameException e) {
            throw new SQLException("an offer in the database cannot be read", e);
        }
    }

    static StoredTransfer transfer(ResultSet row) throws SQLException {
        String reason = row.getString(6);
        long accepted = row.getLong(8);
        Instant acceptedAt = row.wasNull() ? null : Instant.ofEpochMilli(accepted);
        return new StoredTransfer(new TransferId(ByteBuffer.wrap(row.getBytes(1)).getLong()),
                EntryId.of(row.getBytes(2)), Direction.valueOf(row.getString(3)), Fingerprint.of(row.getBytes(4)),
                TransferPhase.of(TransferState.valueOf(row.getString(5)),
                        reason == null ? null : FailureReason.valueOf(reason), acceptedAt != null),
                new Acceptance(row.getString(7), acceptedAt, row.getBoolean(9)), row.getLong(10));
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getInt(5),
                row.getString(6), row.getString(7), row.getBoolean(8));
    }
}
