package io.landline.ui.welcome;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;

/// Looks for what a screen reader could not name. JavaFX thread.
public final class Named {
    private Named() {}

    /// Controls that the keyboard reaches and that have neither a text nor a name to read.
    public static List<Node> nameless(Parent page) {
        var found = new ArrayList<Node>();
        collect(page, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        boolean container = node instanceof ScrollPane || node instanceof TitledPane;
        if (node instanceof Control control && control.isFocusTraversable() && !container && isNameless(control)) {
            found.add(node);
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) collect(scroll.getContent(), found);
        if (node instanceof TitledPane pane && pane.getContent() != null) collect(pane.getContent(), found);
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }

    private static boolean isNameless(Control control) {
        boolean text = control instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        return !text && (control.getAccessibleText() == null || control.getAccessibleText().isBlank());
    }
}
