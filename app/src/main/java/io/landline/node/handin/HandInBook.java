package io.landline.node.handin;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.chat.view.EntryView;
import io.landline.cost.Standings;
import io.landline.json.MalformedJsonException;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.storage.chat.HandInEntries;
import io.landline.storage.chat.HandInEntries.Written;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What entries say of hand-in boxes: the boxes themselves, and the collectors' receipts. Keeps nothing of its own.
/// Many entries of other people neither slow down a question about one box nor hide its answer. Any thread; reads the
/// database.
public final class HandInBook {
    private final Fingerprint self;
    private final OwnRooms rooms;
    private final Function<Fingerprint, ConversationId> direct;
    private final JoinedTimeline joined;
    private final TimelineViews views;
    private final HandInEntries entries;
    private final Standings standings;

    /// @param direct the conversation of this user with somebody
    /// @param standings of others: boxes and hand-ins of those known better are listed first
    public HandInBook(Fingerprint self, OwnRooms rooms, Function<Fingerprint, ConversationId> direct,
            JoinedTimeline joined, TimelineViews views, HandInEntries entries,
            Standings standings) {
        this.self = self;
        this.entries = entries;
        this.standings = standings;
        this.rooms = rooms;
        this.direct = direct;
        this.joined = joined;
        this.views = views;
    }

    /// @param room in which its conversation goes on now
    /// @param names what references may call it
    public record Box(Entry entry, EntryView.Collecting shown, Room room, Set<Reference> names) {
        Fingerprint author() {
            return entry.author();
        }

        public EntryId id() {
            return entry.id();
        }
    }

    /// @param member who handed it in
    record Received(Fingerprint member, HandInReceipt receipt) {}

    /// The box of an entry; null if the entry is no box. A box counts only in a room with a key of which this user is a
    /// member; null for any other.
    @Nullable
    public Box box(Entry entry) {
        if (!entry.kind().equals(EntryKind.COLLECT) || joined.hides(entry)) return null;
        ConversationId conversation = entry.header().conversation();
        Room room = rooms.byId(joined.current(conversation).asRoom());
        if (room == null || room.open()) return null;
        EntryView shown = views.named(conversation, List.of(entry.reference())).get(entry.reference());
        if (shown == null || !(shown.content() instanceof EntryView.Collecting collecting)) return null;
        var names = new HashSet<>(views.twins(shown.entry()));
        names.add(shown.entry().reference());
        return new Box(shown.entry(), collecting, room, names);
    }

    /// The box with this reference; null if no such box is here.
    @Nullable
    public Box box(Reference reference) {
        Located found = views.withReference(reference);
        return found == null ? null : box(found.entry());
    }

    /// The newest last.
    List<Box> boxes() {
        Map<EntryId, Box> all = new LinkedHashMap<>();
        for (Entry each : entries.boxes(self, standings)) {
            Box box = box(each);
            if (box != null) all.putIfAbsent(box.id(), box);
        }
        return List.copyOf(all.values());
    }

    /// What the collector of a box has, in the order in which it came; each offer once. Of another's box this user's
    /// own alone.
    List<Received> receipts(Box box) {
        return box.author().equals(self)
                ? received(box, entries.receipts(self, box.names(), standings))
                : receipts(box, box.author());
    }

    /// Those from the direct conversation of this user with one other person.
    List<Received> receipts(Box box, Fingerprint other) {
        return received(box, entries.receipts(box.author(), box.names(), direct.apply(other)));
    }

    private List<Received> received(Box box, List<Written> written) {
        Map<EntryId, Received> all = new LinkedHashMap<>();
        for (Written each : written) {
            HandInReceipt receipt = receipt(each.entry());
            if (receipt == null || !box.names().contains(receipt.box())) continue;
            Fingerprint member = box.author().equals(self) ? each.peer() : self;
            all.putIfAbsent(receipt.offer(), new Received(member, receipt));
        }
        return new ArrayList<>(all.values());
    }

    public static @Nullable HandInReceipt receipt(Entry entry) {
        byte[] body = entry.body();
        if (body == null) return null;
        try {
            return HandInReceipt.ofBody(body);
        } catch (MalformedJsonException e) {
            return null;
        }
    }
}
