package io.landline.ui.shell;

import io.landline.ui.page.PagePart;
import io.landline.ui.page.Shortcut;
import java.util.List;
import javafx.scene.input.KeyEvent;

/// Does what the keys of the window stand for, wherever the keyboard is. JavaFX thread.
final class ShellKeys {
    private final Frame frame;

    /// What the keys act on.
    interface Frame {
        /// Brings the page with this number to the front, from 0; false if no page has it.
        boolean page(int number);

        /// Closes the panel; false if none is open.
        boolean back();

        void goTo();

        void list();

        /// Asks what has the keyboard for its menu; false where nothing has it.
        boolean menu();

        /// Lets the page in front act; false where it does not, or where a panel is over it.
        boolean inPage(Shortcut shortcut);

        /// Those between which a key moves now, in order.
        List<PagePart> parts();
    }

    ShellKeys(Frame frame) { this.frame = frame; }

    void pressed(KeyEvent event) {
        for (Shortcut each : Shortcut.values()) {
            if (!each.matches(event) || !act(each, event)) continue;
            event.consume();
            return;
        }
    }

    private boolean act(Shortcut shortcut, KeyEvent event) {
        return switch (shortcut) {
            case PAGE -> frame.page(shortcut.indexOf(event));
            case BACK -> frame.back();
            case GO_TO -> {
                frame.goTo();
                yield true;
            }
            case LIST -> {
                frame.list();
                yield true;
            }
            case MENU -> frame.menu();
            case NEXT_PART -> move(1);
            case PREVIOUS_PART -> move(-1);
            case NEXT_CONVERSATION, PREVIOUS_CONVERSATION, NEXT_UNREAD, PREVIOUS_UNREAD, MARK_UNREAD, SEARCH,
                    SEARCH_ALL, LARGE_FIELD -> frame
                            .inPage(shortcut);
            // taken where the keyboard is, and by the window's look
            case NEWEST, COPY, OPEN_LINK, SELECT, SEND, NEW_LINE, EDIT_LAST, EDIT_NEXT, BOLD, ITALIC, CODE, PASTE,
                    LARGER, SMALLER, USUAL_SIZE, PREVIOUS_PICTURE, NEXT_PICTURE,
                    LARGER_PICTURE, SMALLER_PICTURE, WHOLE_PICTURE, SAVE -> false;
        };
    }

    private boolean move(int direction) {
        List<PagePart> parts = frame.parts().stream().filter(PagePart::isThere).toList();
        if (parts.isEmpty()) return false;
        int at = -1;
        for (int i = 0; i < parts.size(); i++) if (parts.get(i).hasFocus()) at = i;
        int next = at < 0 && direction < 0 ? parts.size() - 1 : Math.floorMod(at + direction, parts.size());
        parts.get(next).focus().run();
        return true;
    }
}
