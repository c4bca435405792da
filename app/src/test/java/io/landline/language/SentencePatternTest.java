package io.landline.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sentences of bundles, filled.
class SentencePatternTest {
    private static final Locale ARABIC = Locale.forLanguageTag("ar-u-nu-latn");
    private static final String FILES = "{0,choice,0#لا ملفات|1#ملف واحد|2#ملفان|3#{0,number} ملفات"
            + "|11#{0,number} ملفًا|100#{0,number} ملف}";

    /// The plural rules of CLDR.
    @ParameterizedTest
    @CsvSource({"0,لا ملفات", "1,ملف واحد", "2,ملفان", "3,3 ملفات", "10,10 ملفات", "11,11 ملفًا", "99,99 ملفًا",
            "100,100 ملف", "101,101 ملف", "102,102 ملف", "103,103 ملفات", "110,110 ملفات", "111,111 ملفًا",
            "199,199 ملفًا",
            "200,200 ملف", "202,202 ملف", "1000003,'1,000,003 ملفات'"})
    void aNumberHasItsFormInArabic(long number, String said) {
        assertEquals(said, SentencePattern.fill(FILES, ARABIC, number));
        assertEquals(said, SentencePattern.fill(FILES, ARABIC, (double) number));
        assertEquals("في مجلد: " + said, SentencePattern.fill("{1}: " + FILES, ARABIC, number, "في مجلد"));
    }

    @Test
    void aPartOfOneHasTheFormOfAllOthers() {
        assertEquals("1.5 ملف", SentencePattern.fill(FILES, ARABIC, 1.5));
        assertEquals("4.5 ملف", SentencePattern.fill(FILES, ARABIC, 4.5));
    }

    @Test
    void otherLanguagesChooseByTheNumberItself() {
        String files = "{0,choice,0#no file|1#one file|1<{0,number} files}";
        assertEquals("no file", SentencePattern.fill(files, Locale.ENGLISH, 0));
        assertEquals("one file", SentencePattern.fill(files, Locale.ENGLISH, 1));
        assertEquals("111 files", SentencePattern.fill(files, Locale.ENGLISH, 111));
    }

    @Test
    void anArgumentIsNeverReadAsAPattern() {
        assertEquals("{1} of {0}", SentencePattern.fill("{0} of {1}", Locale.ENGLISH, "{1}", "{0}"));
    }
}
