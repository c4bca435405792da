package io.landline.testing;

import io.landline.peer.Fingerprint;
import java.nio.ByteBuffer;

/// Peers that are nobody but a number, for rules that only tell people apart. Each number is another peer; they are in
/// the order of their numbers, from 0 on.
public final class NumberedPeers {
    private NumberedPeers() {}

    public static Fingerprint peer(int number) {
        return Fingerprint.of(ByteBuffer.allocate(Fingerprint.BYTES).putInt(number).array());
    }
}
