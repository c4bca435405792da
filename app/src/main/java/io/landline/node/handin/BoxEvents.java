package io.landline.node.handin;

import io.landline.chat.Entry;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.node.conversation.MessageReader;
import io.landline.node.handin.HandInBook.Box;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.BoxMade;
import io.landline.node.port.NodeEvent.HandedIn;
import io.landline.node.room.ConversationLabels;
import io.landline.peer.Direction;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import org.jspecify.annotations.Nullable;

/// Turns others' hand-in boxes and receipts into events: only what counts. On the conversations' queue; reads the
/// database.
public final class BoxEvents {
    private final HandInBook book;
    private final MessageReader messages;
    private final ConversationLabels labels;
    private final TimelineViews views;

    public BoxEvents(HandInBook book, MessageReader messages, ConversationLabels labels, TimelineViews views) {
        this.book = book;
        this.messages = messages;
        this.labels = labels;
        this.views = views;
    }

    /// Null for a box that does not count, as in an open room.
    @Nullable
    public NodeEvent ofBox(Entry entry) {
        Box box = book.box(entry);
        if (box == null) return null;
        return new BoxMade(labels.label(entry.header().conversation()), entry.author(), messages.name(entry.author()),
                MessageReader.place(entry), box.shown().box(), entry.written());
    }

    /// Null for what names no offer of ours that was for a box of the receipt's author.
    @Nullable
    public NodeEvent ofReceipt(Entry entry) {
        HandInReceipt receipt = HandInBook.receipt(entry);
        Located offer = receipt == null ? null : views.withId(receipt.offer());
        if (receipt == null || offer == null || !offer.conversation().equals(entry.header().conversation())) {
            return null;
        }
        Reference reference = BoxField.of(offer.entry().body());
        boolean counts = reference != null && receipt.box().equals(reference)
                && reference.author().equals(entry.author())
                && !offer.entry().author().equals(entry.author());
        Box box = counts ? book.box(receipt.box()) : null;
        return box == null
                ? null
                : new HandedIn(receipt.offer().hex(), entry.author(), messages.name(entry.author()), Direction.OUT,
                        receipt.root(), receipt.late(), box.id());
    }
}
