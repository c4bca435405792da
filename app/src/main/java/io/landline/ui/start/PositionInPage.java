package io.landline.ui.start;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Where the user is in a page: which control has the keyboard and at which height that stands, and how far the page is
/// scrolled. The same page in another language has the same parts, of other heights. Immutable; JavaFX thread.
///
/// @param focused the id of the control; null for none
/// @param height of that control in the window, in pixels
/// @param scrolled of each part that scrolls, in reading order: from 0 to 1
record PositionInPage(@Nullable String focused, double height, List<Double> scrolled) {
    /// What scrolls gets its content, then the sizes of that.
    private static final int LAYOUTS = 2;

    static PositionInPage of(Parent page) {
        Node focus = page.getScene() == null ? null : page.getScene().getFocusOwner();
        return new PositionInPage(focus == null ? null : focus.getId(), focus == null ? 0 : height(focus),
                scrolling(page).stream().map(ScrollPane::getVvalue).toList());
    }

    /// Brings the user to the same place of this page.
    void restore(Parent page) {
        layOut(page);
        List<ScrollPane> panes = scrolling(page);
        for (int i = 0; i < Math.min(panes.size(), scrolled.size()); i++) panes.get(i).setVvalue(scrolled.get(i));
        Node again = focused == null ? null : page.lookup("#" + focused);
        if (again == null) return;
        again.requestFocus();
        layOut(page);
        panes.stream().filter(each -> isIn(again, each)).forEach(each -> scroll(each, height(again) - height));
    }

    private static void layOut(Parent page) {
        for (int i = 0; i < LAYOUTS; i++) {
            page.applyCss();
            page.layout();
        }
    }

    private static double height(Node node) {
        return node.localToScene(0, 0).getY();
    }

    private static void scroll(ScrollPane pane, double pixels) {
        double outside = pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (outside <= 0) return;
        double wanted = pane.getVvalue() + pixels / outside * (pane.getVmax() - pane.getVmin());
        pane.setVvalue(Math.clamp(wanted, pane.getVmin(), pane.getVmax()));
    }

    private static boolean isIn(Node node, Node whole) {
        for (Node each = node; each != null; each = each.getParent()) if (each == whole) return true;
        return false;
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
