package io.landline.ui.chats.timeline;

import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.message.Bubble;
import io.landline.ui.chats.message.BubbleRow;
import io.landline.ui.chats.message.HoverBar;
import io.landline.ui.chats.message.ItemText;
import io.landline.ui.chats.message.SpokenMessage;
import io.landline.ui.chats.part.Avatar;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.part.WidthCell;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.text.TextSpan.Link;
import io.landline.ui.text.TimeFormatter;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of the timeline. Its nodes are made once and filled anew. JavaFX thread.
public final class TimelineCell extends WidthCell<TimelineRow> {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass JOINED_ABOVE = PseudoClass.getPseudoClass("joined-above");
    private static final PseudoClass JOINED_BELOW = PseudoClass.getPseudoClass("joined-below");
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");

    private final Texts texts;
    private final TimeFormatter times;
    private final ChatsContext context;
    private final TimelineViewModel model;
    private final DeliveryMark mark;
    private final Avatar avatar = new Avatar();
    private final Bubble bubble;
    private final BubbleRow bubbleRow;
    private final Label divider = new Label();
    private final Label later = new WrappingLabel("");
    private final HBox dividerRow;
    private final SelectedMessages selected;
    private final Supplier<SearchMarks> marks;
    private final MessageMenu menu;
    private final MessageActions actions;
    private final MessageContent content;
    private @Nullable HoverBar hoverBar;

    /// @param head of the conversation when it was opened: its kind and name
    TimelineCell(ChatsContext context, TimelineViewModel model, ConversationHeader head, TimelineTools tools) {
        this.context = context;
        this.model = model;
        selected = tools.selected();
        marks = tools.marks();
        actions = tools.actions();
        texts = context.texts();
        times = context.times();
        mark = new DeliveryMark(texts, head);
        content = new MessageContent(context, model, tools);
        bubble = new Bubble(mark);
        bubbleRow = new BubbleRow(avatar, bubble);
        getStyleClass().add("chats-entry");
        for (Node each : List.of(content.author(), avatar)) {
            each.setCursor(Cursor.HAND);
            each.setOnMouseClicked(this::toAuthor);
        }
        avatar.setMouseTransparent(false);
        divider.setMnemonicParsing(false);
        later.getStyleClass().add("chats-later");
        later.setMaxWidth(Double.MAX_VALUE);
        divider.setMinWidth(USE_PREF_SIZE);
        dividerRow = new HBox(rule(), divider, rule());
        dividerRow.getStyleClass().add("chats-divider");
        menu = new MessageMenu(context, model.key(), tools, bubble);
        addEventFilter(MouseEvent.ANY, this::select);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::answer);
        hoverProperty().addListener(_ -> showHoverBar());
    }

    /// Whether anything can be written here changed, or who is blocked.
    void showWritable() {
        content.showWritable();
    }

    /// A double click beside the letters or the card answers; in the letters it chooses a word.
    private void answer(MouseEvent event) {
        Node hit = event.getPickResult().getIntersectedNode();
        boolean isBeside = hit == this || hit == bubbleRow || hit == bubble;
        if (isBeside && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2
                && getItem() instanceof TimelineRow.Message message) {
            menu.answer(message.item());
        }
    }

    private void showHoverBar() {
        if (isHover() && !selected.isActive() && getContextMenu() != null
                && getItem() instanceof TimelineRow.Message message
                && !(message.item() instanceof TimelineItem.Deleted)) {
            HoverBar shown = hoverBar;
            if (shown == null) {
                shown = new HoverBar(texts);
                hoverBar = shown;
                bubbleRow.add(shown);
            }
            shown.show(message.item(), menu.steps(), getContextMenu());
            bubbleRow.requestLayout();
        } else if (hoverBar != null) {
            bubbleRow.hideBar();
        }
    }

    /// While messages are being selected, a press anywhere on one selects it, and nothing else happens there.
    private void select(MouseEvent event) {
        boolean isMeant = event.getButton() == MouseButton.PRIMARY && selected.isActive()
                && getItem() instanceof TimelineRow.Message;
        if (!isMeant) return;
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED && getItem() instanceof TimelineRow.Message message) {
            selected.toggle(message.item());
        }
        event.consume();
    }

    /// What is selected has changed.
    void showSelected() {
        if (!(getItem() instanceof TimelineRow.Message message)) return;
        boolean isSelectable = SelectedMessages.isSelectable(message.item());
        bubbleRow.showCheck(selected.isActive(), isSelectable, selected.has(message.item().position()));
        pseudoClassStateChanged(CHOSEN, selected.has(message.item().position()));
        showHoverBar();
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("chats-rule");
        HBox.setHgrow(rule, Priority.ALWAYS);
        return rule;
    }

    /// A click on the name or the picture leads to the person. The keyboard has the menu of the message for that.
    private void toAuthor(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof TimelineRow.Message message
                && !message.item().own()) {
            context.page().navigation().person(message.item().author());
            event.consume();
        }
    }

    @Override
    protected void updateItem(@Nullable TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setContextMenu(null);
        setAccessibleText(null);
        pseudoClassStateChanged(CHOSEN, false);
        pseudoClassStateChanged(JOINED_BELOW, false);
        if (!(row instanceof TimelineRow.Message)) content.clear();
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case TimelineRow.Day(LocalDate day) -> show(times.day(day, times.day(context.clock().instant())),
                    false);
            case TimelineRow.NewHere _ -> show(texts.get("timeline.new"), true);
            case TimelineRow.Later(TimelineItem item) -> showQuietly(new ItemText(texts).of(item));
            case TimelineRow.Message message -> show(message);
        }
    }

    private void show(String words, boolean isNew) {
        divider.setText(words);
        dividerRow.pseudoClassStateChanged(NEW, isNew);
        setAccessibleText(words);
        setGraphic(dividerRow);
    }

    private void showQuietly(String words) {
        later.setText(words);
        setAccessibleText(words);
        setGraphic(later);
    }

    private void show(TimelineRow.Message message) {
        TimelineItem item = message.item();
        content.show(message, bubble);
        setContextMenu(menuOf(item));
        mark.show(when(item), whole(item), message.mark());
        mark.setOnChosen(hasMore(item) ? () -> actions.tell(model.key(), item) : null);
        bubble.pseudoClassStateChanged(DELETED, item instanceof TimelineItem.Deleted);
        bubble.pseudoClassStateChanged(OWN, item.own());
        bubble.pseudoClassStateChanged(FIRST, message.first());
        bubble.pseudoClassStateChanged(LAST, message.last());
        bubble.pseudoClassStateChanged(JOINED_ABOVE, message.joined().above());
        bubble.pseudoClassStateChanged(JOINED_BELOW, message.joined().below());
        pseudoClassStateChanged(JOINED_BELOW, message.joined().below());
        CardMark.show(bubble, item, marks.get());
        bubbleRow.pseudoClassStateChanged(FIRST, message.first());
        if (!item.own()) avatar.showAuthor(item.author(), item.name());
        bubbleRow.show(item.own(), message.named(), message.last());
        showSelected();
        String spoken = new SpokenMessage(texts, times).of(item, mark.spoken());
        setAccessibleText(message.joined().above() ? spoken + " " + texts.get("entry.joined") : spoken);
        setGraphic(bubbleRow);
        showHoverBar();
    }

    private @Nullable ContextMenu menuOf(TimelineItem item) {
        return switch (item) {
            case TimelineItem.Text said -> menu.of(said, content.words());
            case TimelineItem.Deleted deleted when deleted.own() -> null;
            case TimelineItem.Unknown _, TimelineItem.NewWords _ -> null; // a row of its own
            case TimelineItem.Offer _, TimelineItem.Deleted _, TimelineItem.PollItem _, BoxItem _ -> menu.of(item);
        };
    }

    /// Whether there is more to tell of it: the people it reached, what it said before.
    static boolean hasMore(TimelineItem item) {
        if (item instanceof TimelineItem.Deleted || !item.isSaid()) return false;
        if (item instanceof TimelineItem.PollItem poll && PollBox.showsVoters(poll)) return true;
        return item.own() || item instanceof TimelineItem.Text said && said.edits() > 0;
    }

    private String when(TimelineItem item) {
        String time = times.time(item.written());
        if (item.head().pinned()) time = texts.format("entry.pinned", time);
        if (item.head().marks().forked()) time = texts.format("entry.forked", time);
        return item instanceof TimelineItem.Text said && said.edits() > 0 ? texts.format("entry.edited", time) : time;
    }

    private String whole(TimelineItem item) {
        String time = times.whole(item.written());
        return item.head().marks().forked() ? time + "\n" + texts.get("entry.forked.why") : time;
    }

    /// The selection or the search has changed.
    void mark() {
        if (!(getItem() instanceof TimelineRow.Message message)) return;
        CardMark.show(bubble, message.item(), marks.get());
        content.mark();
    }

    /// Of the message that is shown, in their order.
    List<Link> links() {
        boolean isText = getItem() instanceof TimelineRow.Message message
                && message.item() instanceof TimelineItem.Text;
        return isText ? content.words().links() : List.of();
    }

    /// How far below the row's upper edge the current hit of the search is. In pixels.
    double hitOffset() {
        return content.hitOffset(this);
    }

    /// Its card watches no offer any more.
    void release() {
        content.release();
    }
}
