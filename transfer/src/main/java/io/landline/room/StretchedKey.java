package io.landline.room;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// A room key after its stretching: what exchanges and the room id are made of. These bytes are worth as much as
/// membership, so they go into a file that the user alone can read, and nowhere else. Immutable; any thread.
public final class StretchedKey {
    /// See docs/protocol/handshake.md, "What each concludes".
    public static final int BYTES = 32;
    private static final byte[] ID_INFO = "landline/1 room id".getBytes(US_ASCII);

    private final byte[] bytes;

    private StretchedKey(byte[] bytes) { this.bytes = bytes; }

    /// Takes exactly [#BYTES] bytes.
    public static StretchedKey of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a stretched key has " + BYTES + " bytes");
        return new StretchedKey(bytes.clone());
    }

    /// A copy, for the exchange and for the room's file alone.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The first 16 bytes of HKDF-SHA-512 (RFC 5869) over the key, without salt (docs/protocol/handshake.md, "Room
    /// ids").
    public RoomId roomId() {
        try {
            var parameters = HKDFParameterSpec.ofExtract().addIKM(bytes).thenExpand(ID_INFO, RoomId.BYTES);
            return RoomId.of(KDF.getInstance("HKDF-SHA512").deriveData(parameters));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK since 25 has HKDF", e);
        }
    }

    /// In constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof StretchedKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Shows nothing: it may end in a log.
    @Override
    public String toString() {
        return "stretched key";
    }
}
