package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SearchTextTest {
    @Test
    void eachLetterIsComparedWithoutItsMarksInOneForm() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) continue;
            String text = "a" + Character.toString(c) + "\u0323b";
            String bare = Normalizer.normalize(text, Form.NFKD).replaceAll("\\p{M}+", "");
            assertEquals(bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), SearchText.folded(text),
                    () -> Integer.toHexString(text.codePointAt(1)));
        }
    }
}
