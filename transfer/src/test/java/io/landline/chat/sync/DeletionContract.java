package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Delete;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every store does with deletes (docs/protocol/acts.md, "Deleted bodies"), whatever comes first.
abstract class DeletionContract extends NameCardContract {
    private static Entry delete(Author author, long lamport, Entry target) {
        return author.write(lamport, EntryKind.DELETE, new Delete(target.reference(), List.of()).toBody());
    }

    private Entry held(Entry entry) {
        long number = entry.header().number();
        return entries.range(entry.log(), number, number, false, Integer.MAX_VALUE).getFirst();
    }

    @Test
    void aDeleteTakesTheBodyAwayAndStandsAsTheProof() {
        Author author = Author.of(ROOM, 7);
        Entry text = author.text("secret");
        Entry kept = author.text("kept");
        add(List.of(text, kept));
        Entry delete = delete(author, 3, text);
        add(List.of(delete));
        assertNull(held(text).body());
        assertEquals(Deletion.orNull(delete), held(text).deletion());
        assertEquals(kept, held(kept));
        assertTrue(entries.search(ROOM, "secret", 10).isEmpty());
        assertEquals(1, entries.search(ROOM, "kept", 10).size());
    }

    @Test
    void aBodyThatComesAfterItsDeleteIsNotKept() {
        Author author = Author.of(ROOM, 7);
        List<Entry> older = List.of(author.text("secret"), author.text("kept"));
        add(List.of(delete(author, 3, older.getFirst())));
        add(older);
        assertNull(held(older.getFirst()).body());
        assertTrue(held(older.getFirst()).isWhole());
        assertTrue(entries.search(ROOM, "secret", 10).isEmpty());
    }

    @Test
    void nobodyDeletesWhatIsAnothersInAnyOrder() {
        Author author = Author.of(ROOM, 7);
        Author other = Author.of(ROOM, 8);
        List<Entry> texts = author.texts(2);
        add(texts.subList(0, 1));
        add(List.of(delete(other, 3, texts.get(0)), delete(other, 4, texts.get(1))));
        add(texts.subList(1, 2));
        assertEquals(texts.get(0), held(texts.get(0)));
        assertEquals(texts.get(1), held(texts.get(1)));
    }

    @Test
    void whatCameDeletedIsKeptWithTheProofAndAProofErasesWhatIsHeld() {
        Author author = Author.of(ROOM, 7);
        Entry one = author.text("one");
        Entry two = author.text("two");
        Deletion ofOne = Objects.requireNonNull(Deletion.orNull(delete(new Author(author.identity, ROOM, 8), 9, one)));
        Deletion ofTwo = Objects.requireNonNull(Deletion.orNull(delete(new Author(author.identity, ROOM, 9), 9, two)));
        add(List.of(one.deletedBy(ofOne), two));
        assertEquals(ofOne, held(one).deletion());
        entries.erase(two.deletedBy(ofTwo));
        entries.erase(two.deletedBy(ofTwo));
        assertNull(held(two).body());
        assertEquals(ofTwo, held(two).deletion());
        assertTrue(entries.search(ROOM, "two", 10).isEmpty());
    }
}
