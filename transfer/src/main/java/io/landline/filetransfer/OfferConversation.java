package io.landline.filetransfer;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// The conversation in which an offer stands, by its 16-byte id (docs/protocol/conversations.md, "An entry"). Here it
/// is a name and nothing more: who belongs to it, [OfferPublisher] says. Immutable; any thread.
public record OfferConversation(long high, long low) {
    public static final int BYTES = 16;

    /// Takes exactly [#BYTES] bytes.
    public static OfferConversation of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a conversation id has " + BYTES + " bytes");
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new OfferConversation(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
