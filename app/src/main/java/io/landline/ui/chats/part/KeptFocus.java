package io.landline.ui.chats.part;

import io.landline.ui.control.NodeTree;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A button that the mouse presses takes the keyboard, as the toolkit has it. Here it gives it back before it does what
/// it is for. So who writes goes on writing, and a sheet that the button opens returns the keyboard to the message. A
/// button to which the keyboard was moved keeps it. JavaFX thread.
public final class KeptFocus {
    private final Node page;
    private @Nullable Node before;
    private int anchor;
    private int caret;

    private KeptFocus(Node page) { this.page = page; }

    /// From now on, for all buttons in this node.
    public static void in(Node page) {
        var kept = new KeptFocus(page);
        page.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> kept.note());
        page.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> kept.giveBack(event.getTarget()));
    }

    private @Nullable Node focused() {
        Scene scene = page.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    /// A field that loses the keyboard forgets its caret.
    private void note() {
        before = focused();
        if (!(before instanceof TextInputControl field)) return;
        anchor = field.getAnchor();
        caret = field.getCaretPosition();
    }

    /// The target of a press gets the release too, wherever the mouse is then.
    private void giveBack(EventTarget pressed) {
        Node back = before;
        before = null;
        Node now = focused();
        if (back == null || back == now || !(now instanceof ButtonBase) || !NodeTree.isIn(pressed, now)) return;
        back.requestFocus();
        if (back instanceof TextInputControl field) field.selectRange(anchor, caret);
    }
}
