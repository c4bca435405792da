package io.landline.storage.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.filetransfer.OfferBody;
import io.landline.room.ConversationId;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Letters of many scripts, as keyboards and file systems make them.
class SearchedLettersTest extends StoredActsTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final List<String> WORDS = List.of("été", "Tiếng", "がっこう", "한국어", "أحمد", "Ελλάς", "Київ", "हिन्दी",
            "สวัสดี");

    private List<Entry> found(String words) {
        return entries.search(ROOM, words, 10);
    }

    /// A name of a file that was made on macOS has letters and their marks one by one. A keyboard makes one of both.
    @Test
    void aLetterIsFoundByItsPartsAndTheOtherWayRound() {
        for (String word : WORDS) {
            for (Form stored : List.of(Form.NFC, Form.NFD)) {
                Author ada = Author.of(ROOM, 1);
                Entry text = ada.text("said " + Normalizer.normalize(word, stored));
                String name = Normalizer.normalize(word, stored) + ".pdf";
                Entry offer = ada.write(2, EntryKind.OFFER,
                        new OfferBody(1, 1, List.of(name), OfferBody.CHUNK_BYTES_MIN, 0, null).toJson());
                store(text, offer);
                for (Form typed : List.of(Form.NFC, Form.NFD)) {
                    String sought = Normalizer.normalize(word, typed);
                    assertEquals(List.of(text, offer), found(sought), sought);
                    assertEquals(List.of(text), found("said " + sought), sought);
                    assertEquals(List.of(), found("unsaid " + sought), sought);
                }
                entries.drop(ada.key());
            }
        }
    }

    /// As older keyboards and encodings make them: no other form has them.
    @Test
    void aLetterThatHasOtherFormsIsFoundAsItWasTyped() {
        for (String word : List.of("\u0958लम", "\uf92a人", "\u2126μ")) {
            Author ada = Author.of(ROOM, 1);
            Entry text = ada.text(word);
            store(text);
            assertEquals(List.of(text), found(word), word);
        }
    }
}
