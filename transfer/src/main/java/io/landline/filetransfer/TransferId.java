package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// The name of the movement of one offer to one receiver: the first 8 bytes of SHA-256(offer id, receiver's
/// fingerprint), so both sides compute the same one (docs/protocol/files.md, "Files: offers, manifests, chunks").
/// Immutable; any thread.
public record TransferId(long value) {
    public static final int BYTES = 8;

    public static TransferId of(EntryId offer, Fingerprint receiver) {
        var digest = Sha256.digest();
        digest.update(offer.bytes());
        return of(Arrays.copyOf(digest.digest(receiver.bytes()), BYTES));
    }

    /// Takes exactly [#BYTES] bytes.
    public static TransferId of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a transfer id has " + BYTES + " bytes");
        return new TransferId(ByteBuffer.wrap(bytes).getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(value).array();
    }

    /// Reads 16 hex digits, either case, as a command names a transfer.
    public static TransferId parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /// All 16 digits, lower case.
    public String hex() {
        return HexFormat.of().toHexDigits(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
