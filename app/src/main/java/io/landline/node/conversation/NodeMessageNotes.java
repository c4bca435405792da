package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.view.EntryView;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageNotes;
import io.landline.node.port.Reason;
import io.landline.node.port.TimelineItem;
import io.landline.node.room.ConversationLabels;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameOrder;
import io.landline.room.EntryId;
import io.landline.storage.chat.SqliteReceiptTimes;
import io.landline.storage.chat.SqliteReceiptTimes.Reached;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import io.landline.storage.choices.SqliteSaved;
import io.landline.storage.choices.SqliteSaved.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Receivers and saved messages from the database, with present names. Any thread; waits for the disk.
public final class NodeMessageNotes implements MessageNotes {
    private final SqliteSaved saved;
    private final SqliteReceiptTimes times;
    private final TimelineViews views;
    private final ConversationLabels labels;
    private final Supplier<ItemReader> reader;
    private final BooleanSupplier showsRead;
    private final Fingerprint self;

    public NodeMessageNotes(SqliteSaved saved, SqliteReceiptTimes times, TimelineViews views, ConversationLabels labels,
            Supplier<ItemReader> reader, BooleanSupplier showsRead, Fingerprint self) {
        this.saved = saved;
        this.times = times;
        this.views = views;
        this.labels = labels;
        this.reader = reader;
        this.showsRead = showsRead;
        this.self = self;
    }

    @Override
    public List<Receiver> receivers(EntryId target) throws CommandException {
        return DatabaseAccess.of(() -> {
            Located located = views.withId(target);
            if (located == null || !located.entry().author().equals(self)) return List.of();
            Entry entry = located.entry();
            boolean seesRead = showsRead.getAsBoolean();
            var names = reader.get();
            Map<Fingerprint, Reached> reached = times.reached(entry.log(), entry.header().number());
            return reached.entrySet()
                    .stream()
                    .map(each -> new Receiver(each.getKey(), names.name(each.getKey()), each.getValue().delivered(),
                            seesRead && each.getValue().isRead(), seesRead ? each.getValue().read() : null))
                    .sorted(Comparator.comparing(Receiver::name, NameOrder.BY_NAME).thenComparing(Receiver::person))
                    .toList();
        });
    }

    @Override
    public void save(EntryId target, boolean isSaved) throws CommandException {
        DatabaseAccess.run(() -> {
            if (!isSaved) {
                saved.release(target);
                return;
            }
            Located located = views.withId(target);
            if (located == null) throw MessageIds.noMessage();
            List<EntryView> shown = views.shown(located.conversation(), List.of(located.entry()));
            if (shown.isEmpty()) throw MessageIds.noMessage(); // the id of a reaction, an edit or the like
            if (shown.getFirst().content() instanceof EntryView.Deleted) {
                throw new CommandException(Code.NOT_POSSIBLE, Reason.DELETED_ALREADY,
                        "This message is deleted. Nothing was done.");
            } else if (saved.count() >= SAVED_MAX) {
                throw new CommandException(Code.NOT_POSSIBLE, Reason.SAVED_FULL, SAVED_MAX
                        + " messages are saved, which is the most. Take one out of the list first. Nothing was done.");
            } else {
                saved.save(Place.of(located.entry()));
            }
        });
    }

    @Override
    public List<Saved> saved() throws CommandException {
        return DatabaseAccess.of(() -> {
            var items = reader.get();
            var list = new ArrayList<Saved>();
            for (Place each : saved.all()) {
                Located located = views.withId(each.id());
                if (located == null) {
                    list.add(removed(each, items));
                    continue;
                }
                String conversation = labels.label(located.conversation());
                for (TimelineItem item : items.items(located.conversation(), List.of(located.entry()))) {
                    list.add(Saved.of(conversation, item));
                }
            }
            return list;
        });
    }

    private Saved removed(Place place, ItemReader names) {
        return new Saved(place.id(), labels.label(place.conversation()), place.author(), names.name(place.author()),
                place.written(), null);
    }
}
