package io.landline.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ListedTest {
    @Test
    void eachLanguageHasItsComma() {
        assertEquals("Ada, Bob", Listed.of(Locale.ENGLISH, List.of("Ada", "Bob")));
        assertEquals("Ada\u060C Bob", Listed.of(Locale.of("ar"), List.of("Ada", "Bob")));
        assertEquals("", Listed.of(Locale.of("ar"), List.of()));
    }
}
