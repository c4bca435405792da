package io.landline.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.act.Continuation;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.json.MalformedJsonException;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;

/// New words for a room, as the author of the change hands them over (docs/protocol/new-words.md). Whether the words
/// fit the id is for the receiver to find out, which takes 0.3 s. Immutable; its text shows no word.
///
///     +------------+-------------+-----------+--------------+------------------+------
///     | salt (128) | length (16) | words ... | header (150) | signature (64 B) | body
///     +------------+-------------+-----------+--------------+------------------+------
///
/// @param entry the author's `continues`, in the log of the new room
public record NewWords(byte[] salt, RoomKey words, Entry entry) {
    private static final int AROUND_WORDS_BYTES = Continuation.SALT_BYTES + Short.BYTES;

    public NewWords {
        if (salt.length != Continuation.SALT_BYTES) throw new IllegalArgumentException("a salt of " + salt.length);
        if (entry.body() == null) throw new IllegalArgumentException("an entry without its body");
        salt = salt.clone();
    }

    /// The id that the entry announces.
    public RoomId next() {
        return entry.header().conversation().asRoom();
    }

    /// What the entry says. It was read once already, so what cannot be read is our bug.
    public Continuation continues() {
        return continues(entry);
    }

    /// The same of the entry alone.
    public static Continuation continues(Entry checked) {
        try {
            return Continuation.ofBody(Objects.requireNonNull(checked.body()));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("an entry that was checked", e);
        }
    }

    public Frame toFrame() {
        byte[] text = words.words().getBytes(UTF_8);
        byte[] body = Objects.requireNonNull(entry.body());
        ByteBuffer out = ByteBuffer.allocate(
                AROUND_WORDS_BYTES + text.length + EntryHeader.BYTES + Ed25519.SIGNATURE_BYTES + body.length);
        out.put(salt).putShort((short) text.length).put(text).put(entry.headerBytes()).put(entry.signature()).put(body);
        return new Frame(FrameType.NEW_WORDS, out.array());
    }

    /// The words of that room are held here.
    public static Frame heldFrame(RoomId next) {
        return new Frame(FrameType.WORDS_HELD, next.bytes());
    }

    public static RoomId held(byte[] frameBody) throws MalformedFrameException {
        if (frameBody.length != RoomId.BYTES) throw new MalformedFrameException("an id of " + frameBody.length);
        return RoomId.of(frameBody);
    }

    /// Checks all but whether the words fit the id, and who may say so.
    public static NewWords read(byte[] frameBody) throws MalformedFrameException {
        ByteBuffer in = ByteBuffer.wrap(frameBody);
        if (in.remaining() < AROUND_WORDS_BYTES) throw new MalformedFrameException("new words cut off");
        byte[] salt = FrameFields.bytes(in, Continuation.SALT_BYTES);
        int length = Short.toUnsignedInt(in.getShort());
        if (length > RoomKey.MAX_BYTES || length > in.remaining()) throw new MalformedFrameException("words cut off");
        String words = text(FrameFields.bytes(in, length));
        if (!RoomKey.fits(words)) throw new MalformedFrameException("words that are no key");
        EntryHeader header = EntryHeader.read(in);
        if (!header.kind().equals(EntryKind.CONTINUES)) throw new MalformedFrameException("another kind of entry");
        if (in.remaining() != Ed25519.SIGNATURE_BYTES + header.bodyBytes()) {
            throw new MalformedFrameException("an entry that does not fill the frame");
        }
        byte[] signature = FrameFields.bytes(in, Ed25519.SIGNATURE_BYTES);
        byte[] body = FrameFields.bytes(in, header.bodyBytes());
        var entry = new Entry(header, signature, body);
        if (!entry.bodyHolds() || !entry.signatureHolds()) throw new MalformedFrameException("a forged entry");
        try {
            Continuation.ofBody(body);
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("an entry that cannot be read", e);
        }
        return new NewWords(salt, RoomKey.of(words), entry);
    }

    private static String text(byte[] bytes) throws MalformedFrameException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFrameException("words that are no text", e);
        }
    }

    /// No key may end in a log.
    @Override
    public String toString() {
        return "new words by " + entry;
    }

    /// The conversation of the new room.
    public ConversationId conversation() {
        return entry.header().conversation();
    }
}
