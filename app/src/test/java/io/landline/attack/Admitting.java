package io.landline.attack;

import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import java.nio.ByteBuffer;
import java.util.List;

/// Admissions that a hostile member signs.
final class Admitting {
    /// Room, key of the member, time.
    private static final int SIGNED_BYTES = 16 + 32 + 8;
    /// What is signed, key of the signer, signature.
    private static final int ADMISSION_BYTES = SIGNED_BYTES + 32 + 64;
    private static final int COUNT_BYTES = 2;
    /// Of one frame.
    static final int FRAME_MAX = 512;

    private Admitting() {}

    static byte[] admission(byte[] room, byte[] memberKey, Identity signer) {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .put(room)
                .put(memberKey)
                .putLong(System.currentTimeMillis())
                .array();
        byte[] signature = signer.sign(SignatureLabel.ADMISSION, signed);
        return ByteBuffer.allocate(ADMISSION_BYTES).put(signed).put(signer.publicKey()).put(signature).array();
    }

    /// The body of a frame ADMISSIONS.
    static byte[] frame(List<byte[]> admissions) {
        ByteBuffer out = ByteBuffer.allocate(COUNT_BYTES + admissions.size() * ADMISSION_BYTES)
                .putShort((short) admissions.size());
        admissions.forEach(out::put);
        return out.array();
    }
}
