package io.landline.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.landline.chat.view.FoldedText.Word;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
    private static void alike(String one, String other) {
        assertEquals(FoldedText.indexed(one), FoldedText.indexed(other), one + " and " + other);
    }

    private static void differ(String one, String other) {
        assertNotEquals(FoldedText.indexed(one), FoldedText.indexed(other));
    }

    @Test
    void caseAndAccentsDoNotCount() {
        alike("Élève", "eleve");
        alike("e\u0301le\u0300ve", "ELEVE");
        alike("Ελένη ΝΊΚΟΣ", "ελενη νικος");
        alike("Ёлка", "елка");
        alike("Straße STRASSE", "strasse straße");
        alike("İstanbul ISPARTA ılık", "istanbul ısparta ilik");
        alike("Ægir Œuvre Søren Łódź Þór", "aegir oeuvre soren lodz thor");
    }

    /// They are indexed in a shorter way than others.
    @Test
    void plainTextsAreIndexedAsTheirWords() {
        for (String text : List.of("", " ?! ", "Well-Known, at 192.168.1.10!", "a  B\n(c)", "x")) {
            assertEquals(String.join(" ", FoldedText.words(text).stream().map(Word::folded).toList()),
                    FoldedText.indexed(text));
        }
        assertEquals("well known at 9", FoldedText.indexed(" Well-Known, at 9!"));
    }

    @Test
    void widthAndKindOfDigitDoNotCount() {
        alike("Ｌａｎ ３", "lan 3");
        alike("١٢ १२", "12 12");
        alike("ﬁ ²", "fi 2");
    }

    @Test
    void arabicAndHebrewVowelsDoNotCount() {
        alike("مُحَمَّد", "محمد");
        alike("أحمد إلى آخر ٱلعربية", "احمد الي اخر العربيه");
        alike("كـــتاب", "كتاب");
        alike("کتاب یک", "كتاب يك");
        alike("שָׁלוֹם", "שלומ");
        assertEquals(List.of("مي", "خواهم"), FoldedText.sought("می\u200Cخواهم"));
    }

    @Test
    void signsOfVowelsStayWhereTheyMakeAnotherWord() {
        assertEquals("हिन्दी", FoldedText.indexed("हिन्दी"));
        differ("कि", "की");
        alike("क़लम", "क\u093Cलम");
        assertEquals("தமிழ்", FoldedText.indexed("தமிழ்"));
    }

    @Test
    void aScriptWithoutSpacesHasAWordForEachLetter() {
        assertEquals("東京 京都 都", FoldedText.indexed("東京都"));
        assertEquals("iphone 手机 机", FoldedText.indexed("iPhone手机"));
        assertEquals("สว วั ัส สด ดี ี", FoldedText.indexed("สวัสดี"));
        assertEquals("ខ្ ្ម មែ ែរ រ", FoldedText.indexed("ខ្មែ\u200Bរ"));
        alike("ガス", "がす");
        alike("ｶﾞｽ", "か\u3099す");
        differ("かす", "がす");
        assertEquals("한국", Normalizer.normalize(FoldedText.indexed("한국"), Form.NFC));
    }

    @Test
    void anEmojiIsAWordWhateverItsSkin() {
        assertEquals("ok 👍 👍 a", FoldedText.indexed("ok👍🏽👍a"));
        assertEquals("❤ 🇩 🇪", FoldedText.indexed("❤️🇩🇪"));
        assertEquals(List.of("👩", "💻"), FoldedText.sought("👩‍💻"));
    }

    @Test
    void whatIsSoughtGoesOnBehindItsLastLetter() {
        assertEquals(List.of("京"), FoldedText.sought("京"));
        assertEquals(List.of("東京"), FoldedText.sought("東京"));
        assertEquals(List.of("東京", "京都"), FoldedText.sought("東京都"));
        assertEquals(List.of("手机", "机", "a"), FoldedText.sought("手机a"));
        assertEquals(List.of("well", "known"), FoldedText.sought("well-known"));
        assertEquals(List.of(), FoldedText.sought("?!\u0301ـ"));
    }

    @Test
    void eachUnitKnowsItsPlaceInTheText() {
        Word word = FoldedText.words("a Straße\u0301n").getLast();
        assertEquals("strassen", word.folded());
        assertEquals(2, word.start());
        assertEquals(7, word.end(6));
        assertEquals(9, word.end(7));
        assertEquals(10, word.end(8));
    }

    /// A sign for a sentence would make an index of ten times the text.
    @Test
    void signsForSentencesStay() {
        assertEquals("ﷺ", FoldedText.indexed("ﷺ"));
    }
}
