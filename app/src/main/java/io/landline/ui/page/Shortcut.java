package io.landline.ui.page;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.CONTROL_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Every key with a meaning of its own. What acts on a key asks this table, and the page of shortcuts lists it: so the
/// list is true. Immutable; any thread.
public enum Shortcut {
    PAGE(Group.WINDOW, digits()),
    GO_TO(Group.WINDOW, new KeyCodeCombination(KeyCode.K, SHORTCUT_DOWN)),
    NEXT_PART(Group.WINDOW, new KeyCodeCombination(KeyCode.F6)),
    PREVIOUS_PART(Group.WINDOW, new KeyCodeCombination(KeyCode.F6, SHIFT_DOWN)),
    LARGER(Group.WINDOW, new KeyCodeCombination(KeyCode.PLUS, SHORTCUT_DOWN, SHIFT_ANY),
            new KeyCodeCombination(KeyCode.EQUALS, SHORTCUT_DOWN, SHIFT_ANY),
            new KeyCodeCombination(KeyCode.ADD, SHORTCUT_DOWN)),
    SMALLER(Group.WINDOW, new KeyCodeCombination(KeyCode.MINUS, SHORTCUT_DOWN, SHIFT_ANY),
            new KeyCodeCombination(KeyCode.SUBTRACT, SHORTCUT_DOWN)),
    USUAL_SIZE(Group.WINDOW, new KeyCodeCombination(KeyCode.DIGIT0, SHORTCUT_DOWN, SHIFT_ANY),
            new KeyCodeCombination(KeyCode.NUMPAD0, SHORTCUT_DOWN)),
    MENU(Group.WINDOW, new KeyCodeCombination(KeyCode.F10, SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.CONTEXT_MENU)),
    BACK(Group.WINDOW, new KeyCodeCombination(KeyCode.ESCAPE)),
    /// On some keyboards the slash is on another key, with Shift: see [#matches]. F1 is everywhere.
    LIST(Group.WINDOW, new KeyCodeCombination(KeyCode.SLASH, SHORTCUT_DOWN),
            new KeyCodeCombination(KeyCode.DIVIDE, SHORTCUT_DOWN), new KeyCodeCombination(KeyCode.F1)),

    NEXT_CONVERSATION(Group.CONVERSATIONS, new KeyCodeCombination(KeyCode.DOWN, ALT_DOWN),
            new KeyCodeCombination(KeyCode.TAB, CONTROL_DOWN)),
    PREVIOUS_CONVERSATION(Group.CONVERSATIONS, new KeyCodeCombination(KeyCode.UP, ALT_DOWN),
            new KeyCodeCombination(KeyCode.TAB, CONTROL_DOWN, SHIFT_DOWN)),
    NEXT_UNREAD(Group.CONVERSATIONS, new KeyCodeCombination(KeyCode.DOWN, ALT_DOWN, SHIFT_DOWN)),
    PREVIOUS_UNREAD(Group.CONVERSATIONS, new KeyCodeCombination(KeyCode.UP, ALT_DOWN, SHIFT_DOWN)),
    MARK_UNREAD(Group.CONVERSATIONS, new KeyCodeCombination(KeyCode.U, SHORTCUT_DOWN)),
    SEARCH(Group.CONVERSATIONS, new KeyCodeCombination(KeyCode.F, SHORTCUT_DOWN)),
    SEARCH_ALL(Group.CONVERSATIONS, new KeyCodeCombination(KeyCode.F, SHORTCUT_DOWN, SHIFT_DOWN)),

    NEWEST(Group.MESSAGES, new KeyCodeCombination(KeyCode.END)),
    COPY(Group.MESSAGES, new KeyCodeCombination(KeyCode.C, SHORTCUT_DOWN)),
    OPEN_LINK(Group.MESSAGES, new KeyCodeCombination(KeyCode.O, SHORTCUT_DOWN)),
    SELECT(Group.MESSAGES, new KeyCodeCombination(KeyCode.SPACE)),
    /// With Ctrl it sends whatever Enter alone does: see [#keys(boolean)].
    SEND(Group.MESSAGES, new KeyCodeCombination(KeyCode.ENTER), new KeyCodeCombination(KeyCode.ENTER, SHORTCUT_DOWN)),
    NEW_LINE(Group.MESSAGES, new KeyCodeCombination(KeyCode.ENTER, SHIFT_DOWN)),
    /// In an empty field.
    EDIT_LAST(Group.MESSAGES, new KeyCodeCombination(KeyCode.UP)),
    /// Behind [#EDIT_LAST], while nothing is changed.
    EDIT_NEXT(Group.MESSAGES, new KeyCodeCombination(KeyCode.DOWN)),
    /// Half as high as the conversation, and as high as its text again.
    LARGE_FIELD(Group.MESSAGES, new KeyCodeCombination(KeyCode.K, SHORTCUT_DOWN, SHIFT_DOWN)),
    BOLD(Group.MESSAGES, new KeyCodeCombination(KeyCode.B, SHORTCUT_DOWN)),
    ITALIC(Group.MESSAGES, new KeyCodeCombination(KeyCode.I, SHORTCUT_DOWN)),
    CODE(Group.MESSAGES, new KeyCodeCombination(KeyCode.E, SHORTCUT_DOWN)),
    PASTE(Group.MESSAGES, new KeyCodeCombination(KeyCode.V, SHORTCUT_DOWN)),

    PREVIOUS_PICTURE(Group.PICTURES, new KeyCodeCombination(KeyCode.LEFT)),
    NEXT_PICTURE(Group.PICTURES, new KeyCodeCombination(KeyCode.RIGHT)),
    LARGER_PICTURE(Group.PICTURES, new KeyCodeCombination(KeyCode.PLUS, SHIFT_ANY),
            new KeyCodeCombination(KeyCode.EQUALS, SHIFT_ANY), new KeyCodeCombination(KeyCode.ADD)),
    SMALLER_PICTURE(Group.PICTURES, new KeyCodeCombination(KeyCode.MINUS, SHIFT_ANY),
            new KeyCodeCombination(KeyCode.SUBTRACT)),
    WHOLE_PICTURE(Group.PICTURES, new KeyCodeCombination(KeyCode.DIGIT0, SHIFT_ANY),
            new KeyCodeCombination(KeyCode.NUMPAD0)),
    SAVE(Group.PICTURES, new KeyCodeCombination(KeyCode.S, SHORTCUT_DOWN));

    private static final String SLASH = "/";
    private static final KeyCombination SHIFTED_SLASH = new KeyCharacterCombination(SLASH, SHORTCUT_DOWN, SHIFT_DOWN);

    /// Where it holds.
    public enum Group { WINDOW, CONVERSATIONS, MESSAGES, PICTURES }

    private final Group group;
    private final List<KeyCodeCombination> keys;

    Shortcut(Group group, KeyCodeCombination... keys) {
        this.group = group;
        this.keys = List.of(keys);
    }

    private static KeyCodeCombination[] digits() {
        return IntStream.rangeClosed(KeyCode.DIGIT1.ordinal(), KeyCode.DIGIT9.ordinal())
                .mapToObj(each -> new KeyCodeCombination(KeyCode.values()[each], SHORTCUT_DOWN))
                .toArray(KeyCodeCombination[]::new);
    }

    public Group group() {
        return group;
    }

    /// Each of them does it; of [#PAGE] the first goes to the first page.
    public List<KeyCodeCombination> keys() {
        return keys;
    }

    /// The same, where the user may have chosen that Enter begins a new line and Shift+Enter sends.
    public List<KeyCodeCombination> keys(boolean enterBreaks) {
        if (enterBreaks && this == SEND) return List.of(NEW_LINE.keys.getFirst(), keys.getLast());
        return enterBreaks && this == NEW_LINE ? List.of(SEND.keys.getFirst()) : keys;
    }

    public boolean matches(KeyEvent event) {
        return indexOf(event) >= 0;
    }

    /// The same, by what the user chose of Enter.
    public boolean matches(KeyEvent event, boolean enterBreaks) {
        return keys(enterBreaks).stream().anyMatch(each -> each.match(event));
    }

    /// Which of its keys was pressed; -1 for none.
    public int indexOf(KeyEvent event) {
        for (int i = 0; i < keys.size(); i++) if (keys.get(i).match(event)) return i;
        return this == LIST && isShiftedSlash(event) ? 0 : -1;
    }

    /// The slash of a German keyboard is Shift and 7. Some systems tell the letter of a key that is pressed with Ctrl,
    /// others only which key has it.
    private static boolean isShiftedSlash(KeyEvent event) {
        if (!event.isShortcutDown() || !event.isShiftDown() || event.isAltDown()) return false;
        return SLASH.equals(event.getText()) || hasSlash(event);
    }

    private static boolean hasSlash(KeyEvent event) {
        try {
            return SHIFTED_SLASH.match(event);
        } catch (UnsupportedOperationException e) {
            return false; // a screen without a keyboard
        }
    }
}
