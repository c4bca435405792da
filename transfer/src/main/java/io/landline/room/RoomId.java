package io.landline.room;

import java.util.Arrays;
import java.util.HexFormat;

/// What members of a room call it among themselves (docs/protocol/handshake.md, "Room ids"). Told only to a peer that
/// proved the room's key to us: the id is derived from the room key, so anybody else could try keys against it offline.
/// Immutable; any thread.
public final class RoomId implements Comparable<RoomId> {
    public static final int BYTES = 16;

    private final byte[] bytes;

    private RoomId(byte[] bytes) { this.bytes = bytes; }

    /// Takes exactly [#BYTES] bytes.
    public static RoomId of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a room id has " + BYTES + " bytes");
        return new RoomId(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(RoomId other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoomId that && Arrays.equals(bytes, that.bytes);
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
