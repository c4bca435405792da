package io.landline.ui.focus;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Shows where the keyboard is also where the program itself brought it there: by F6, with another page, or as a sheet
/// closes. The toolkit marks only what Tab and the arrow keys reach. As in a browser the ring comes after a key and not
/// after a click. JavaFX thread.
public final class FocusRing {
    private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    private boolean isByKey;
    /// What has our mark; null where nothing has.
    private @Nullable Node marked;

    private FocusRing() {}

    public static void attach(Scene scene) {
        var ring = new FocusRing();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> ring.isByKey = true);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            ring.isByKey = false;
            ring.mark(null);
        });
        scene.focusOwnerProperty().subscribe(owner -> ring.mark(ring.isByKey ? owner : null));
    }

    private void mark(@Nullable Node node) {
        Node before = marked;
        if (before != null && before != node) before.pseudoClassStateChanged(VISIBLE, false);
        marked = node;
        if (node != null) node.pseudoClassStateChanged(VISIBLE, true);
    }
}
