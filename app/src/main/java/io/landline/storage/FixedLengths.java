package io.landline.storage;

import io.landline.chat.EntryHeader;
import io.landline.filetransfer.TransferId;
import io.landline.identity.Ed25519;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bytes that have one length wherever they stand in the database. One byte of a row says how long each of its values
/// is: where the disk changed that one, a value is shorter and takes from the next, and SQLite calls the row sound.
/// Stateless; any thread.
final class FixedLengths {
    private static final Map<String, Integer> OF_COLUMNS = new HashMap<>();
    static {
        put(ConversationId.BYTES, "conversation");
        put(RoomId.BYTES, "room", "next", "old");
        put(Fingerprint.BYTES, "author", "peer", "person", "member", "fingerprint", "owner");
        put(Ed25519.PUBLIC_KEY_BYTES, "author_key", "member_key", "signer_key", "public_key");
        put(Ed25519.SIGNATURE_BYTES, "signature");
        put(Sha256.BYTES, "hash");
        put(EntryHeader.BYTES, "header");
        put(Long.BYTES, "log", "written");
        put(EntryId.BYTES, "offer", "take", "list");
        put(TransferId.BYTES, "transfer");
    }

    private FixedLengths() {}

    private static void put(int bytes, String... columns) {
        for (String each : List.of(columns)) OF_COLUMNS.put(each, bytes);
    }

    /// False where bytes in a column of that name have another length than they were written with.
    static boolean fits(String column, @Nullable Object value) {
        Integer bytes = OF_COLUMNS.get(column);
        return bytes == null || !(value instanceof byte[] some) || some.length == bytes;
    }
}
