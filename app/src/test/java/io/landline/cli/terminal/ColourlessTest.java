package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What `NO_COLOR` says (no-color.org).
class ColourlessTest {
    @Test
    void anEmptyValueIsNone() {
        assertTrue(Terminal.isColourless(Map.of("NO_COLOR", "1")));
        assertFalse(Terminal.isColourless(Map.of("NO_COLOR", "")));
        assertFalse(Terminal.isColourless(Map.of()));
    }
}
