package io.landline.storage.transfers;

import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.room.EntryId;
import io.landline.storage.database.Database.Durability;
import java.sql.PreparedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of [SqliteTransfers] that is about the files of an offer, by number: where those of an own offer lie on
/// this disk, the pages of its manifest and the pages of hashes. Any thread.
record SqliteOfferedFiles(TransferSql sql) {
    void saveManifestPages(EntryId offer, int first, List<byte[]> pages) {
        sql.write(Durability.BATCHED, connection -> {
            for (int i = 0; i < pages.size(); i++) {
                TransferSql.run(connection, "INSERT OR REPLACE INTO file_manifest_page VALUES (?, ?, ?)", offer.bytes(),
                        first + i,
                        pages.get(i));
            }
            return null;
        });
    }

    byte @Nullable [] manifestPage(EntryId offer, int number) {
        return TransferSql.first(sql.read(row -> row.getBytes(1),
                "SELECT page FROM file_manifest_page WHERE number = ? AND offer = " + SqliteFolders.LIST, number,
                offer.bytes(), offer.bytes()));
    }

    byte @Nullable [] lastManifestPage(EntryId offer) {
        return TransferSql.first(sql.read(row -> row.getBytes(1), "SELECT page FROM file_manifest_page WHERE offer = "
                + SqliteFolders.LIST + " ORDER BY number DESC LIMIT 1", offer.bytes(), offer.bytes()));
    }

    void saveHashPage(EntryId offer, int number, byte[] page) {
        sql.write(Durability.BATCHED, "INSERT OR IGNORE INTO file_hash_page VALUES (?, ?, ?)", offer.bytes(), number,
                page);
    }

    byte @Nullable [] hashPage(EntryId offer, int number) {
        return TransferSql.first(
                sql.read(row -> row.getBytes(1), "SELECT page FROM file_hash_page WHERE offer = ? AND number = ?",
                        offer.bytes(), number));
    }

    void forgetHashPages(EntryId offer) {
        sql.write(Durability.BATCHED, "DELETE FROM file_hash_page WHERE offer = ?", offer.bytes());
    }

    void saveSources(EntryId offer, long first, List<StoredSource> sources) {
        // nobody hears of them before they are adopted, which brings all that was written before to the disk
        sql.write(Durability.BATCHED, connection -> {
            byte[] id = offer.bytes();
            try (PreparedStatement lent = connection
                    .prepareStatement("INSERT OR REPLACE INTO file_source VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                PreparedStatement insert = TransferSql.forManyRows(lent);
                for (int i = 0; i < sources.size(); i++) {
                    StoredSource source = sources.get(i);
                    TransferSql.bind(insert, id, first + i, source.path(), source.source(), source.bytes(),
                            source.modifiedMillis(), source.fileKey());
                    insert.executeUpdate(); // not as a batch: where one fails it does not say why
                }
                return sources.size();
            }
        });
    }

    List<StoredSource> sources(EntryId offer, long first, int max) {
        return sql.read(
                row -> new StoredSource(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4),
                        row.getString(5)),
                "SELECT path, source, bytes, modified, file_key FROM file_source WHERE offer = " + SqliteFolders.LIST
                        + " AND number >= ? ORDER BY number LIMIT ?",
                offer.bytes(), offer.bytes(), first, max);
    }
}
