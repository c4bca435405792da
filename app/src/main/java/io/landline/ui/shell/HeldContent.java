package io.landline.ui.shell;

import io.landline.ui.control.PaneScroll;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// The content of one part of a page that scrolls, as it stood before the part was moved or resized. It is brought back
/// to where it was. What is too short to be scrolled is moved inside the part, while somebody points at it. JavaFX
/// thread.
abstract sealed class HeldContent {
    /// What is less out of place comes from rounding, and is left.
    private static final double ROUNDING_PIXELS = 0.5;

    private final Node moved;
    private final Frame frame;

    /// Where the mouse points.
    interface Pointer {
        /// Whether it is within these bounds of the scene.
        boolean isIn(Bounds bounds);

        /// For what is to be moved wherever the mouse is.
        Pointer ANYWHERE = _ -> true;
    }

    /// @param above the place of what is looked at, from which heights are measured
    /// @param lowered by how much notices have lowered its upper edge
    private record Frame(Node above, DoubleSupplier lowered, Pointer pointer) {}

    /// @param moved inside the part, which cuts off what of it is outside
    private HeldContent(Node moved, Frame frame) {
        this.moved = moved;
        this.frame = frame;
    }

    /// All parts of this page or sheet that scroll; none that are inside of another one that does, and no fields.
    ///
    /// @param above its place, from which heights are measured
    /// @param lowered by how much notices have lowered its upper edge: nothing is moved further than that
    /// @param pointer what it does not point at is scrolled and not moved, so none of it is hidden without need
    static List<HeldContent> of(Node page, Node above, DoubleSupplier lowered, Pointer pointer) {
        var found = new ArrayList<HeldContent>();
        collect(page, new Frame(above, lowered, pointer), found);
        return found;
    }

    private static void collect(Node node, Frame above, List<HeldContent> found) {
        if (!node.isVisible() || node instanceof TextInputControl) return;
        if (node instanceof ScrollPane pane) {
            int before = found.size();
            if (pane.getContent() != null && PaneScroll.outside(pane) <= 0) collect(pane.getContent(), above, found);
            if (pane.getContent() != null && found.size() == before) {
                found.add(new OfPane(pane, pane.getContent(), above));
            }
        } else if (node instanceof VirtualFlow<?> flow) {
            Node rows = flow.lookup(".sheet");
            if (rows != null && flow.isVertical()) found.add(new OfRows(flow, rows, above));
        } else if (node instanceof Parent parent) {
            for (Node each : parent.getChildrenUnmodifiable()) collect(each, above, found);
        }
    }

    /// Brings what was in sight to where it was, this much nearer to the page's upper edge.
    void hold(double nearer) {
        double away = away(nearer);
        if (away < 0) {
            move(-away);
            away = away(nearer);
        }
        if (Math.abs(away) >= ROUNDING_PIXELS) scroll(away);
        double rest = away(nearer);
        move(rest >= ROUNDING_PIXELS && wasPointedAt() ? -rest : 0);
    }

    /// Never further up than notices are high.
    private void move(double pixels) {
        double highest = -Math.max(0, frame.lowered.getAsDouble());
        moved.setTranslateY(Math.clamp(moved.getTranslateY() + pixels, highest, 0));
    }

    /// Whether the mouse is over something that is there, and not over what is empty below it.
    final boolean isPointedAt() {
        return isPointedAt(frame.pointer);
    }

    abstract boolean isPointedAt(Pointer pointer);

    /// The same before the part was moved or resized.
    abstract boolean wasPointedAt();

    /// Nothing is moved inside the part any more.
    void release() {
        moved.setTranslateY(0);
    }

    /// How much too low the content is; not a number where what was in sight is there no more.
    abstract double away(double nearer);

    /// Scrolls down as far as the content goes.
    abstract void scroll(double pixels);

    final double top(Node node) {
        return node.localToScene(0, 0).getY() - frame.above.localToScene(0, 0).getY();
    }

    private static final class OfPane extends HeldContent {
        private final ScrollPane pane;
        private final Node content;
        private final Node seen;
        private final double before;
        private final boolean wasPointedAt;

        private OfPane(ScrollPane pane, Node content, Frame above) {
            super(content, above);
            this.pane = pane;
            this.content = content;
            seen = FirstSeen.in(content, pane.localToScene(0, 0).getY());
            before = top(seen);
            wasPointedAt = isPointedAt();
        }

        @Override
        boolean isPointedAt(Pointer pointer) {
            return isPointedAt(content, pointer);
        }

        @Override
        boolean wasPointedAt() {
            return wasPointedAt;
        }

        /// Surroundings may be as high as the part: only what they hold counts.
        private static boolean isPointedAt(Node node, Pointer pointer) {
            if (!node.isVisible() || !pointer.isIn(node.localToScene(node.getLayoutBounds()))) return false;
            if (!(node instanceof Parent parent) || node instanceof Control) return true;
            return parent.getChildrenUnmodifiable().stream().anyMatch(each -> isPointedAt(each, pointer));
        }

        @Override
        double away(double nearer) {
            return seen.getScene() == pane.getScene() ? top(seen) - (before - nearer) : Double.NaN;
        }

        @Override
        void scroll(double pixels) {
            PaneScroll.by(pane, pixels);
        }
    }

    private static final class OfRows extends HeldContent {
        private record Row(int index, double top, double offset) {}

        private final VirtualFlow<?> flow;
        private final List<Row> seen = new ArrayList<>();
        private final boolean wasPointedAt;

        private OfRows(VirtualFlow<?> flow, Node rows, Frame above) {
            super(rows, above);
            this.flow = flow;
            IndexedCell<?> cell = flow.getFirstVisibleCell();
            while (cell != null) {
                seen.add(new Row(cell.getIndex(), top(cell), cell.getLayoutY()));
                cell = flow.getVisibleCell(cell.getIndex() + 1);
            }
            wasPointedAt = isPointedAt();
        }

        @Override
        boolean isPointedAt(Pointer pointer) {
            IndexedCell<?> cell = flow.getFirstVisibleCell();
            while (cell != null) {
                if (!cell.isEmpty() && pointer.isIn(cell.localToScene(cell.getLayoutBounds()))) return true;
                cell = flow.getVisibleCell(cell.getIndex() + 1);
            }
            return false;
        }

        @Override
        boolean wasPointedAt() {
            return wasPointedAt;
        }

        /// The first that stays in sight.
        private @Nullable Row held(double nearer) {
            for (Row each : seen) if (each.offset >= nearer || each == seen.getLast()) return each;
            return null;
        }

        @Override
        double away(double nearer) {
            Row row = held(nearer);
            IndexedCell<?> cell = row == null ? null : flow.getVisibleCell(row.index);
            return row == null || cell == null ? Double.NaN : top(cell) - (row.top - nearer);
        }

        @Override
        void scroll(double pixels) {
            flow.scrollPixels(pixels);
            flow.layout();
        }
    }
}
