package io.landline.room;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The name of a room's or of two members' direct conversation, on the wire and on disk
/// (docs/protocol/conversations.md). Both kinds share one space of 16 bytes; the receiver knows from the proven session
/// which kind an id is. Immutable; any thread.
public record ConversationId(long high, long low) implements Comparable<ConversationId> {
    public static final int BYTES = 16;
    private static final byte[] DIRECT_LABEL = "landline/1 direct\0".getBytes(US_ASCII);

    /// Takes exactly [#BYTES] bytes.
    public static ConversationId of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a conversation id has " + BYTES + " bytes");
        return ofFirst(bytes);
    }

    /// A room's conversation has the id of the room.
    public static ConversationId of(RoomId room) {
        return ofFirst(room.bytes());
    }

    /// The conversation between these two, in either order.
    public static ConversationId direct(Fingerprint one, Fingerprint other) {
        Fingerprint lower = one.compareTo(other) < 0 ? one : other;
        Fingerprint higher = lower.equals(one) ? other : one;
        return ofFirst(Sha256.of(DIRECT_LABEL, lower.bytes(), higher.bytes()));
    }

    private static ConversationId ofFirst(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new ConversationId(buffer.getLong(), buffer.getLong());
    }

    /// The same bytes as a room id. It means something only if the caller knows that this is a room's conversation.
    public RoomId asRoom() {
        return RoomId.of(bytes());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    public String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    // Written out, as those that Java makes for a record are slow until the costly compiler has been there; a message
    // is looked for in some thirty maps by it.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConversationId id && id.high == high && id.low == low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high ^ low);
    }

    @Override
    public int compareTo(ConversationId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return hex();
    }
}
