package io.landline.ui.chats.timeline;

import atlantafx.base.theme.Tweaks;
import io.landline.chat.TimelinePosition;
import io.landline.language.Texts;
import io.landline.ui.chats.composer.ComposerViewModel;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.message.TextSelection;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.emoji.EmojiPicker;
import io.landline.ui.focus.FocusInSight;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.page.Shortcut;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The timeline on the screen: keeps its place while rows come and go, follows the newest where a person is there, and
/// tells its model what stands in sight. JavaFX thread.
public final class TimelinePane extends StackPane implements TimelineViewport {
    /// More is loaded when this few rows are left beyond the screen: scrolling seldom waits.
    private static final int ROWS_AHEAD = 12;
    private static final double PAGE_SHARE = 0.85;

    private final ChatsContext context;
    private final Texts texts;
    private final TimelineViewModel model;
    private final ListView<TimelineRow> list;
    private final TimelineFlow flow;
    private final TimelineEnd end;
    private final TimelineKeys keys;
    private final TimelineSteps steps;
    /// As many as fit on the screen, and a few.
    private final List<TimelineCell> cells = new ArrayList<>();
    private final TextSelection selection = new TextSelection();
    private final TimelineJumps ways;
    private final TimelineTopLine topLine;
    private final SelectedMessages selected;
    private final Label empty = new WrappingLabel("");
    private final ReadingTimer timer;
    private Subscription subscriptions = Subscription.EMPTY;
    private TimelineFlow.Sight sight = TimelineFlow.Sight.NONE;
    private boolean following = true;
    /// A person scrolls up: where that ends is known with the next look.
    private boolean leaving;
    private boolean moving;
    private boolean unsettled;
    private boolean first = true;
    /// Where somebody read when this conversation was left; null at its end.
    private final TimelineFlow.@Nullable Anchor kept;

    /// @param selected messages that are selected to do something with all of them
    /// @param marks what the search marks
    /// @param composer where answers and changes are written
    /// @param emoji chooses a reaction of any kind
    /// @param kept where somebody read before, for a conversation of which nothing is unread
    public TimelinePane(ChatsContext context, TimelineViewModel model, ConversationHeader head,
            SelectedMessages selected,
            ObservableValue<SearchMarks> marks, ComposerViewModel composer, MessageActions actions,
            EmojiPicker emoji, TimelineFlow.@Nullable Anchor kept) {
        this.kept = kept;
        this.selected = selected;
        this.context = context;
        texts = context.texts();
        this.model = model;
        list = new ListView<>(model.rows());
        context.page().time().eachDay(list, context::today);
        flow = new TimelineFlow(list);
        end = new TimelineEnd(list, flow, () -> following && !leaving);
        keys = new TimelineKeys(list, cells, selection, selected, context.page().navigation());
        steps = new TimelineSteps(list, flow);
        var tools = new TimelineTools(selection, selected, marks::getValue, composer, actions, emoji);
        list.setId("timeline");
        list.setAccessibleText(texts.get("timeline.accessible"));
        list.getStyleClass().addAll("chats-timeline", Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> {
            var cell = new TimelineCell(context, model, head, tools);
            cells.add(cell);
            RowGrowth.watch(cell, this::stay);
            return cell;
        });
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            settle();
            if (event.getDeltaY() > 0) leave();
            if (event.getDeltaY() < 0 && steps.release()) moved();
        });
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::pressed);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        FocusInSight.onScrolled(list, this::leave);
        list.setOnContextMenuRequested(keys::menu);
        ways = new TimelineJumps(model, texts, marks::getValue);
        empty.setMouseTransparent(true);
        empty.getStyleClass().add("chats-empty");
        VBox.setVgrow(list, Priority.ALWAYS);
        topLine = new TimelineTopLine(context);
        context.page().time().eachDay(topLine, context::today, this::labelTop);
        getChildren().addAll(new VBox(topLine, list, ways), empty);
        timer = new ReadingTimer(model.reading());
        model.showIn(this);
        subscriptions = Subscription.combine(model.fresh().subscribe(this::labelWays),
                model.atNewest().subscribe(this::labelWays), model.back().subscribe(this::labelWays),
                model.reading().late().subscribe(this::labelWays),
                model.loaded().subscribe(this::explain),
                model.problem().subscribe(this::explain), model.reading().inFront().subscribe(this::returned),
                list.widthProperty().subscribe(this::settleSoon), list.heightProperty().subscribe(this::settleSoon),
                selection.letters().subscribe(_ -> cells.forEach(TimelineCell::mark)),
                marks.subscribe(_ -> cells.forEach(TimelineCell::mark)),
                selected.items().subscribe(_ -> cells.forEach(TimelineCell::showSelected)),
                composer.writable().subscribe(_ -> cells.forEach(TimelineCell::showWritable)),
                model.blocked().subscribe(_ -> cells.forEach(TimelineCell::showWritable)),
                model.rows().subscribe(() -> selected.refresh(model.rows())),
                list.getSelectionModel().selectedItemProperty().subscribe(this::chosen),
                list.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keyboard));
        labelWays();
        explain();
    }

    private void keyboard(@Nullable Node owner) {
        if (steps.moved(owner)) moved();
    }

    private void pressed(MouseEvent event) {
        if (steps.release()) moved();
        for (Node node = event.getTarget() instanceof Node at ? at : null; node != null; node = node.getParent()) {
            if (node instanceof ScrollBar) {
                settle();
                leave();
            }
        }
    }

    private void key(KeyEvent event) {
        settle();
        if (steps.begin(event)) moved();
        keys.step(event);
        if (Shortcut.NEWEST.matches(event)) {
            model.toNewest();
            event.consume();
        } else if (List.of(KeyCode.UP, KeyCode.PAGE_UP, KeyCode.HOME).contains(event.getCode())) {
            leave();
        } else {
            keys.pressed(event);
        }
    }

    private void chosen(@Nullable TimelineRow row) {
        selection.keepOnly(row == null ? null : row.id());
    }

    private void leave() {
        leaving = true;
        moved();
    }

    private void explain() {
        boolean nothing = model.loaded().get() && model.rows().isEmpty();
        String problem = model.problem().get();
        empty.setText(problem.isEmpty() ? texts.get("timeline.empty") : problem);
        empty.setVisible(nothing || !problem.isEmpty() && model.rows().isEmpty());
    }

    private void labelWays() {
        int first = flow.first();
        ways.label(following || flow.isAtEnd(), first < 0 || first >= model.rows().size() ? null : positionFrom(first));
    }

    private void labelTop() {
        topLine.show(model.rows(), flow.first());
    }

    private @Nullable TimelinePosition positionFrom(int row) {
        for (TimelineRow each : model.rows().subList(row, model.rows().size())) {
            if (each instanceof TimelineRow.Message message) return message.item().position();
        }
        return null;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // in a layout pass, scrolling would be forgotten
        if (flow.found(this::moved)) context.page().fx().post(this::opened);
    }

    private void opened() {
        if (first && !model.rows().isEmpty()) afterChange();
    }

    private void toEnd() {
        if (following) end.scrollThere();
    }

    /// Rows grew or shrank: a view at the end stays there.
    private void stay() {
        if (!following || moving || leaving) return;
        context.page().fx().changed(this, this::stayInPlace);
    }

    private void settleSoon() {
        if (leaving) return;
        unsettled = true;
        context.page().fx().changed(this, this::stayInPlace);
    }

    /// A person goes on from what stands there now: brought back to its place later, it would take the step back.
    private void settle() {
        if (unsettled) stayInPlace();
    }

    private void stayInPlace() {
        unsettled = false;
        if (leaving) {
            list.layout(); // where the person went counts
        } else if (following) {
            toEnd();
        } else {
            restore();
            steps.stay();
        }
        moved();
    }

    /// Where the person reads, the same entry stays at the same height of the window.
    private void restore() {
        TimelineFlow.Anchor before = sight.whereEdgeIs(flow.top());
        int index = before == null ? -1 : flow.indexOf(before.rowId());
        if (before != null && index >= 0) flow.place(index, before.offset());
    }

    @Override
    public void beforeChange() {
        moving = true;
        list.layout(); // a key may have scrolled since the last look
        boolean isBackAtEnd = steps.end() && model.atNewest().get() && flow.isAtEnd();
        following |= isBackAtEnd;
        following &= !steps.isHolding() && (!leaving || flow.isAtEnd());
        leaving = false;
        TimelineFlow.Sight now = flow.sight();
        if (now.first() != null && !unsettled) sight = now;
        if (!unsettled) steps.remember();
        steps.beforeChange();
    }

    @Override
    public void afterChange() {
        steps.afterChange();
        explain();
        selected.drop(model::isGone);
        if (first && !model.rows().isEmpty()) {
            first = !flow.isFound();
            begin();
        } else if (following && model.atNewest().get()) {
            toEnd();
        } else {
            restore();
            settleSoon(); // the toolkit guesses heights anew in the next layout
        }
        moving = false;
        moved();
    }

    /// The window has the keyboard again: what came meanwhile is read from its line on, not from its end.
    private void returned() {
        if (model.reading().inFront().get() && following) showNew();
        moved();
    }

    @Override
    public void showNew() {
        if (first || model.unreadFrom() == null) return; // the first rows are shown there anyway
        followAgain(); // where all of it fits below the line, the end is shown
        first = flow.indexOf(new TimelineRow.NewHere().id()) < 0;
        if (first) {
            model.toUnread();
        } else {
            begin();
        }
    }

    /// At the line above the first new entry, if the rest does not fit below it; else at the end.
    private void begin() {
        toEnd();
        list.layout();
        int line = flow.indexOf(new TimelineRow.NewHere().id());
        if (line < 0) {
            int before = kept == null ? -1 : flow.indexOf(kept.rowId());
            if (kept != null && before >= 0) begin(before, kept.offset());
        } else if (!model.atNewest().get() || flow.first() >= line) {
            begin(line, 0);
        }
    }

    private void begin(int row, double offset) {
        following = false;
        flow.place(row, offset);
        sight = flow.sight();
    }

    /// Where somebody reads; null at the end, and before anything is shown.
    public TimelineFlow.@Nullable Anchor place() {
        return following ? null : sight.first();
    }

    @Override
    public void show(Object rowId) {
        int index = flow.indexOf(rowId);
        if (index < 0) return;
        following = false;
        flow.bringIntoSight(index);
        for (TimelineCell cell : cells) if (cell.getIndex() == index) flow.bringInside(index, cell.hitOffset());
        sight = flow.sight();
        list.getSelectionModel().clearAndSelect(index);
        moved();
    }

    @Override
    public void showEnd() {
        followAgain();
        toEnd();
        moved();
    }

    private void followAgain() {
        following = true;
        leaving = false;
        steps.release();
    }

    /// Something else is in sight, or soon: the cells of the new place are there after the next layout, and until then
    /// those of the old.
    private void moved() {
        if (!moving) context.page().fx().changed(list, this::look);
    }

    private void look() {
        list.layout();
        if (flow.first() < 0 || model.rows().isEmpty()) return;
        steps.end();
        if (steps.isHolding()) {
            following = false;
        } else if (flow.isAtEnd()) {
            following = model.atNewest().get();
        } else if (leaving) {
            following = false;
        }
        leaving = false;
        if (!unsettled) {
            sight = flow.sight();
            steps.remember();
        }
        model.setFollowing(following);
        timer.setInSight(flow.whole());
        labelWays();
        labelTop();
        if (flow.first() < ROWS_AHEAD) model.more().needOlder();
        if (flow.last() > model.rows().size() - 1 - ROWS_AHEAD) model.more().needNewer();
    }

    /// The keyboard goes to the row that was chosen, else to the last in sight.
    public void focus() {
        if (list.getSelectionModel().isEmpty()) list.getFocusModel().focus(flow.last());
        list.requestFocus();
    }

    /// Scrolls a screen up or down.
    public void scrollPage(int direction) {
        settle();
        if (direction < 0) leave();
        flow.scroll(direction * PAGE_SHARE);
    }

    public void close() {
        timer.stop();
        end.stop();
        cells.forEach(TimelineCell::release);
        subscriptions.unsubscribe();
    }
}
