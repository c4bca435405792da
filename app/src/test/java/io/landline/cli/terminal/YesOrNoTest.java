package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person may answer to a question.
class YesOrNoTest {
    @AfterEach
    void english() {
        CommandTexts.choose(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", " yes ", "yep", "", "  "})
    void enterAloneAndWhatBeginsWithAYIsYes(String typed) {
        assertEquals(true, YesOrNo.of(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "N", "no", "nope "})
    void whatBeginsWithAnNIsNo(String typed) {
        assertEquals(false, YesOrNo.of(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "ja", "1", "?", "\u001b[A", "quit", "/help", "\u00fc"})
    void whatIsNeitherDecidesNothing(String typed) {
        assertNull(YesOrNo.of(typed));
    }

    @ParameterizedTest
    @CsvSource({"GERMAN, J, nein", "FRENCH, Oui, non", "SPANISH, sí, no", "SPANISH, si, n", "ARABIC, نعم, لا",
            "GERMAN, yes, no", "ARABIC, y, n"})
    void eachLanguageHasItsOwnWordsToo(Language language, String yes, String no) {
        CommandTexts.choose(language);
        assertEquals(true, YesOrNo.of(yes));
        assertEquals(false, YesOrNo.of(no));
    }

    @Test
    void theLongestWordIsReadToItsEnd() {
        CommandTexts.choose(Language.GERMAN);
        assertNull(YesOrNo.of("jain"));
    }
}
