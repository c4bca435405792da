package io.landline.ui.shell;

import io.landline.ui.control.NodeTree;
import io.landline.ui.page.PagePart;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Which control of each page had the keyboard last. A page that is scrolled stays so while another one is in front.
/// What it gives the keyboard to when it comes back may stand out of sight then: what had it before gets it again, and
/// keys go on where the eyes are. JavaFX thread.
final class KeyboardOfPages {
    private final Map<Parent, Node> last = new HashMap<>();

    /// @param root of the window
    /// @param layer has the view of the page in front for a child
    KeyboardOfPages(Parent root, PageLayer layer) {
        ObservableValue<Node> owner = root.sceneProperty().flatMap(Scene::focusOwnerProperty);
        owner.subscribe(now -> layer.getChildren().forEach(view -> {
            if (now != null && view instanceof Parent page && NodeTree.isIn(now, page)) last.put(page, now);
        }));
    }

    /// What had the keyboard in the page of this view; null for nothing.
    @Nullable
    Node of(Parent view) {
        return last.get(view);
    }

    /// The page is in front again, and has chosen what gets the keyboard.
    ///
    /// @param before what had it when the page was left
    static void comesBack(Parent view, @Nullable Node before) {
        Scene scene = view.getScene();
        Node now = scene == null ? null : scene.getFocusOwner();
        if (before == null || now == null || now == before || !isOutOfSight(now) || isOutOfSight(before)) return;
        boolean isThere = NodeTree.isIn(before, view) && before.isFocusTraversable() && PagePart.of(before).isThere();
        if (isThere) before.requestFocus();
    }

    /// Whether what scrolls around it shows none of it.
    private static boolean isOutOfSight(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (!(each instanceof ScrollPane pane)) continue;
            Bounds its = pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            if (its.getMaxY() <= 0 || its.getMinY() >= pane.getHeight()) return true;
        }
        return false;
    }
}
