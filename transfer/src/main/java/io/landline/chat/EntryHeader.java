package io.landline.chat;

import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.json.JsonFields;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the author of an entry signs. Immutable: arrays are not handed out to be changed, and callers give theirs away.
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +---------------------------------------------------------------+
///   0 |                  Conversation id (128)                        |
///     +---------------------------------------------------------------+
///  16 |                  Author's raw public key (256)                |
///     +---------------------------------------------------------------+
///  48 |                  Log id (64)                                  |
///     +---------------------------------------------------------------+
///  56 |                  Number in the log, from 1 (64)               |
///     +---------------------------------------------------------------+
///  64 |                  SHA-256 of the header before (256)           |
///     +---------------------------------------------------------------+
///  96 |                  Lamport time (64)                            |
///     +---------------------------------------------------------------+
/// 104 |                  Wall clock, ms since 1970 (64)               |
///     +-------------------------------+-------------------------------+
/// 112 |        Kind (16)              |   Body length in bytes (32)
///     +-------------------------------+-------------------------------+
/// 118 |                  SHA-256 of the body (256)                    |
///     +---------------------------------------------------------------+
public record EntryHeader(ConversationId conversation, byte[] authorKey, Place place, long lamport, long writtenMillis,
        EntryKind kind, int bodyBytes, byte[] bodyHash) {
    /// Which entry of its author's logs it is.
    ///
    /// @param previous SHA-256 of the header before; zeros for the first
    public record Place(long log, long number, byte[] previous) {}

    public static final int BYTES = 150;
    /// Numbers, Lamport times and clocks stay exact in every JSON reader (RFC 8259 §6).
    public static final long NUMBER_MAX = JsonFields.INTEGER_MAX;

    /// An illegal argument is our own bug; what a stranger sent goes through [#read].
    public EntryHeader {
        String wrong = wrong(authorKey, place, lamport, writtenMillis, bodyBytes, bodyHash);
        if (wrong != null) throw new IllegalArgumentException(wrong);
    }

    private static @Nullable String wrong(byte[] authorKey, Place place, long lamport, long writtenMillis,
            int bodyBytes, byte[] bodyHash) {
        long number = place.number();
        byte[] previous = place.previous();
        if (authorKey.length != Ed25519.PUBLIC_KEY_BYTES) return "author's key of " + authorKey.length + " bytes";
        if (previous.length != Sha256.BYTES || bodyHash.length != Sha256.BYTES) return "hash of a wrong length";
        if (number < 1 || number > NUMBER_MAX) return "entry number out of range";
        if (number == 1 && !Arrays.equals(previous, new byte[Sha256.BYTES])) return "first entry names one before it";
        if (lamport < 1 || lamport > NUMBER_MAX) return "Lamport time out of range";
        if (writtenMillis < 0 || writtenMillis > NUMBER_MAX) return "clock out of range";
        if (bodyBytes < 0 || bodyBytes > Entry.BODY_BYTES_MAX) return "entry body too long";
        return null;
    }

    /// Takes a header off a frame; exactly [#BYTES] bytes are read.
    public static EntryHeader read(ByteBuffer in) throws MalformedFrameException {
        if (in.remaining() < BYTES) throw new MalformedFrameException("entry header cut off");
        ConversationId conversation = FrameFields.conversation(in);
        byte[] authorKey = FrameFields.bytes(in, Ed25519.PUBLIC_KEY_BYTES);
        var place = new Place(in.getLong(), in.getLong(), FrameFields.bytes(in, Sha256.BYTES));
        long lamport = in.getLong();
        long written = in.getLong();
        int kind = Short.toUnsignedInt(in.getShort());
        int bodyBytes = in.getInt();
        byte[] bodyHash = FrameFields.bytes(in, Sha256.BYTES);
        String wrong = wrong(authorKey, place, lamport, written, bodyBytes, bodyHash);
        if (wrong != null) throw new MalformedFrameException(wrong);
        return new EntryHeader(conversation, authorKey, place, lamport, written, new EntryKind(kind), bodyBytes,
                bodyHash);
    }

    /// The [#BYTES] bytes as drawn above. The layout is fixed, so these are the very bytes that were read.
    public byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .put(conversation.bytes())
                .put(authorKey)
                .putLong(place.log())
                .putLong(place.number())
                .put(place.previous())
                .putLong(lamport)
                .putLong(writtenMillis)
                .putShort((short) kind.number())
                .putInt(bodyBytes)
                .put(bodyHash)
                .array();
    }

    public long log() {
        return place.log();
    }

    public long number() {
        return place.number();
    }

    public byte[] previous() {
        return place.previous();
    }

    public Fingerprint author() {
        return Fingerprint.ofPublicKey(authorKey);
    }
}
