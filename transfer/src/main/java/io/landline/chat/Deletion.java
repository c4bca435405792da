package io.landline.chat;

import io.landline.chat.act.Act;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Reference;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.json.MalformedJsonException;
import io.landline.room.ConversationId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A `delete` as the proof that its author took an entry's body away: it travels in the place of that body
/// (docs/protocol/acts.md, "Deleted bodies"). Whether its signature holds is asked apart. Immutable; any thread.
public final class Deletion {
    /// A delete that another one carries has a header and a signature, in base64.
    private static final int CARRIED_CHARS = (EntryHeader.BYTES + Ed25519.SIGNATURE_BYTES) / 3 * 4;

    private final Entry entry;
    private final Delete act;

    private Deletion(Entry entry, Delete act) {
        this.entry = entry;
        this.act = act;
    }

    /// Reads an entry of the kind `delete`, which has its body. What deletes nothing is a [MalformedJsonException]: one
    /// that cannot be read, and one of what is another's.
    public static Deletion of(Entry delete) throws MalformedJsonException {
        byte[] body = delete.body();
        if (body == null || !delete.kind().equals(EntryKind.DELETE)) throw new MalformedJsonException("no delete");
        Delete act = Delete.ofBody(body);
        if (!act.target().author().equals(delete.author())) throw new MalformedJsonException("a delete of another's");
        return new Deletion(delete, act);
    }

    /// The same; null for what is no delete or deletes nothing.
    public static @Nullable Deletion orNull(Entry entry) {
        if (!entry.kind().equals(EntryKind.DELETE) || entry.body() == null) return null;
        try {
            return of(entry);
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    /// All that an entry of the kind `delete` deletes: in its own room, and in those that this one continues
    /// (docs/protocol/new-words.md, "Acts on what was said before"). Nothing for any other entry. Checks the signatures
    /// of the latter.
    public static List<Deletion> all(Entry entry) {
        Deletion own = orNull(entry);
        if (own == null) return List.of();
        var all = new ArrayList<>(List.of(own));
        for (Deletion each : own.carried()) if (each.signatureHolds()) all.add(each);
        return all;
    }

    /// What an entry deletes in one room; null for nothing. Checks one signature at most.
    public static @Nullable Deletion in(ConversationId room, Entry entry) {
        return in(room, entry, Deletion::signatureHolds);
    }

    static @Nullable Deletion in(ConversationId room, Entry entry, Predicate<Deletion> signatureHolds) {
        Deletion own = orNull(entry);
        if (own == null || own.room().equals(room)) return own;
        for (Deletion each : own.carried()) {
            if (each.room().equals(room)) return signatureHolds.test(each) ? each : null;
        }
        return null;
    }

    /// Of how many deletes for earlier rooms an entry may be made, as far as its length tells: to read it takes longer.
    public static int carriedMost(Entry entry) {
        byte[] body = entry.body();
        if (body == null || !entry.kind().equals(EntryKind.DELETE)) return 0;
        return Math.min(Delete.EARLIER_MAX, body.length / CARRIED_CHARS);
    }

    /// The deletes for earlier rooms, one of each room; their signatures are not looked at.
    private List<Deletion> carried() {
        var carried = new ArrayList<Deletion>();
        var rooms = new HashSet<>(Set.of(room()));
        for (String each : act.earlier()) {
            Deletion earlier = earlier(each);
            if (earlier != null && earlier.entry.author().equals(entry.author()) && rooms.add(earlier.room())) {
                carried.add(earlier);
            }
        }
        return carried;
    }

    private ConversationId room() {
        return entry.header().conversation();
    }

    private static @Nullable Deletion earlier(String text) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            Deletion read = read(in);
            return !in.hasRemaining() && read.act.earlier().isEmpty() ? read : null;
        } catch (IllegalArgumentException | MalformedFrameException e) {
            return null; // it deletes nothing
        }
    }

    /// As a delete in a later room carries it.
    public String text() {
        ByteBuffer out = ByteBuffer.allocate(sentBytes());
        write(out);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
    }

    /// Takes it off a frame: header, signature, body.
    public static Deletion read(ByteBuffer in) throws MalformedFrameException {
        EntryHeader header = EntryHeader.read(in);
        if (in.remaining() < Ed25519.SIGNATURE_BYTES) throw new MalformedFrameException("delete cut off");
        byte[] signature = FrameFields.bytes(in, Ed25519.SIGNATURE_BYTES);
        if (header.bodyBytes() > Act.BODY_BYTES_MAX || header.bodyBytes() > in.remaining()) {
            throw new MalformedFrameException("delete too long or cut off");
        }
        var entry = new Entry(header, signature, FrameFields.bytes(in, header.bodyBytes()));
        if (!entry.bodyHolds()) throw new MalformedFrameException("delete with another body than the signed one");
        try {
            return of(entry);
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("delete that deletes nothing", e);
        }
    }

    public void write(ByteBuffer out) {
        out.put(entry.headerBytes()).put(entry.signature()).put(Objects.requireNonNull(entry.body()));
    }

    /// The `delete` itself.
    public Entry entry() {
        return entry;
    }

    /// All that it names: the message first, then the edits of it, and what else the message was written as.
    public List<Reference> named() {
        var named = new ArrayList<Reference>();
        named.add(act.target());
        named.addAll(act.edits());
        return named;
    }

    /// Whether it takes this entry's body away.
    public boolean covers(Entry other) {
        if (!other.header().conversation().equals(entry.header().conversation())
                || !other.author().equals(entry.author())) {
            return false;
        }
        if (other.kind().equals(EntryKind.EDIT)) return act.edits().contains(other.reference());
        return isDeletable(other.kind()) && named().contains(other.reference());
    }

    /// Whether an author may delete entries of this kind. Offers are withdrawn instead.
    private static boolean isDeletable(EntryKind kind) {
        return kind.equals(EntryKind.TEXT) || kind.equals(EntryKind.POLL);
    }

    /// Takes about 0.4 ms.
    public boolean signatureHolds() {
        return entry.signatureHolds();
    }

    /// Bytes that it takes in a frame.
    int sentBytes() {
        return EntryHeader.BYTES + Ed25519.SIGNATURE_BYTES + entry.header().bodyBytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Deletion that && entry.equals(that.entry);
    }

    @Override
    public int hashCode() {
        return entry.hashCode();
    }

    @Override
    public String toString() {
        return "delete " + entry;
    }
}
