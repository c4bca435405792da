package io.landline.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShortcutTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static KeyEvent pressed(KeyCode code, String letter, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", letter, code, shift, true, false, false);
    }

    @Test
    void theListOfKeysOpensByASlashThatNeedsShift() {
        TestedScreen.onFx(() -> {
            assertTrue(Shortcut.LIST.matches(pressed(KeyCode.SLASH, "/", false)));
            assertTrue(Shortcut.LIST.matches(pressed(KeyCode.DIGIT7, "/", true)), "a German keyboard");
        });
    }

    @Test
    void aDigitWithShiftOpensTheListOnlyWhereItWritesASlash() {
        TestedScreen.onFx(
                () -> assertFalse(Shortcut.LIST.matches(pressed(KeyCode.DIGIT7, "&", true)), "an American keyboard"));
    }

    /// In an empty field. Nobody who reads the list would find it otherwise.
    @Test
    void theKeyThatChangesTheLastMessageIsOfTheList() {
        var arrow = new KeyCodeCombination(KeyCode.UP);
        List<Shortcut> of = Stream.of(Shortcut.values()).filter(each -> each.keys().contains(arrow)).toList();
        assertEquals(List.of(Shortcut.Group.MESSAGES), of.stream().map(Shortcut::group).toList());
    }

    @Test
    void aDigitWithoutShiftStillLeadsToAPage() {
        TestedScreen.onFx(() -> {
            assertFalse(Shortcut.LIST.matches(pressed(KeyCode.DIGIT7, "7", false)));
            assertEquals(6, Shortcut.PAGE.indexOf(pressed(KeyCode.DIGIT7, "7", false)));
        });
    }
}
