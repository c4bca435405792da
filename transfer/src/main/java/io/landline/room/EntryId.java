package io.landline.room;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// One entry among all: the first 16 bytes of SHA-256 over its header. An offer has the id of the entry that carries
/// it, one for all its receivers. Immutable; any thread.
public record EntryId(long high, long low) {
    public static final int BYTES = 16;

    /// Takes exactly [#BYTES] bytes.
    public static EntryId of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("an entry id has " + BYTES + " bytes");
        return ofHash(bytes);
    }

    /// @param headerHash SHA-256 over the entry's header
    public static EntryId ofHash(byte[] headerHash) {
        ByteBuffer buffer = ByteBuffer.wrap(headerHash);
        return new EntryId(buffer.getLong(), buffer.getLong());
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
