package io.landline.filetransfer;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// The name of a proposal, one for all its receivers: the first 16 bytes of SHA-256 over the header of the entry that
/// carries it (docs/protocol/files.md, "Files: offers, manifests, chunks"). Immutable; any thread.
public record OfferId(long high, long low) {
    public static final int BYTES = 16;

    /// Takes exactly [#BYTES] bytes.
    public static OfferId of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("an offer id has " + BYTES + " bytes");
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new OfferId(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /// All 32 digits, lower case.
    public String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    @Override
    public String toString() {
        return hex();
    }
}
