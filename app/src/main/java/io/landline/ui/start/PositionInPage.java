package io.landline.ui.start;

import io.landline.ui.control.NodeTree;
import io.landline.ui.control.PaneScroll;
import io.landline.ui.shell.FirstSeen;
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
    static PositionInPage of(Parent page) {
        Node focus = page.getScene() == null ? null : page.getScene().getFocusOwner();
        return new PositionInPage(focus == null ? null : focus.getId(), focus == null ? 0 : heightOf(focus),
                scrolling(page).stream().map(ScrollPane::getVvalue).toList());
    }

    /// Brings the user to the same place of this page, and holds it there while the page fills.
    void restore(Parent page) {
        PaneScroll.layOut(page);
        List<ScrollPane> panes = scrolling(page);
        for (int i = 0; i < Math.min(panes.size(), scrolled.size()); i++) panes.get(i).setVvalue(scrolled.get(i));
        Node again = focused == null ? null : page.lookup("#" + focused);
        if (again == null) return;
        again.requestFocus();
        PaneScroll.layOut(page);
        for (ScrollPane each : panes) {
            if (!NodeTree.isIn(again, each)) continue;
            PaneScroll.by(each, heightOf(again) - height);
            HeldHeight.hold(again, each, height);
        }
    }

    /// Does what gives all letters another size. What the keyboard is on stays at its height, and so under the mouse
    /// that pressed it. In each part that scrolls without it, what stands first stays there. What was not scrolled is
    /// not scrolled.
    static void keep(Parent page, Runnable zoom) {
        Node focus = page.getScene() == null ? null : page.getScene().getFocusOwner();
        List<Held> held = scrolling(page).stream()
                .filter(each -> each.getVvalue() > each.getVmin())
                .map(each -> Held.of(each, focus))
                .toList();
        zoom.run();
        if (held.isEmpty()) return;
        PaneScroll.layOut(page);
        for (Held each : held) PaneScroll.by(each.pane, heightOf(each.seen) - each.before);
    }

    private record Held(ScrollPane pane, Node seen, double before) {
        static Held of(ScrollPane pane, @Nullable Node focus) {
            double edge = heightOf(pane);
            double end = edge + pane.getViewportBounds().getHeight();
            Node seen = focus != null && NodeTree.isIn(focus, pane) && heightOf(focus) >= edge
                    && heightOf(focus) < end ? focus : FirstSeen.in(pane.getContent(), edge);
            return new Held(pane, seen, heightOf(seen));
        }
    }

    private static double heightOf(Node node) {
        return node.localToScene(0, 0).getY();
    }

    private static List<ScrollPane> scrolling(Node page) {
        var found = new ArrayList<ScrollPane>();
        collect(page, found);
        return found;
    }

    private static void collect(Node node, List<ScrollPane> found) {
        if (node instanceof ScrollPane pane && pane.getContent() != null) found.add(pane);
        if (node instanceof Parent parent) for (Node each : parent.getChildrenUnmodifiable()) collect(each, found);
    }
}
