package io.landline.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BodyTextTest {
    @Test
    void eachFieldStandsOnALineOfItsOwn() {
        assertEquals("""
                {
                  "a": 1,
                  "b": [
                    {
                      "c": true
                    }
                  ],
                  "d": []
                }""", BodyText.of("{\"a\":1,\"b\":[{\"c\":true}],\"d\":[]}"));
    }

    @Test
    void whatStandsInATextIsNotTouched() {
        assertEquals("{\n  \"a\": \"{,:}\\\"[\"\n}", BodyText.of("{\"a\":\"{,:}\\\"[\"}"));
    }

    @Test
    void whatIsBrokenIsShownAsItIs() {
        assertEquals("}\n]".strip(), BodyText.of("}]").strip());
        assertEquals("{\n  \"a\\", BodyText.of("{\"a\\"));
        assertEquals("", BodyText.of(""));
    }

    @Test
    void aThousandBracketsDoNotPushTheRestOutOfSight() {
        String text = BodyText.of("[".repeat(1_000) + "1");
        assertTrue(text.lines().allMatch(line -> line.length() < 12), text);
    }
}
