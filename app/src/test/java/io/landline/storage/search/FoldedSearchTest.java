package io.landline.storage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore.Durability;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.DatabaseTest;
import io.landline.ui.text.SearchTerms;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A message is found by what people type for it, in any language, and the window marks the very letters.
class FoldedSearchTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    @ParameterizedTest
    @CsvSource(textBlock = """
            Καλημέρα Νίκος,          νικοσ,    Νίκος
            Καλημέρα Νίκος,          ΚΑΛΗΜΕΡΑ, Καλημέρα
            die Straße dort,         strasse,  Straße
            die Strasse dort,        straße,   Strasse
            İstanbul ılık,           istanbul, İstanbul
            İstanbul ılık,           ilik,     ılık
            Søren med Ægir,          aeg,      Æg
            Søren med Ægir,          soren,    Søren
            قال أَحْمَد نعم,            احمد,     أَحْمَد
            المدرسة,                 المدرسه,  المدرسة
            שָׁלוֹם לכם,               שלום,     שָׁלוֹם
            我们明天去图书馆,          图书馆,    图书馆
            我们明天去图书馆,          天,        天
            今日は東京タワーへ,         タワー,    タワー
            今日は東京タワーへ,         たわ,      タワ
            พรุ่งนี้ไปโรงเรียน,        โรงเรียน,  โรงเรียน
            ខ្ញុំទៅសាលារៀន,            សាលា,     សាលា
            मेरी हिन्दी किताब,         हिन्दी,    हिन्दी
            한국어 공부,               하,        한
            Ｌａｎ party,             lan,      Ｌａｎ
            well done 👍🏽!,           👍,        👍🏽
            well done👍,              done👍,    done👍
            """)
    void aMessageIsFoundAndItsLettersAreMarked(String text, String typed, String marked) {
        Entry entry = Author.of(ROOM, 1).text(text);
        SqliteChat.stores(database).entries().add(List.of(entry), 1, Durability.BATCHED);
        assertEquals(List.of(entry), new TimelineSearch(database).newest(ROOM, typed, null, 5));
        assertEquals(List.of(marked), SearchTerms.of(typed)
                .in(text)
                .stream()
                .map(each -> text.substring(each.start(), each.end()))
                .toList());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            我们明天去,   天明
            หมา,        มห
            कि,         की
            東京,        京東
            👍,         👎
            かす,        がす
            """)
    void anotherWordIsNotFound(String text, String typed) {
        Entry entry = Author.of(ROOM, 1).text(text);
        SqliteChat.stores(database).entries().add(List.of(entry), 1, Durability.BATCHED);
        assertEquals(List.of(), new TimelineSearch(database).newest(ROOM, typed, null, 5));
        assertEquals(List.of(), SearchTerms.of(typed).in(text));
    }
}
