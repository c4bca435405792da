package io.landline.chat.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Reference;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The proof that travels in the place of a deleted body (docs/protocol/acts.md, "Deleted bodies").
class DeletionTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[16]));

    private final Author ada = Author.of(ROOM, 1);
    private final Author max = Author.of(ROOM, 1);

    static Entry delete(Author author, Entry target, Entry... edits) {
        List<Reference> named = List.of(edits).stream().map(Entry::reference).toList();
        return author.write(100, EntryKind.DELETE, new Delete(target.reference(), named).toBody());
    }

    private static Deletion proof(Entry delete) {
        return Objects.requireNonNull(Deletion.orNull(delete));
    }

    private static Entry sent(Entry entry) throws MalformedFrameException {
        Frame frame = new EntriesFrame(7, ROOM, List.of(entry)).encode();
        assertEquals(EntriesFrame.HEAD_BYTES + entry.sentBytes(), frame.body().length);
        return EntriesFrame.decode(frame.body()).entries().getFirst();
    }

    @Test
    void aDeletedEntryTravelsWithItsProof() throws Exception {
        Entry text = ada.text("away with it");
        Entry delete = delete(ada, text);
        Entry received = sent(text.deletedBy(proof(delete)));
        assertNull(received.body());
        assertTrue(received.isWhole());
        assertEquals(proof(delete), received.deletion());
        assertTrue(received.signatureHolds());
    }

    @Test
    void anEditIsCoveredWhereTheDeleteNamesItAmongTheEdits() {
        Entry text = ada.text("one");
        Entry edit = ada.write(2, EntryKind.EDIT, new Edit(text.reference(), "two", Set.of()).toBody());
        Entry other = ada.write(3, EntryKind.EDIT, new Edit(text.reference(), "three", Set.of()).toBody());
        Deletion deletion = proof(delete(ada, text, edit));
        assertTrue(deletion.covers(text));
        assertTrue(deletion.covers(edit));
        assertFalse(deletion.covers(other));
    }

    @Test
    void nothingOfAnotherAuthorAnotherConversationOrAnotherKindIsCovered() {
        Entry text = ada.text("mine");
        assertNull(Deletion.orNull(delete(max, text)));
        Entry edit = max.write(200, EntryKind.EDIT, new Edit(text.reference(), "his", Set.of()).toBody());
        assertNull(Deletion.orNull(delete(max, text, edit)), "nor does it take his own edits away");
        var elsewhere = new Author(ada.identity, ConversationId.of(RoomId.of(new byte[]{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                1, 1, 1, 1, 1})), 1);
        assertFalse(proof(delete(elsewhere, text)).covers(text));
        Entry offer = ada.write(5, EntryKind.OFFER, Author.bytes("{}"));
        assertFalse(proof(delete(ada, offer)).covers(offer));
        Entry first = delete(new Author(ada.identity, ROOM, 2), text);
        assertFalse(proof(delete(new Author(ada.identity, ROOM, 3), first)).covers(first), "a delete of a delete");
    }

    @Test
    void aReferenceWithAnotherIdNamesNothing() {
        Entry text = ada.text("mine");
        Reference right = text.reference();
        var wrong = new Reference(right.author(), right.log(), right.number(), right.idStart() + 1);
        Entry delete = ada.write(9, EntryKind.DELETE, new Delete(wrong, List.of()).toBody());
        assertFalse(proof(delete).covers(text));
        assertThrows(IllegalArgumentException.class, () -> text.deletedBy(proof(delete)));
    }

    @Test
    void aProofThatNamesAnotherEntryEndsTheSession() {
        Entry text = ada.text("one");
        Entry other = ada.text("two");
        byte[] frame = new EntriesFrame(7, ROOM, List.of(text.deletedBy(proof(delete(ada, text))))).encode().body();
        byte[] header = other.headerBytes();
        System.arraycopy(header, 0, frame, EntriesFrame.HEAD_BYTES, header.length);
        var wrong = assertThrows(MalformedFrameException.class, () -> EntriesFrame.decode(frame));
        assertEquals("deleted by what does not name it", wrong.getMessage());
    }

    @Test
    void aProofThatIsCutOffOrChangedEndsTheSession() {
        byte[] frame = new EntriesFrame(7, ROOM, List.of(deleted())).encode().body();
        for (int length = EntriesFrame.HEAD_BYTES; length < frame.length; length += 7) {
            byte[] cut = java.util.Arrays.copyOf(frame, length);
            assertThrows(MalformedFrameException.class, () -> EntriesFrame.decode(cut));
        }
        byte[] changed = frame.clone();
        changed[frame.length - 3] ^= 1;
        assertThrows(MalformedFrameException.class, () -> EntriesFrame.decode(changed));
        byte[] flag = frame.clone();
        flag[EntriesFrame.HEAD_BYTES + EntryHeader.BYTES + 64] = 3;
        assertThrows(MalformedFrameException.class, () -> EntriesFrame.decode(flag));
    }

    private Entry deleted() {
        Entry text = ada.text("one");
        return text.deletedBy(proof(delete(ada, text)));
    }
}
