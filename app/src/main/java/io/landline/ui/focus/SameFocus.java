package io.landline.ui.focus;

import io.landline.ui.control.NodeTree;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Fills a part with nodes that are made anew, and keeps the keyboard on the one with the same id. Where that is there
/// no more, [LostFocus] decides. JavaFX thread.
public final class SameFocus {
    private SameFocus() {}

    public static void fill(Pane part, List<? extends Node> now) {
        Scene scene = part.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner(); // also while another window has the keyboard
        String id = owner == null || !NodeTree.isIn(owner, part) ? null : owner.getId();
        part.getChildren().setAll(now);
        Node same = id == null ? null : find(part, id);
        if (same != null) same.requestFocus();
    }

    private static @Nullable Node find(Node in, String id) {
        if (id.equals(in.getId())) return in;
        if (!(in instanceof Parent parent)) return null;
        for (Node each : parent.getChildrenUnmodifiable()) {
            Node found = find(each, id);
            if (found != null) return found;
        }
        return null;
    }
}
