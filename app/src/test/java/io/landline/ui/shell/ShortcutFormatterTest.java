package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.page.Shortcut;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCodeCombination;
import org.junit.jupiter.api.Test;

class ShortcutFormatterTest {
    private static ShortcutFormatter in(Language language, boolean mac) {
        return new ShortcutFormatter(Texts.beside(Shell.class, language), mac, false);
    }

    @Test
    void keysAreWrittenAsOnTheKeyboardOfTheSystem() {
        assertEquals(List.of(List.of("Ctrl", "K")), in(Language.ENGLISH, false).keys(Shortcut.GO_TO));
        assertEquals(List.of(List.of("⌘", "K")), in(Language.ENGLISH, true).keys(Shortcut.GO_TO));
        assertEquals(List.of(List.of("Maj", "F6")), in(Language.FRENCH, false).keys(Shortcut.PREVIOUS_PART));
        assertEquals(List.of(List.of("⌥", "⇧", "↓")), in(Language.FRENCH, true).keys(Shortcut.NEXT_UNREAD));
        assertEquals(List.of(List.of("Alt", "↓"), List.of("Ctrl", "Tab")),
                in(Language.ENGLISH, false).keys(Shortcut.NEXT_CONVERSATION));
        assertEquals("Ctrl+/ or F1", in(Language.ENGLISH, false).spoken(Shortcut.LIST));
    }

    @Test
    void keysThatReadAlikeStandOnce() {
        assertEquals(List.of(List.of("Ctrl", "+")), in(Language.ENGLISH, false).keys(Shortcut.LARGER));
        assertEquals(List.of(List.of("Ctrl", "0")), in(Language.ENGLISH, false).keys(Shortcut.USUAL_SIZE));
    }

    @Test
    void whereEnterBreaksLinesShiftAndEnterSend() {
        var swapped = new ShortcutFormatter(Texts.beside(Shell.class, Language.ENGLISH), false, true);
        assertEquals(List.of(List.of("Shift", "Enter"), List.of("Ctrl", "Enter")), swapped.keys(Shortcut.SEND));
        assertEquals(List.of(List.of("Enter")), swapped.keys(Shortcut.NEW_LINE));
        assertEquals(List.of(List.of("Ctrl", "K")), swapped.keys(Shortcut.GO_TO));
    }

    @Test
    void noKeyHasTwoMeanings() {
        Map<KeyCodeCombination, Shortcut> meanings = new HashMap<>();
        for (Shortcut each : Shortcut.values()) {
            for (KeyCodeCombination keys : each.keys()) {
                Shortcut before = meanings.put(keys, each);
                assertEquals(null, before, () -> keys + " also does " + each);
            }
        }
    }
}
