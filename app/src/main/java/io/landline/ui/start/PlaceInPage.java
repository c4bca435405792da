package io.landline.ui.start;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Where the user is in a page: how far it is scrolled, and which control has the keyboard. The same page in another
/// language has the same parts. Immutable; JavaFX thread.
///
/// @param focused the id of the control; null for none
/// @param scrolled of each part that scrolls, in reading order: from 0 to 1
record PlaceInPage(@Nullable String focused, List<Double> scrolled) {
    static PlaceInPage of(Parent page) {
        Node focus = page.getScene() == null ? null : page.getScene().getFocusOwner();
        return new PlaceInPage(focus == null ? null : focus.getId(),
                scrolling(page).stream().map(ScrollPane::getVvalue).toList());
    }

    /// Brings the user to the same place of this page.
    void restore(Parent page) {
        page.applyCss(); // only now the parts that scroll have their content
        page.layout();
        List<ScrollPane> panes = scrolling(page);
        for (int i = 0; i < Math.min(panes.size(), scrolled.size()); i++) panes.get(i).setVvalue(scrolled.get(i));
        Node again = focused == null ? null : page.lookup("#" + focused);
        if (again != null) again.requestFocus();
    }

    private static List<ScrollPane> scrolling(Node page) {
        var found = new ArrayList<ScrollPane>();
        collect(page, found);
        return found;
    }

    private static void collect(Node node, List<ScrollPane> found) {
        if (node instanceof ScrollPane pane) found.add(pane);
        if (node instanceof Parent parent) for (Node each : parent.getChildrenUnmodifiable()) collect(each, found);
    }
}
