package io.landline.ui.chats.timeline;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.ui.chats.message.Bubble;
import io.landline.ui.chats.message.HandInCard;
import io.landline.ui.chats.message.ItemText;
import io.landline.ui.chats.message.LongText;
import io.landline.ui.chats.message.QuoteBox;
import io.landline.ui.chats.message.TextSelection;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.MadeLater;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SpannedText;
import io.landline.ui.transfers.FurtherFiles;
import io.landline.ui.transfers.TransferCard;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.jspecify.annotations.Nullable;

/// What stands in the bubble of one message: who wrote it, what it answers, its text or its card, the reactions. Its
/// nodes are made once and filled anew. What a person does in them belongs to the message that is shown now. JavaFX
/// thread.
final class MessageContent {
    private final Texts texts;
    private final ChatsContext context;
    private final TimelineViewModel model;
    private final TextSelection selection;
    private final Supplier<SearchMarks> marks;
    private final EmojiLabel author = new EmojiLabel();
    private final MessageText text = new MessageText(new Selecting());
    private final Button more = new Button();
    private final MadeLater<QuoteBox> quote;
    private final MadeLater<ReactionBar> reactions;
    private final MadeLater<PollBox> poll;
    private final MadeLater<HandInCard> box;
    private final FurtherFiles further;
    private @Nullable TransferCard card;
    private TimelineRow.@Nullable Message shown;

    MessageContent(ChatsContext context, TimelineViewModel model, TimelineTools tools) {
        this.context = context;
        this.model = model;
        texts = context.texts();
        selection = tools.letters();
        marks = tools.marks();
        author.setMnemonicParsing(false);
        author.getStyleClass().add("chats-author");
        text.getStyleClass().add("chats-text");
        more.setMnemonicParsing(false);
        more.setFocusTraversable(false);
        more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, Styles.ACCENT, "chats-more");
        more.setOnAction(_ -> toggle());
        // few messages have these, and a screen has some dozens of cells
        quote = new MadeLater<>(() -> new QuoteBox(texts, place -> {
            TimelineRow.Message now = shown;
            if (now != null) model.toQuoted(place, now.item().position(), marks.get());
        }));
        reactions = new MadeLater<>(() -> new ReactionBar(texts, tools.actions()));
        poll = new MadeLater<>(() -> new PollBox(texts, tools.actions(), model.key()));
        further = new FurtherFiles(() -> tools.composer().writable().get() && !isHandedIn(), tools.composer()::offer);
        box = new MadeLater<>(() -> new HandInCard(context, tools.composer().writable()::get,
                model::isBlocked));
    }

    private final class Selecting implements MessageText.Listener {
        @Override
        public void selected(int start, int end) {
            TimelineRow.Message now = shown;
            if (now != null) selection.select(now.id(), text.text(), start, end);
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

    /// The name above the message.
    Node author() {
        return author;
    }

    /// As it is shown, without what a search marks in it.
    SpannedText words() {
        return text.bare();
    }

    private void toggle() {
        TimelineRow.Message now = shown;
        if (now != null) model.toggleWhole(now.item().position());
    }

    /// Fills the bubble with this message.
    void show(TimelineRow.Message message, Bubble bubble) {
        shown = message;
        TimelineItem item = message.item();
        if (!(item instanceof TimelineItem.Offer)) release();
        var above = new ArrayList<Node>();
        if (message.named() && message.first()) {
            author.setText(PeerText.person(item.name()));
            above.add(author);
        }
        Node last = switch (item) {
            case TimelineItem.Text said -> showText(said, message.whole(), above);
            case TimelineItem.Offer offer -> {
                above.add(cardOf(offer));
                yield null;
            }
            case TimelineItem.Deleted deleted -> showDeleted(deleted);
            case BoxItem collecting -> {
                box.get().show(collecting);
                above.add(box.get());
                yield null;
            }
            case TimelineItem.Unknown _, TimelineItem.NewWords _ -> null; // a row of its own
            case TimelineItem.PollItem asked -> {
                poll.get().show(asked);
                above.add(poll.get());
                yield null;
            }
        };
        if (item.head().reactions().isEmpty()) {
            bubble.show(above, last);
        } else {
            if (last != null) above.add(last);
            reactions.get().show(item);
            bubble.show(above, reactions.get());
        }
    }

    private @Nullable Node showText(TimelineItem.Text said, boolean whole, List<Node> above) {
        if (said.quote() != null) {
            quote.get().show(said.quote());
            above.add(quote.get());
        }
        LongText folded = LongText.of(said.text(), whole);
        SpannedText linked = MessageMarkup.of(folded.shown(), folded.isLong() && !whole, said.called()
                .stream()
                .map(each -> new MessageMarkup.Person(each.name(), each.own()))
                .toList());
        text.show(marks.get().on(linked, said));
        showSelection(said);
        if (!folded.isLong()) return text;
        above.add(text);
        more.setText(whole ? texts.get("entry.less") : texts.get("entry.more"));
        above.add(more);
        return null;
    }

    private Node showDeleted(TimelineItem.Deleted deleted) {
        text.show(SpannedText.plain(new ItemText(texts).of(deleted)));
        text.select(0, 0);
        return text;
    }

    private void showSelection(TimelineItem.Text said) {
        TextSelection.Letters letters = selection.in(said.position(), text.text());
        text.select(letters == null ? 0 : letters.start(), letters == null ? 0 : letters.end());
    }

    /// What is added beside it would not go into the box.
    private boolean isHandedIn() {
        TimelineRow.Message now = shown;
        return now != null && now.item() instanceof TimelineItem.Offer offer && offer.handedIn();
    }

    private Node cardOf(TimelineItem.Offer offer) {
        TransferCard now = card;
        if (now == null) {
            now = new TransferCard(context.page(), further);
            card = now;
        }
        now.show(context.transfers().of(offer, model.key()));
        return now;
    }

    /// The selection or the search has changed.
    void mark() {
        TimelineRow.Message now = shown;
        if (now == null || !(now.item() instanceof TimelineItem.Text said)) return;
        text.show(marks.get().on(text.bare(), said));
        showSelection(said);
    }

    /// Whether anything can be written here changed, or who is blocked.
    void showWritable() {
        if (box.made() instanceof HandInCard made) made.look();
        if (card != null) card.look();
    }

    /// How far below the upper edge of this node, which it stands in, the current hit of the search is. In pixels.
    double hitOffset(Node row) {
        double inText = text.currentHitOffset();
        return inText == 0 ? 0 : row.sceneToLocal(text.localToScene(0, inText)).getY();
    }

    /// No message is shown any more.
    void clear() {
        shown = null;
        release();
    }

    /// Its card watches no offer any more.
    void release() {
        if (card != null) card.show(null);
    }
}
