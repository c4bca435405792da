package io.landline.filetransfer.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.peer.Sha256;
import java.nio.ByteBuffer;

/// A set of texts that remembers 8 bytes of each one's SHA-256, so a million of them take 11 MB. Two different texts
/// that count as one are as good as impossible by chance; what follows from one is a number behind a name. One thread.
final class HashedTextSet {
    /// A key of 0 marks a free slot.
    private static final long INSTEAD_OF_ZERO = 1;

    private final long[] slots;

    /// @param countMax texts at most, beyond it [#add] fails
    HashedTextSet(long countMax) {
        slots = new long[Math.toIntExact(countMax + countMax / 3 + 2)];
    }

    /// False where it is in already.
    boolean add(String text) {
        long key = ByteBuffer.wrap(Sha256.of(text.getBytes(UTF_8))).getLong();
        if (key == 0) key = INSTEAD_OF_ZERO;
        int at = (int) Math.unsignedMultiplyHigh(key, slots.length);
        for (int looked = 0; looked < slots.length; looked++) {
            if (slots[at] == key) return false;
            if (slots[at] == 0) {
                slots[at] = key;
                return true;
            }
            at = at + 1 == slots.length ? 0 : at + 1;
        }
        throw new IllegalStateException("more texts than expected");
    }
}
