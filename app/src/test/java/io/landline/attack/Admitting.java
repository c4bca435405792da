package io.landline.attack;

import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import java.nio.ByteBuffer;
import java.util.List;

/// Admissions that a hostile member signs.
final class Admitting {
    /// Of one frame.
    static final int FRAME_MAX = 512;

    private Admitting() {}

    static byte[] admission(byte[] room, byte[] memberKey, Identity signer) {
        byte[] signed = ByteBuffer.allocate(56).put(room).put(memberKey).putLong(System.currentTimeMillis()).array();
        byte[] signature = signer.sign(SignatureLabel.ADMISSION, signed);
        return ByteBuffer.allocate(152).put(signed).put(signer.publicKey()).put(signature).array();
    }

    /// The body of a frame ADMISSIONS.
    static byte[] frame(List<byte[]> admissions) {
        ByteBuffer out = ByteBuffer.allocate(2 + admissions.size() * 152).putShort((short) admissions.size());
        admissions.forEach(out::put);
        return out.array();
    }
}
