package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// The part of a timeline that is on the screen, in pixels. JavaFX thread.
public final class TimelineFlow {
    /// A view this near to the end counts as at the end.
    private static final double BOTTOM_PIXELS = 8;
    /// Half a pixel is no part of an entry.
    private static final double ROUNDING_PIXELS = 0.5;
    /// Less than what counts as another place.
    private static final double NUDGE_PIXELS = 0.25;
    /// The toolkit guesses the heights of rows that it has not drawn; what it guessed wrong is mended by a second look.
    private static final int ATTEMPTS_MAX = 3;
    /// Where a row that was looked for comes to stand: what came before it is in sight too.
    private static final double SHOWN_AT_SHARE = 0.25;

    private final ListView<TimelineRow> list;
    private @Nullable VirtualFlow<?> flow;

    /// A row on the screen and how far below the upper edge its top is.
    public record Anchor(Object rowId, double offset) {
        private Anchor higherBy(double pixels) {
            return new Anchor(rowId, offset - pixels);
        }
    }

    TimelineFlow(ListView<TimelineRow> list) { this.list = list; }

    /// Looks for the toolkit's part, which is there after the list's first layout.
    ///
    /// @param moved is run whenever something else is in sight, or soon
    /// @return whether it was found now
    boolean found(Runnable moved) {
        if (flow != null || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> there)) return false;
        flow = there;
        there.positionProperty().subscribe(_ -> moved.run());
        return true;
    }

    boolean isFound() {
        return flow != null;
    }

    /// The first row in sight; -1 for none.
    int first() {
        IndexedCell<?> cell = flow == null ? null : flow.getFirstVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    /// The last row in sight; -1 for none.
    int last() {
        IndexedCell<?> cell = flow == null ? null : flow.getLastVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    /// Whether a part of the row is in sight.
    boolean isInSight(int row) {
        VirtualFlow<?> now = flow;
        IndexedCell<?> cell = now == null ? null : now.getVisibleCell(row);
        return now != null && cell != null && cell.getLayoutY() + cell.getHeight() > ROUNDING_PIXELS
                && cell.getLayoutY() < now.getHeight() - ROUNDING_PIXELS;
    }

    /// A row's place in the list, in sight or not; -1 where it is gone.
    int indexOf(Object rowId) {
        List<TimelineRow> rows = list.getItems();
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).id().equals(rowId)) return i;
        return -1;
    }

    boolean isAtEnd() {
        return isAtEnd(BOTTOM_PIXELS);
    }

    /// Whether the last row is in sight to its last pixel.
    boolean isWholeAtEnd() {
        return isAtEnd(ROUNDING_PIXELS);
    }

    private boolean isAtEnd(double tolerance) {
        VirtualFlow<?> now = flow;
        IndexedCell<?> bottom = now == null ? null : now.getLastVisibleCell();
        return now != null && bottom != null && bottom.getIndex() == list.getItems().size() - 1
                && bottom.getLayoutY() + bottom.getHeight() <= now.getHeight() + tolerance;
    }

    /// Goes to the end of all, where [ListView#scrollTo] of the last row was of no use: the toolkit computes a row's
    /// place by heights that it guessed, and can stay above it however often it is asked. Where the last row is in
    /// sight in part, what is missing of it is known.
    void toEnd() {
        VirtualFlow<?> now = flow;
        if (now == null) return;
        IndexedCell<?> last = now.getVisibleCell(list.getItems().size() - 1);
        double below = last == null ? 0 : last.getLayoutY() + last.getHeight() - now.getHeight();
        if (below > 0) {
            now.scrollPixels(below);
        } else {
            now.setPosition(1);
        }
        now.requestLayout();
    }

    /// Where somebody reads: the entries in sight, the uppermost first, and where in the window the upper edge was
    /// then. It is not a number while the timeline stands in no window.
    record Sight(List<Anchor> entries, double top) {
        static final Sight NONE = new Sight(List.of(), Double.NaN);

        Sight {
            entries = List.copyOf(entries);
        }

        @Nullable
        Anchor first() {
            return entries.isEmpty() ? null : entries.getFirst();
        }

        /// What is to stand where, so that all stays where it was in the window while the upper edge is there now. What
        /// stands above the page, as a notice, can push that edge down.
        @Nullable
        Anchor whereEdgeIs(double now) {
            double lower = Double.isNaN(now - top) ? 0 : now - top;
            for (Anchor each : entries) {
                boolean staysInSight = lower <= 0 || each.offset >= lower;
                if (staysInSight || each == entries.getLast()) return each.higherBy(lower);
            }
            return null;
        }
    }

    double top() {
        return list.getScene() == null ? Double.NaN : list.localToScene(0, 0).getY();
    }

    /// Lines between days are no entries: such a line moves up when its day turns out to have begun earlier.
    Sight sight() {
        var entries = new ArrayList<Anchor>();
        for (IndexedCell<?> cell : cells()) {
            if (cell.getItem() instanceof TimelineRow.Message message) {
                entries.add(new Anchor(message.id(), cell.getLayoutY()));
            }
        }
        return new Sight(entries, top());
    }

    /// The entries that stand on the screen from their first to their last pixel. Of one that is higher than the screen
    /// the end is enough.
    List<TimelinePosition> whole() {
        VirtualFlow<?> now = flow;
        var whole = new ArrayList<TimelinePosition>();
        if (now == null) return whole;
        double height = now.getHeight() + ROUNDING_PIXELS;
        for (IndexedCell<?> cell : cells()) {
            if (!(cell.getItem() instanceof TimelineRow.Message message)) continue;
            boolean hasBegun = cell.getLayoutY() >= -ROUNDING_PIXELS || cell.getHeight() > height;
            if (hasBegun && cell.getLayoutY() + cell.getHeight() <= height) whole.add(message.item().position());
        }
        return whole;
    }

    private List<IndexedCell<?>> cells() {
        VirtualFlow<?> now = flow;
        var cells = new ArrayList<IndexedCell<?>>();
        IndexedCell<?> cell = now == null ? null : now.getFirstVisibleCell();
        while (now != null && cell != null) {
            cells.add(cell);
            cell = now.getVisibleCell(cell.getIndex() + 1);
        }
        return cells;
    }

    /// Brings a row's top to this distance below the upper edge, or as near as the list's ends allow. (The toolkit
    /// moves what is in sight when rows come elsewhere: JDK-8306447.)
    void place(int index, double offset) {
        list.layout();
        VirtualFlow<?> now = flow;
        if (now == null) return;
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            IndexedCell<?> cell = now.getVisibleCell(index);
            if (cell == null) {
                list.scrollTo(index);
                list.layout();
                cell = now.getVisibleCell(index);
            }
            if (cell == null) return;
            double away = cell.getLayoutY() - offset;
            if (Math.abs(away) < ROUNDING_PIXELS) {
                leaveEdge(now);
                return;
            }
            now.scrollPixels(away);
            list.layout();
        }
    }

    /// Where a row begins exactly at the upper edge, the toolkit can take the row above for the first one (a sum of
    /// heights is rounded), and shows that one whole after a later layout. It cannot a quarter of a pixel further.
    private void leaveEdge(VirtualFlow<?> now) {
        IndexedCell<?> first = now.getFirstVisibleCell();
        boolean isAtEdge = first != null && Math.abs(first.getLayoutY()) < NUDGE_PIXELS / 2;
        if (isAtEdge && first.getIndex() > 0) now.scrollPixels(NUDGE_PIXELS);
    }

    /// Brings a row into sight, with something of what comes before it.
    void bringIntoSight(int index) {
        VirtualFlow<?> now = flow;
        list.scrollTo(index);
        list.layout();
        if (now == null) return;
        IndexedCell<?> cell = now.getVisibleCell(index);
        double height = cell == null ? 0 : cell.getHeight();
        place(index, Math.max(0, Math.min(SHOWN_AT_SHARE * now.getHeight(), now.getHeight() - height)));
    }

    /// Scrolls as little as is needed to see a row; of one that is higher than the screen its beginning.
    void keepInSight(int index) {
        VirtualFlow<?> now = flow;
        for (int attempt = 0; attempt < ATTEMPTS_MAX && now != null; attempt++) {
            IndexedCell<?> cell = now.getVisibleCell(index);
            if (cell == null) {
                list.scrollTo(index);
            } else {
                double above = cell.getLayoutY();
                double below = above + cell.getHeight() - now.getHeight();
                double away = above < 0 ? above : Math.clamp(below, 0, Math.max(0, above));
                if (Math.abs(away) < ROUNDING_PIXELS) {
                    leaveEdge(now);
                    return;
                }
                now.scrollPixels(away);
            }
            list.layout();
        }
    }

    /// As [#keepInSight] where nothing of the row is in sight; else all stays where it is.
    void bringBack(int index) {
        if (!isInSight(index)) keepInSight(index);
    }

    /// Brings a place inside a high row into sight, where the row's top is already.
    ///
    /// @param offset of the place below the row's top
    void bringInside(int index, double offset) {
        VirtualFlow<?> now = flow;
        if (now == null || offset < (1 - SHOWN_AT_SHARE) * now.getHeight()) return;
        place(index, SHOWN_AT_SHARE * now.getHeight() - offset);
    }

    /// @param share of the height of the screen; below zero: up
    void scroll(double share) {
        if (flow != null) flow.scrollPixels(share * flow.getHeight());
    }
}
