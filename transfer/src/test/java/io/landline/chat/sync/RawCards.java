package io.landline.chat.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import java.nio.ByteBuffer;

/// Name cards with any text for a name, signed as if it were one.
public final class RawCards {
    private RawCards() {}

    /// The body of a frame with one card.
    public static byte[] frame(Identity of, String name, long millis) {
        byte[] text = name.getBytes(UTF_8);
        byte[] signed = ByteBuffer.allocate(32 + Long.BYTES + Short.BYTES + text.length)
                .put(of.publicKey())
                .putLong(millis)
                .putShort((short) text.length)
                .put(text)
                .array();
        byte[] signature = of.sign(SignatureLabel.NAME, signed);
        return ByteBuffer.allocate(Short.BYTES + signed.length + signature.length)
                .putShort((short) 1)
                .put(signed)
                .put(signature)
                .array();
    }
}
