package io.landline.ui.chats.timeline;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.BoxItem;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Item;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.message.Bubble;
import io.landline.ui.chats.message.BubbleRow;
import io.landline.ui.chats.message.HandInCard;
import io.landline.ui.chats.message.HoverBar;
import io.landline.ui.chats.message.ItemText;
import io.landline.ui.chats.message.LongText;
import io.landline.ui.chats.message.QuoteBox;
import io.landline.ui.chats.message.SpokenMessage;
import io.landline.ui.chats.message.TextSelection;
import io.landline.ui.chats.part.Avatar;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.part.WidthCell;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.MadeLater;
import io.landline.ui.look.EmojiLabel;
import io.landline.ui.look.MessageText;
import io.landline.ui.look.TextTooltip;
import io.landline.ui.look.WrappingLabel;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SpannedText;
import io.landline.ui.text.TextSpan.Link;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.transfers.TransferCard;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
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
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");

    private final Texts texts;
    private final TimeFormatter moments;
    private final ChatsContext context;
    private final TimelineViewModel model;
    private final EmojiLabel author = new EmojiLabel();
    private final MessageText text = new MessageText(new Selecting());
    private final Button more = new Button();
    private final DeliveryMark mark;
    private final Avatar avatar = new Avatar();
    private final Bubble bubble;
    private final BubbleRow bubbleRow;
    private final Label divider = new Label();
    private final Label later = new WrappingLabel("");
    private final HBox dividerRow;
    private final TextSelection selection;
    private final SelectedMessages selected;
    private final Supplier<SearchMarks> marks;
    private final MessageMenu menu;
    private final MessageActions actions;
    private final MadeLater<QuoteBox> quote;
    private final MadeLater<ReactionBar> reactions;
    private final MadeLater<PollBox> poll;
    private final MadeLater<HandInCard> box;
    private @Nullable TransferCard card;
    private @Nullable HoverBar hoverBar;

    /// @param head of the conversation when it was opened: its kind and name
    TimelineCell(ChatsContext context, TimelineViewModel model, ConversationHeader head, TimelineTools tools) {
        this.context = context;
        this.model = model;
        selection = tools.letters();
        selected = tools.selected();
        marks = tools.marks();
        actions = tools.actions();
        texts = context.texts();
        moments = context.moments();
        mark = new DeliveryMark(texts, head);
        bubble = new Bubble(mark);
        bubbleRow = new BubbleRow(avatar, bubble);
        getStyleClass().add("chats-entry");
        author.setMnemonicParsing(false);
        author.getStyleClass().add("chats-author");
        for (Node each : List.of(author, avatar)) {
            each.setCursor(Cursor.HAND);
            each.setOnMouseClicked(this::toAuthor);
        }
        avatar.setMouseTransparent(false);
        text.getStyleClass().add("chats-text");
        more.setMnemonicParsing(false);
        more.setFocusTraversable(false);
        more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, Styles.ACCENT, "chats-more");
        more.setOnAction(_ -> toggle());
        divider.setMnemonicParsing(false);
        later.getStyleClass().add("chats-later");
        later.setMaxWidth(Double.MAX_VALUE);
        divider.setMinWidth(USE_PREF_SIZE);
        dividerRow = new HBox(rule(), divider, rule());
        dividerRow.getStyleClass().add("chats-divider");
        menu = new MessageMenu(context, model.key(), tools, bubble);
        // few messages have these, and a screen has some dozens of cells
        quote = new MadeLater<>(() -> new QuoteBox(texts, place -> {
            if (!(getItem() instanceof TimelineRow.Entry entry)) return;
            model.toQuoted(place, entry.item().position(), marks.get());
        }));
        reactions = new MadeLater<>(() -> new ReactionBar(texts, actions));
        poll = new MadeLater<>(() -> new PollBox(texts, actions, model.key()));
        box = new MadeLater<>(() -> new HandInCard(context, tools.composer().writable()::get));
        addEventFilter(MouseEvent.ANY, this::select);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::answer);
        hoverProperty().addListener(_ -> showHoverBar());
    }

    /// Whether anything can be written here changed.
    void showWritable() {
        if (box.made() instanceof HandInCard made) made.look();
    }

    /// A double click beside the letters answers; in them it chooses a word.
    private void answer(MouseEvent event) {
        Node hit = event.getPickResult().getIntersectedNode();
        boolean isBeside = hit == this || hit == bubbleRow || hit == bubble;
        if (isBeside && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2
                && getItem() instanceof TimelineRow.Entry entry && entry.item() instanceof Chats.Text said) {
            menu.answer(said);
        }
    }

    private void showHoverBar() {
        if (isHover() && !selected.isActive() && getContextMenu() != null
                && getItem() instanceof TimelineRow.Entry entry && !(entry.item() instanceof Chats.Deleted)) {
            HoverBar shown = hoverBar;
            if (shown == null) {
                shown = new HoverBar(texts);
                hoverBar = shown;
                bubbleRow.add(shown);
            }
            shown.show(entry.item(), menu.steps(), getContextMenu());
            bubbleRow.requestLayout();
        } else if (hoverBar != null) {
            bubbleRow.hideBar();
        }
    }

    /// While messages are being selected, a press anywhere on one selects it, and nothing else happens there.
    private void select(MouseEvent event) {
        boolean isMeant = event.getButton() == MouseButton.PRIMARY && selected.isActive()
                && getItem() instanceof TimelineRow.Entry;
        if (!isMeant) return;
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED && getItem() instanceof TimelineRow.Entry entry) {
            selected.toggle(entry.item());
        }
        event.consume();
    }

    /// What is selected has changed.
    void showSelected() {
        if (!(getItem() instanceof TimelineRow.Entry entry)) return;
        boolean isSelectable = SelectedMessages.isSelectable(entry.item());
        bubbleRow.showCheck(selected.isActive(), isSelectable, selected.has(entry.item().position()));
        pseudoClassStateChanged(CHOSEN, selected.has(entry.item().position()));
        showHoverBar();
    }

    /// What the mouse does in the text belongs to the message that is shown now.
    private final class Selecting implements MessageText.Listener {
        @Override
        public void selected(int start, int end) {
            if (getItem() instanceof TimelineRow.Entry entry) selection.select(entry.id(), text.text(), start, end);
        }

        @Override
        public void followed(URI target) {
            context.page().navigation().browse(target);
        }

        @Override
        public Node copying(String code) {
            var copy = new CopyButton(texts.get("entry.copy-code"), texts.get("entry.copied"), () -> code);
            copy.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            copy.setTooltip(new TextTooltip(texts.get("entry.copy-code")));
            copy.setFocusTraversable(false);
            copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "chats-copy-code");
            return copy;
        }
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("chats-rule");
        HBox.setHgrow(rule, Priority.ALWAYS);
        return rule;
    }

    /// A click on the name or the picture leads to the person. The keyboard has the menu of the message for that.
    private void toAuthor(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof TimelineRow.Entry entry
                && !entry.item().own()) {
            context.page().navigation().person(entry.item().author());
            event.consume();
        }
    }

    private void toggle() {
        if (getItem() instanceof TimelineRow.Entry entry) model.toggleWhole(entry.item().position());
    }

    @Override
    protected void updateItem(@Nullable TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setContextMenu(null);
        setAccessibleText(null);
        pseudoClassStateChanged(CHOSEN, false);
        if (!(row instanceof TimelineRow.Entry entry) || !(entry.item() instanceof Chats.Offer)) release();
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case TimelineRow.Day(LocalDate day) -> show(moments.day(day, moments.day(context.clock().instant())),
                    false);
            case TimelineRow.NewHere _ -> show(texts.get("timeline.new"), true);
            case TimelineRow.Later(Item item) -> showQuietly(new ItemText(texts).of(item));
            case TimelineRow.Entry entry -> show(entry);
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

    private void show(TimelineRow.Entry entry) {
        Item item = entry.item();
        var above = new ArrayList<Node>();
        if (entry.named() && entry.first()) {
            author.setText(PeerText.person(item.name()));
            above.add(author);
        }
        Node last = switch (item) {
            case Chats.Text said -> showText(said, entry.whole(), above);
            case Chats.Offer offer -> {
                above.add(cardOf(offer));
                setContextMenu(menu.of(offer));
                yield null;
            }
            case Chats.Deleted deleted -> showDeleted(deleted);
            case BoxItem collecting -> {
                box.get().show(collecting);
                above.add(box.get());
                setContextMenu(menu.of(collecting));
                yield null;
            }
            case Chats.Unknown _, Chats.NewWords _ -> null; // a row of its own
            case Chats.Question asked -> {
                poll.get().show(asked);
                above.add(poll.get());
                setContextMenu(menu.of(asked));
                yield null;
            }
        };
        mark.show(when(item), whole(item), entry.mark());
        mark.setOnChosen(hasMore(item) ? () -> actions.tell(model.key(), item) : null);
        if (item.head().reactions().isEmpty()) {
            bubble.show(above, last);
        } else {
            if (last != null) above.add(last);
            reactions.get().show(item);
            bubble.show(above, reactions.get());
        }
        bubble.pseudoClassStateChanged(DELETED, item instanceof Chats.Deleted);
        bubble.pseudoClassStateChanged(OWN, item.own());
        bubble.pseudoClassStateChanged(FIRST, entry.first());
        bubble.pseudoClassStateChanged(LAST, entry.last());
        CardMark.show(bubble, item, marks.get());
        bubbleRow.pseudoClassStateChanged(FIRST, entry.first());
        if (!item.own()) avatar.showAuthor(item.author(), item.name());
        bubbleRow.show(item.own(), entry.named(), entry.last());
        showSelected();
        setAccessibleText(new SpokenMessage(texts, moments).of(item, mark.spoken()));
        setGraphic(bubbleRow);
        showHoverBar();
    }

    private @Nullable Node showText(Chats.Text said, boolean whole, List<Node> above) {
        if (said.quote() != null) {
            quote.get().show(said.quote());
            above.add(quote.get());
        }
        LongText shown = LongText.of(said.text(), whole);
        SpannedText linked = MessageMarkup.of(shown.shown(), shown.isLong() && !whole, said.called()
                .stream()
                .map(each -> new MessageMarkup.Person(each.name(), each.own()))
                .toList());
        text.show(marks.get().on(linked, said));
        showSelection(said);
        setContextMenu(menu.of(said, linked));
        if (!shown.isLong()) return text;
        above.add(text);
        more.setText(whole ? texts.get("entry.less") : texts.get("entry.more"));
        above.add(more);
        return null;
    }

    /// Whether there is more to tell of it: the people it reached, what it said before.
    static boolean hasMore(Item item) {
        if (item instanceof Chats.Deleted || !item.isSaid()) return false;
        if (item instanceof Chats.Question poll && PollBox.showsVoters(poll)) return true;
        return item.own() || item instanceof Chats.Text said && said.edits() > 0;
    }

    private String when(Item item) {
        String time = moments.time(item.written());
        if (item.head().pinned()) time = texts.format("entry.pinned", time);
        if (item.head().marks().forked()) time = texts.format("entry.forked", time);
        return item instanceof Chats.Text said && said.edits() > 0 ? texts.format("entry.edited", time) : time;
    }

    private String whole(Item item) {
        String time = moments.whole(item.written());
        return item.head().marks().forked() ? time + "\n" + texts.get("entry.forked.why") : time;
    }

    private Node showDeleted(Chats.Deleted deleted) {
        text.show(SpannedText.plain(new ItemText(texts).of(deleted)));
        text.select(0, 0);
        if (!deleted.own()) setContextMenu(menu.of(deleted));
        return text;
    }

    private void showSelection(Chats.Text said) {
        TextSelection.Letters letters = selection.in(said.position(), text.text());
        text.select(letters == null ? 0 : letters.start(), letters == null ? 0 : letters.end());
    }

    /// The selection or the search has changed.
    void mark() {
        if (!(getItem() instanceof TimelineRow.Entry entry)) return;
        CardMark.show(bubble, entry.item(), marks.get());
        if (!(entry.item() instanceof Chats.Text said)) return;
        text.show(marks.get().on(text.bare(), said));
        showSelection(said);
    }

    /// Of the message that is shown, in their order.
    List<Link> links() {
        boolean isText = getItem() instanceof TimelineRow.Entry entry && entry.item() instanceof Chats.Text;
        return isText ? text.bare().links() : List.of();
    }

    /// How far below the row's upper edge the current hit of the search is.
    double hitOffset() {
        double inText = text.currentHitOffset();
        return inText == 0 ? 0 : sceneToLocal(text.localToScene(0, inText)).getY();
    }

    private Node cardOf(Chats.Offer offer) {
        TransferCard shown = card;
        if (shown == null) {
            shown = new TransferCard(context.page());
            card = shown;
        }
        shown.show(context.transfers().of(offer, model.key()));
        return shown;
    }

    /// Its card watches no offer any more.
    void release() {
        if (card != null) card.show(null);
    }
}
