package io.landline.storage.transfers;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Transfers in the profile's database. Our own offers and what was decided about transfers are on the disk when a call
/// returns. Others' offers, and how far files are, are committed as well: a kill takes nothing back. A loss of power
/// may cost the last moments. Then the history tells the offers again, and some chunks are fetched again. Any thread.
public final class SqliteTransfers implements TransferStore {
    static final String OPEN = "state NOT IN ('DONE', 'FAILED')";

    private final TransferSql sql;
    private final SqliteFolders folders;
    private final SqliteOfferedFiles offered;

    public SqliteTransfers(Database database) {
        sql = new TransferSql(database);
        folders = new SqliteFolders(sql);
        offered = new SqliteOfferedFiles(sql);
    }

    @Override
    public void saveOffer(StoredOffer offer) {
        // an own offer's files follow, and what is written with them is on the disk with all before
        sql.write(Durability.BATCHED, connection -> {
            insert(connection, offer);
            return null;
        });
    }

    @Override
    public void saveOffered(StoredOffer offer, StoredTransfer transfer) {
        sql.write(durability(transfer), connection -> {
            insert(connection, offer);
            insert(connection, transfer);
            return null;
        });
    }

    private static void insert(Connection connection, StoredOffer offer) throws SQLException {
        TransferSql.run(connection, "INSERT OR IGNORE INTO file_offer VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
                offer.id().bytes(),
                offer.conversation().bytes(), offer.author().bytes(), offer.written().toEpochMilli(),
                offer.keyedRoom(), offer.withdrawn(), offer.body().toJson());
    }

    @Override
    public @Nullable StoredOffer offer(EntryId id) {
        return TransferSql.first(sql.read(TransferRows::offer, TransferRows.OFFER + " WHERE id = ?", id.bytes()));
    }

    @Override
    public void withdraw(EntryId id) {
        sql.write(Durability.FULL, "UPDATE file_offer SET withdrawn = 1 WHERE id = ?", id.bytes());
    }

    @Override
    public void withdrawnByAuthor(EntryId id) {
        sql.write(Durability.BATCHED, "UPDATE file_offer SET withdrawn = 1 WHERE id = ?", id.bytes());
    }

    @Override
    public void saveIdentity(EntryId offer, byte[] sha256) {
        sql.write(Durability.FULL, "UPDATE file_offer SET identity = ? WHERE id = ?", sha256, offer.bytes());
    }

    @Override
    public byte @Nullable [] identity(EntryId offer) {
        String identity = "SELECT identity FROM file_offer WHERE id = ? AND identity IS NOT NULL";
        return TransferSql.first(sql.read(row -> row.getBytes(1), identity, offer.bytes()));
    }

    @Override
    public void saveManifestPages(EntryId offer, int first, List<byte[]> pages) {
        offered.saveManifestPages(offer, first, pages);
    }

    @Override
    public byte @Nullable [] manifestPage(EntryId offer, int number) {
        return offered.manifestPage(offer, number);
    }

    @Override
    public byte @Nullable [] lastManifestPage(EntryId offer) {
        return offered.lastManifestPage(offer);
    }

    @Override
    public void adopt(EntryId draft, EntryId offer) {
        folders.adopt(draft, offer);
    }

    @Override
    public EntryId newDraft() {
        return folders.newDraft();
    }

    @Override
    public void dropDrafts() {
        folders.dropDrafts();
    }

    @Override
    public void dropDraft(EntryId draft) {
        folders.dropDraft(draft);
    }

    @Override
    public void saveItems(EntryId offer, List<String> items) {
        folders.saveItems(offer, items);
    }

    @Override
    public List<String> items(EntryId offer, int max) {
        return folders.items(offer, max);
    }

    @Override
    public void saveExcludes(EntryId offer, List<String> patterns) {
        folders.saveExcludes(offer, patterns);
    }

    @Override
    public void saveFailures(TransferId transfer, FailedFiles failures) {
        new SqliteFailures(sql).save(transfer, failures);
    }

    @Override
    public FailedFiles failures(TransferId transfer) {
        return new SqliteFailures(sql).of(transfer);
    }

    @Override
    public void saveChoice(StoredTransfer transfer, List<String> patterns) {
        sql.write(durability(transfer), connection -> {
            FirstParts.note(connection, transfer.id());
            SqliteFolders.saveChoice(connection, transfer.id(), patterns);
            insert(connection, transfer);
            return null;
        });
    }

    @Override
    public void beginAnew(TransferId transfer, Set<Long> standing) {
        folders.beginAnew(transfer, standing);
    }

    @Override
    public List<String> choice(TransferId transfer) {
        return folders.choice(transfer);
    }

    @Override
    public void saveHidden(TransferId transfer, StoredHidden hidden) {
        folders.saveHidden(transfer, hidden);
    }

    @Override
    public @Nullable StoredHidden hidden(TransferId transfer) {
        return folders.hidden(transfer);
    }

    @Override
    public void forgetHidden(TransferId transfer) {
        folders.forgetHidden(transfer);
    }

    @Override
    public List<StoredPartial> orphanedFolders() {
        return folders.orphans();
    }

    @Override
    public void saveTops(TransferId transfer, List<StoredTop> tops) {
        folders.saveTops(Durability.BATCHED, transfer, tops);
    }

    @Override
    public void forceTop(TransferId transfer, StoredTop top) {
        folders.saveTops(Durability.FULL, transfer, List.of(top));
    }

    @Override
    public List<StoredTop> tops(TransferId transfer, int first, int max) {
        return folders.tops(transfer, first, max);
    }

    @Override
    public void saveHashPage(EntryId offer, int number, byte[] page) {
        offered.saveHashPage(offer, number, page);
    }

    @Override
    public byte @Nullable [] hashPage(EntryId offer, int number) {
        return offered.hashPage(offer, number);
    }

    @Override
    public void forgetHashPages(EntryId offer) {
        offered.forgetHashPages(offer);
    }

    @Override
    public void saveSources(EntryId offer, long first, List<StoredSource> sources) {
        offered.saveSources(offer, first, sources);
    }

    @Override
    public List<StoredSource> sources(EntryId offer, long first, int max) {
        return offered.sources(offer, first, max);
    }

    @Override
    public void saveTransfer(StoredTransfer transfer) {
        sql.write(durability(transfer), connection -> {
            insert(connection, transfer);
            return null;
        });
    }

    private static Durability durability(StoredTransfer transfer) {
        return transfer.isToldAgain() ? Durability.BATCHED : Durability.FULL;
    }

    private static void insert(Connection connection, StoredTransfer t) throws SQLException {
        Instant accepted = t.acceptance().at();
        TransferSql.run(connection, "INSERT OR REPLACE INTO file_transfer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                t.id().bytes(), t.offer().bytes(), t.direction().name(), t.peer().bytes(), t.state().name(),
                t.reason() == null ? null : t.reason().name(), t.acceptance().folder(),
                accepted == null ? null : accepted.toEpochMilli(), t.acceptance().byHand(), t.bytes());
        if (t.acceptance().byHand()) {
            TransferSql.run(connection, "INSERT OR IGNORE INTO file_author_accepted VALUES (?)", t.peer().bytes());
        }
    }

    @Override
    public @Nullable StoredTransfer transfer(TransferId id) {
        return TransferSql.first(sql.read(TransferRows::transfer, TransferRows.TRANSFER + " WHERE id = ?", id.bytes()));
    }

    @Override
    public List<StoredTransfer> openTransfers() {
        return sql.read(TransferRows::transfer,
                TransferRows.TRANSFER + " WHERE " + OPEN
                        + " ORDER BY (SELECT written FROM file_offer o WHERE o.id = offer), id");
    }

    @Override
    public void saveFiles(TransferId transfer, List<StoredFile> files) {
        saveFiles(Durability.BATCHED, transfer, files);
    }

    @Override
    public void forceFile(TransferId transfer, StoredFile file) {
        saveFiles(Durability.FULL, transfer, List.of(file));
    }

    private void saveFiles(Durability durability, TransferId transfer, List<StoredFile> files) {
        sql.write(durability, connection -> {
            byte[] id = transfer.bytes();
            try (PreparedStatement lent = connection
                    .prepareStatement("INSERT OR REPLACE INTO file_received VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                PreparedStatement insert = TransferSql.forManyRows(lent);
                for (StoredFile file : files) {
                    TransferSql.bind(insert, id, file.number(), file.path(), file.bytes(),
                            file.modifiedMillis(),
                            file.keptChunks(), file.partial(), file.saved(), file.complete(), file.taken().name());
                    insert.executeUpdate(); // not as a batch: where one fails it does not say why
                }
                return files.size();
            }
        });
    }

    @Override
    public List<StoredFile> files(TransferId transfer, long first, int max) {
        return sql.read(TransferRows::file, "SELECT " + TransferRows.FILE_COLUMNS
                + " FROM file_received WHERE transfer = ? AND number >= ? ORDER BY number LIMIT ?", transfer.bytes(),
                first, max);
    }

    @Override
    public long keptBytes(TransferId transfer, int chunkBytes) {
        return sql.read(row -> row.getLong(1), TransferSql.KEPT_BYTES, chunkBytes, transfer.bytes()).getFirst();
    }

    @Override
    public List<StoredPartial> orphans() {
        return sql.read(row -> new StoredPartial(TransferId.of(row.getBytes(1)), row.getLong(2), row.getString(3),
                row.getString(4)), """
                SELECT f.transfer, f.number, t.folder, f.partial FROM file_received f JOIN file_transfer t ON t.id =
                f.transfer
                WHERE f.partial <> '' AND t.state IN ('DONE', 'FAILED')""");
    }

    @Override
    public void forgetPartial(TransferId transfer, long file) {
        sql.write(Durability.BATCHED, "UPDATE file_received SET partial = '' WHERE transfer = ? AND number = ?",
                transfer.bytes(), file);
    }

    @Override
    public boolean acceptedByHand(Fingerprint author) {
        return !sql.read(row -> true, "SELECT 1 FROM file_author_accepted WHERE author = ?", author.bytes()).isEmpty();
    }

    @Override
    public void date(EntryId offer, Instant written) {
        sql.write(Durability.BATCHED, "UPDATE file_offer SET written = ? WHERE id = ?", written.toEpochMilli(),
                offer.bytes());
    }

    @Override
    public void datesUpTo(Instant now) {
        sql.write(Durability.BATCHED, "UPDATE file_offer SET written = ?1 WHERE written > ?1", now.toEpochMilli());
    }

    @Override
    public void forgetBefore(Instant written) {
        sql.write(Durability.FULL, connection -> {
            OldOffers.forget(connection, written);
            return null;
        });
    }
}
