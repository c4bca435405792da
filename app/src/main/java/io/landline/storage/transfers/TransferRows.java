package io.landline.storage.transfers;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.database.DamageDetector;
import io.landline.storage.database.Rows;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Rows of offers, transfers and their files as values. The database's threads only.
public final class TransferRows {
    static final String FILE_COLUMNS = "number, path, bytes, modified, verified, partial, saved, complete, taken";
    private static final String OFFER_COLUMNS = "id, conversation, author, written, keyed_room, withdrawn, body";
    private static final String TRANSFER_COLUMNS = "id, offer, direction, peer, state, reason, folder, accepted,"
            + " by_hand, bytes";
    static final String OFFER = "SELECT " + OFFER_COLUMNS + " FROM file_offer";
    static final String TRANSFER = "SELECT " + TRANSFER_COLUMNS + " FROM file_transfer";

    private TransferRows() {}

    /// Removes what a damaged database no longer has as it was written. A transfer without its offer goes too.
    ///
    /// @return whether there was nothing of the kind
    public static boolean removeUnreadable(Connection connection) throws SQLException {
        List<String> id = List.of("id");
        boolean all = Rows.removeUnreadable(connection, "file_offer", id, OFFER_COLUMNS, TransferRows::offer);
        all &= Rows.removeUnreadable(connection, "file_transfer", id, TRANSFER_COLUMNS, TransferRows::transfer);
        all &= Rows.removeUnreadable(connection, "file_received", List.of("transfer", "number"), FILE_COLUMNS,
                TransferRows::file);
        all &= SqliteFolders.removeUnreadable(connection);
        return all & Rows.update(connection,
                "DELETE FROM file_transfer WHERE offer NOT IN (SELECT id FROM file_offer)") == 0;
    }

    static StoredOffer offer(ResultSet row) throws SQLException {
        try {
            return new StoredOffer(EntryId.of(row.getBytes(1)), ConversationId.of(row.getBytes(2)),
                    Fingerprint.of(row.getBytes(3)), Instant.ofEpochMilli(row.getLong(4)), row.getBoolean(5),
                    row.getBoolean(6), OfferBody.received(row.getBytes(7)));
        } catch (MalformedFrameException e) {
            throw new DamageDetector.DamagedRowException("an offer in the history is damaged", e);
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

    static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getInt(5),
                row.getString(6), row.getString(7), row.getBoolean(8), Taken.valueOf(row.getString(9)));
    }
}
