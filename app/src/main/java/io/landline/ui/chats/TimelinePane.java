package io.landline.ui.chats;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.landline.node.Chats;
import io.landline.ui.look.Icon;
import io.landline.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The timeline on the screen: keeps its place while rows come and go, follows the newest where a person is there.
/// JavaFX thread.
final class TimelinePane extends StackPane implements TimelineViewModel.Viewport {
    /// More is loaded when this few rows are left beyond the screen: scrolling seldom waits.
    private static final int ROWS_AHEAD = 12;
    /// A view this near to the end counts as at the end.
    private static final double BOTTOM_PIXELS = 8;
    /// A row may be higher than the screen, and then its end is never in sight.
    private static final int ATTEMPTS_MAX = 5;
    private static final double PAGE_SHARE = 0.85;
    /// A move this soon after a wheel, key or mouse event was made by the person; any other comes from rows that grew.
    private static final Duration BY_PERSON = Duration.ofMillis(300);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ChatsContext context;
    private final Texts texts;
    private final TimelineViewModel model;
    private final ListView<TimelineRow> list;
    /// As many as fit on the screen, and a few.
    private final List<TimelineCell> cells = new ArrayList<>();
    private final Button newest = new Button();
    private final Label empty = new Label();
    private Subscription subscriptions = Subscription.EMPTY;
    private @Nullable VirtualFlow<?> flow;
    private @Nullable Anchor anchor;
    private final Runnable settle = this::settle;
    private int attempts;
    private long touchedNanos = System.nanoTime() - BY_PERSON.toNanos();
    private boolean following = true;
    private boolean moving;
    private boolean movedByPerson;
    private boolean first = true;

    /// A row on the screen and how far below the edge its top is, in pixels.
    private record Anchor(Object rowId, double offset) {}

    TimelinePane(ChatsContext context, TimelineViewModel model, ConversationHeader head) {
        this.context = context;
        texts = context.texts();
        this.model = model;
        list = new ListView<>(model.rows());
        list.setId("timeline");
        list.setAccessibleText(texts.get("timeline.accessible"));
        list.getStyleClass().addAll("chats-timeline", Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> {
            var cell = new TimelineCell(context, model, head);
            cells.add(cell);
            cell.heightProperty().subscribe(this::stay);
            return cell;
        });
        list.addEventFilter(InputEvent.ANY, event -> {
            if (event.getEventType() != MouseEvent.MOUSE_MOVED) touchedNanos = System.nanoTime();
        });
        list.setOnKeyPressed(event -> {
            if (COPY.match(event)) copy(list.getSelectionModel().getSelectedItem());
        });
        newest.setId("to-newest");
        newest.setMnemonicParsing(false);
        newest.setGraphic(new Icon(Feather.ARROW_DOWN));
        newest.getStyleClass().addAll(Styles.ROUNDED, Styles.ACCENT, Styles.ELEVATED_1, "chats-to-newest");
        newest.setOnAction(_ -> model.toNewest());
        empty.setWrapText(true);
        empty.setMnemonicParsing(false);
        empty.setMouseTransparent(true);
        empty.getStyleClass().add("chats-empty");
        setAlignment(newest, Pos.BOTTOM_CENTER);
        getChildren().addAll(list, empty, newest);
        model.showIn(this);
        subscriptions = Subscription.combine(model.fresh().subscribe(this::labelNewest),
                model.atNewest().subscribe(this::labelNewest), model.loaded().subscribe(this::explain),
                model.problem().subscribe(this::explain), list.widthProperty().subscribe(this::toEnd),
                list.heightProperty().subscribe(this::toEnd));
        labelNewest();
        explain();
    }

    /// Puts the text of a row on the clipboard, as it was written.
    static void copy(@Nullable TimelineRow row) {
        if (!(row instanceof TimelineRow.Entry entry) || !(entry.item() instanceof Chats.Text said)) return;
        var content = new ClipboardContent();
        content.putString(said.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void explain() {
        boolean nothing = model.loaded().get() && model.rows().isEmpty();
        String problem = model.problem().get();
        empty.setText(problem.isEmpty() ? texts.get("timeline.empty") : problem);
        empty.setVisible(nothing || !problem.isEmpty() && model.rows().isEmpty());
    }

    private void labelNewest() {
        int count = model.fresh().get();
        boolean wanted = count > 0 || !model.atBottom();
        newest.setVisible(wanted && !model.rows().isEmpty());
        String words = count > 0 ? texts.format("timeline.fresh", count) : texts.get("timeline.to-newest");
        newest.setText(count > 0 ? words : "");
        newest.setAccessibleText(words);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (flow == null && list.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = found;
            found.positionProperty().subscribe(_ -> moved());
            context.page().fx().post(this::opened); // in a layout pass, scrolling would be forgotten
        }
    }

    private void opened() {
        if (first && !model.rows().isEmpty()) afterChange();
    }

    /// Scrolls to the end. Rows that come into sight are higher or lower than the toolkit guessed, so it looks again
    /// after the next pulses.
    private void toEnd() {
        if (!following || model.rows().isEmpty()) return;
        list.scrollTo(model.rows().size() - 1);
        Scene scene = getScene();
        if (scene == null) return;
        if (attempts == 0) scene.addPostLayoutPulseListener(settle);
        attempts = ATTEMPTS_MAX;
    }

    private void settle() {
        attempts = following && !isAtEnd() ? attempts - 1 : 0;
        if (attempts > 0) {
            list.scrollTo(model.rows().size() - 1);
        } else {
            stopSettling();
        }
    }

    private void stopSettling() {
        attempts = 0;
        Scene scene = list.getScene();
        if (scene != null) scene.removePostLayoutPulseListener(settle);
    }

    private boolean isAtEnd() {
        VirtualFlow<?> now = flow;
        IndexedCell<?> bottom = now == null ? null : now.getLastVisibleCell();
        return now != null && bottom != null && bottom.getIndex() == model.rows().size() - 1
                && bottom.getLayoutY() + bottom.getHeight() <= now.getHeight() + BOTTOM_PIXELS;
    }

    /// Rows grew or shrank: a view at the end stays there.
    private void stay() {
        if (following && !moving && !isByPerson()) context.page().fx().changed(this, this::toEnd);
    }

    private boolean isByPerson() {
        return System.nanoTime() - touchedNanos < BY_PERSON.toNanos();
    }

    @Override
    public void beforeChange() {
        moving = true;
        VirtualFlow<?> now = flow;
        IndexedCell<?> top = now == null ? null : now.getFirstVisibleCell();
        anchor = now == null || top == null ? null : firstEntry(now, top);
    }

    /// The first entry in sight: a line between days moves up when the day turns out to have begun earlier.
    private static @Nullable Anchor firstEntry(VirtualFlow<?> flow, IndexedCell<?> top) {
        for (IndexedCell<?> cell = top; cell != null; cell = flow.getVisibleCell(cell.getIndex() + 1)) {
            if (cell.getItem() instanceof TimelineRow.Entry entry) return new Anchor(entry.id(), cell.getLayoutY());
        }
        return null;
    }

    @Override
    public void afterChange() {
        explain();
        Anchor before = anchor;
        if (first && !model.rows().isEmpty()) {
            first = flow == null;
            begin();
        } else if (following && model.atNewest().get()) {
            toEnd();
        } else if (before != null) {
            int index = indexOf(before.rowId());
            if (index >= 0) place(index, before.offset());
        }
        moving = false;
        moved();
    }

    /// At the line above the first new entry, if the rest does not fit below it; else at the end.
    private void begin() {
        toEnd();
        list.layout();
        int line = indexOf(new TimelineRow.NewHere().id());
        VirtualFlow<?> now = flow;
        if (line >= 0 && now != null && now.getFirstVisibleCell() != null
                && now.getFirstVisibleCell().getIndex() >= line) {
            following = false;
            list.scrollTo(line);
        }
    }

    private int indexOf(Object rowId) {
        for (int i = 0; i < model.rows().size(); i++) if (model.rows().get(i).id().equals(rowId)) return i;
        return -1;
    }

    private void place(int index, double offset) {
        list.scrollTo(index);
        list.layout();
        VirtualFlow<?> now = flow;
        if (now != null) now.scrollPixels(-offset);
    }

    @Override
    public void show(Object rowId) {
        int index = indexOf(rowId);
        if (index < 0) return;
        following = index == model.rows().size() - 1 && model.atNewest().get();
        list.scrollTo(following ? index : Math.max(0, index - 2));
        list.layout();
        list.getSelectionModel().clearAndSelect(index);
        moved();
    }

    @Override
    public void showEnd() {
        following = true;
        toEnd();
        moved();
    }

    /// Something else is in sight, or soon: the cells of the new place are there after the next layout, and until then
    /// those of the old.
    private void moved() {
        if (moving) return;
        movedByPerson |= isByPerson();
        context.page().fx().changed(list, this::look);
    }

    private void look() {
        list.layout();
        VirtualFlow<?> now = flow;
        IndexedCell<?> top = now == null ? null : now.getFirstVisibleCell();
        IndexedCell<?> bottom = now == null ? null : now.getLastVisibleCell();
        if (top == null || bottom == null || model.rows().isEmpty()) return;
        boolean end = isAtEnd();
        if (end) {
            following = model.atNewest().get();
        } else if (movedByPerson) {
            following = false;
        }
        movedByPerson = false;
        model.setAtBottom(end && model.atNewest().get());
        labelNewest();
        if (top.getIndex() < ROWS_AHEAD) model.needOlder();
        if (bottom.getIndex() > model.rows().size() - 1 - ROWS_AHEAD) model.needNewer();
    }

    /// Scrolls a screen up or down.
    void scrollPage(int direction) {
        touchedNanos = System.nanoTime();
        VirtualFlow<?> now = flow;
        if (now != null) now.scrollPixels(direction * PAGE_SHARE * now.getHeight());
    }

    void close() {
        stopSettling();
        cells.forEach(TimelineCell::release);
        subscriptions.unsubscribe();
    }
}
