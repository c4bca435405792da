package io.landline.ui.chats.composer;

import javafx.scene.control.IndexRange;
import javafx.scene.control.TextInputControl;

/// Puts signs of Markdown around the letters that are selected in a field, or takes them away. One step for undo.
/// JavaFX thread.
final class Wrapping {
    static final String BOLD = "**";
    static final String ITALIC = "*";
    static final String CODE = "`";

    private Wrapping() {}

    /// Without a selection the caret stands between the signs afterwards; else the same letters are selected.
    static void toggle(TextInputControl field, String sign) {
        IndexRange letters = field.getSelection();
        String chosen = field.getSelectedText();
        int size = sign.length();
        if (isWrapped(field.getText(), letters, sign)) {
            field.replaceText(letters.getStart() - size, letters.getEnd() + size, chosen);
            field.selectRange(letters.getStart() - size, letters.getEnd() - size);
        } else {
            field.replaceSelection(sign + chosen + sign);
            field.selectRange(letters.getStart() + size, letters.getEnd() + size);
        }
    }

    /// One star beside another is half of the sign for bold letters.
    private static boolean isWrapped(String text, IndexRange letters, String sign) {
        String before = text.substring(0, letters.getStart());
        String behind = text.substring(letters.getEnd());
        if (!before.endsWith(sign) || !behind.startsWith(sign)) return false;
        boolean isHalf = before.endsWith(BOLD) && behind.startsWith(BOLD) && !before.endsWith(BOLD + ITALIC);
        return !sign.equals(ITALIC) || !isHalf;
    }
}
