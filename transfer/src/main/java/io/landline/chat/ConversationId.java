package io.landline.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import java.util.Arrays;
import java.util.HexFormat;

/// What a room or the direct conversation of two members is called on the wire and on disk
/// (docs/protocol/conversations.md, "An entry"). Both kinds share one space of 16 bytes; which kind an id is, the
/// receiver knows from the proven session. Immutable; any thread.
public final class ConversationId implements Comparable<ConversationId> {
    public static final int BYTES = 16;
    private static final byte[] DIRECT_LABEL = "landline/1 direct\0".getBytes(US_ASCII);

    private final byte[] bytes;

    private ConversationId(byte[] bytes) { this.bytes = bytes; }

    /// Takes exactly [#BYTES] bytes.
    public static ConversationId of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a conversation id has " + BYTES + " bytes");
        return new ConversationId(bytes.clone());
    }

    /// A room's conversation is called like the room.
    public static ConversationId of(RoomId room) {
        return new ConversationId(room.bytes());
    }

    /// The conversation between these two, whichever is named first.
    public static ConversationId direct(Fingerprint one, Fingerprint other) {
        Fingerprint lower = one.compareTo(other) < 0 ? one : other;
        Fingerprint higher = lower.equals(one) ? other : one;
        return new ConversationId(Arrays.copyOf(Sha256.of(DIRECT_LABEL, lower.bytes(), higher.bytes()), BYTES));
    }

    /// The same bytes as a room id; means something only where the caller knows that this is a room's conversation.
    public RoomId asRoom() {
        return RoomId.of(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(ConversationId other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationId that && Arrays.equals(bytes, that.bytes);
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
