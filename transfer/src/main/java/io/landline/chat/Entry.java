package io.landline.chat;

import io.landline.chat.act.Reference;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One signed item in an author's log: the header, the author's signature over it, and the body. The body may be
/// missing without breaking the log: its author deleted it, then the proof of that is here, or it was not sent.
/// Immutable; any thread. Arrays that it is made from are given away, arrays that it hands out are copies.
public final class Entry {
    /// An entry as sent (docs/protocol/conversations.md, "An entry"), with all that stands around it in a frame. It
    /// fits one control frame of 128 KiB.
    public static final int SENT_BYTES_MAX = 100 * 1024;
    /// Header, signature, and the byte that says whether the body is there.
    public static final int AROUND_BODY_BYTES = EntryHeader.BYTES + Ed25519.SIGNATURE_BYTES + 1;
    public static final int BODY_BYTES_MAX = SENT_BYTES_MAX - AROUND_BODY_BYTES;

    private final EntryHeader header;
    private final byte[] headerBytes;
    private final byte[] hash;
    private final byte[] signature;
    private final byte @Nullable [] body;
    private final @Nullable Deletion deletion;
    private final Fingerprint author;

    /// Puts an entry together again as it was stored or received. Nothing is checked but lengths.
    public Entry(EntryHeader header, byte[] signature, byte @Nullable [] body) {
        this(header, signature, body, null);
    }

    private Entry(EntryHeader header, byte[] signature, byte @Nullable [] body, @Nullable Deletion deletion) {
        if (signature.length != Ed25519.SIGNATURE_BYTES) {
            throw new IllegalArgumentException("signature of a wrong length");
        }
        if (body != null && body.length != header.bodyBytes()) {
            throw new IllegalArgumentException("body of a wrong length");
        }
        this.header = header;
        this.signature = signature;
        this.body = body;
        this.deletion = deletion;
        headerBytes = header.encode();
        hash = Sha256.of(headerBytes);
        author = header.author();
    }

    /// An entry as a store kept it. Wrong lengths are an [IllegalArgumentException]: the store is damaged.
    public static Entry stored(byte[] headerBytes, byte[] signature, byte @Nullable [] body) {
        try {
            return new Entry(EntryHeader.read(ByteBuffer.wrap(headerBytes)), signature, body);
        } catch (MalformedFrameException e) {
            throw new IllegalArgumentException("not a stored entry", e);
        }
    }

    /// The same entry without its body. A deletion that does not cover it is an [IllegalArgumentException].
    public Entry deletedBy(Deletion proof) {
        if (!proof.covers(this)) throw new IllegalArgumentException(proof + " is of another entry");
        return new Entry(header, signature, null, proof);
    }

    /// A new entry of our own, signed.
    public static Entry signed(Identity author, EntryHeader header, byte[] body) {
        return new Entry(header, author.sign(SignatureLabel.ENTRY, header.encode()), body);
    }

    public EntryHeader header() {
        return header;
    }

    /// The [EntryHeader#BYTES] bytes that are signed, stored and handed on.
    public byte[] headerBytes() {
        return headerBytes.clone();
    }

    /// SHA-256 of the header: what the next entry of the log names.
    public byte[] hash() {
        return hash.clone();
    }

    public byte[] signature() {
        return signature.clone();
    }

    /// Null where the body has gone.
    public byte @Nullable [] body() {
        return body == null ? null : body.clone();
    }

    /// The proof that its author deleted it. Null where the body is here, or was not sent.
    public @Nullable Deletion deletion() {
        return deletion;
    }

    /// Whether nothing is missing: the body is here, or the proof that it was deleted.
    public boolean isWhole() {
        return body != null || deletion != null;
    }

    /// How an act names it.
    public Reference reference() {
        return new Reference(author, header.log(), header.number(), id().high());
    }

    public EntryId id() {
        return EntryId.ofHash(hash);
    }

    public Fingerprint author() {
        return author;
    }

    public LogKey log() {
        return new LogKey(header.conversation(), author, header.log());
    }

    public EntryKind kind() {
        return header.kind();
    }

    /// By the author's clock: for people to see, never to order by.
    public Instant written() {
        return Instant.ofEpochMilli(header.writtenMillis());
    }

    /// Where the entry stands in the timeline of its conversation.
    public TimelinePosition position() {
        return new TimelinePosition(header.lamport(), author, header.number(), header.log());
    }

    /// Whether the author of the header signed it. Takes about 0.1 ms.
    public boolean signatureHolds() {
        return Ed25519.verify(header.authorKey(), SignatureLabel.ENTRY, signature, headerBytes);
    }

    /// Whether the body, where it is here, is the one that the header names.
    public boolean bodyHolds() {
        return body == null || Arrays.equals(Sha256.of(body), header.bodyHash());
    }

    /// Whether this entry's header names that hash as the one before.
    public boolean follows(byte[] hashBefore) {
        return Arrays.equals(header.previous(), hashBefore);
    }

    /// Bytes that it takes in a frame: what bounds a batch.
    public int sentBytes() {
        return AROUND_BODY_BYTES + (body == null ? 0 : body.length) + (deletion == null ? 0 : deletion.sentBytes());
    }

    /// The same header with the same signature and body, or without one.
    @Override
    public boolean equals(Object other) {
        return other instanceof Entry that && Arrays.equals(headerBytes, that.headerBytes)
                && Arrays.equals(signature, that.signature) && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /// Says where it is in its log, and nothing of its body.
    @Override
    public String toString() {
        return author.brief() + "/" + log().logHex() + "/" + header.number();
    }
}
