package io.landline.chat;

import java.util.Arrays;
import java.util.HexFormat;

/// One entry among all: the first 16 bytes of SHA-256 over its header. An offer is called so too
/// (docs/protocol/files.md, "Files: offers, manifests, chunks"). Immutable; any thread.
public final class EntryId {
    public static final int BYTES = 16;

    private final byte[] bytes;

    private EntryId(byte[] bytes) { this.bytes = bytes; }

    /// Takes exactly [#BYTES] bytes.
    public static EntryId of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("an entry id has " + BYTES + " bytes");
        return new EntryId(bytes.clone());
    }

    static EntryId ofHash(byte[] headerHash) {
        return new EntryId(Arrays.copyOf(headerHash, BYTES));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
