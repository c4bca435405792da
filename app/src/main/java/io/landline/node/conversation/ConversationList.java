package io.landline.node.conversation;

import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Choices;
import io.landline.node.profile.ConversationChoices;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.storage.chat.Timelines;
import io.landline.storage.chat.Timelines.Overview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rows of the list of conversations: rooms of ours, and people who were written to or wrote. Keeps nothing of its
/// own. Any thread; waits for the disk.
public final class ConversationList {
    private final Timelines timelines;
    private final JoinedTimeline joined;
    private final UnreadCalls calls;
    private final OwnRooms rooms;
    private final ConversationChoices choices;
    private final Supplier<ItemReader> readers;

    /// @param readers makes a reader for each call
    public ConversationList(Timelines timelines, JoinedTimeline joined, UnreadCalls calls, OwnRooms rooms,
            ConversationChoices choices, Supplier<ItemReader> readers) {
        this.timelines = timelines;
        this.joined = joined;
        this.calls = calls;
        this.rooms = rooms;
        this.choices = choices;
        this.readers = readers;
    }

    /// All, those first that the user wants on top, then by what came here last.
    public List<Conversation> all() {
        List<Overview> overviews = timelines.overviews(Chats.UNREAD_MAX);
        ConversationChoices.Now chosen = choices.now();
        bringBack(overviews, chosen);
        Map<ConversationId, Overview> byId = new HashMap<>();
        overviews.forEach(each -> byId.put(each.conversation(), each));
        calls.keepOnly(byId.keySet());
        Map<ConversationId, Long> joinedAfter = timelines.joinedAfter();
        ItemReader reader = readers.get();
        var list = new ArrayList<Arrived>();
        for (Room room : rooms.all().reversed()) {
            String key = rooms.conversation(room);
            ConversationId id = ConversationId.of(room.id());
            Overview overview = joined.overview(id, byId);
            // a room of this run alone was asked for at this start
            long cameAs = overview == null ? joinedAfter.getOrDefault(id, Long.MAX_VALUE) : overview.cameAs();
            String title = chosen.names().getOrDefault(id, key.substring(1));
            Choices choice = chosen.of(id, overview == null ? 0 : cameAs);
            list.add(new Arrived(cameAs,
                    new Conversation(key, room.open() ? Kind.OPEN_ROOM : Kind.ROOM, title, null,
                            rooms.isConfirmed(room), overview == null ? 0 : overview.unread(),
                            calls(id, overview), choice, reader.newest(overview))));
        }
        for (Overview overview : overviews) {
            Fingerprint peer = overview.peer();
            if (peer == null) continue; // a room of ours, or one that was left
            Choices choice = chosen.of(overview.conversation(), overview.cameAs());
            list.add(new Arrived(overview.cameAs(),
                    new Conversation(peer.hex(), Kind.DIRECT, reader.name(peer), peer, true, overview.unread(),
                            calls(overview.conversation(), overview), choice, reader.newest(overview))));
        }
        return list.stream().sorted(Arrived.ORDER).map(Arrived::conversation).toList();
    }

    /// Has archived conversations with something new back in the list for good, also if they are muted later.
    public void bringBack() {
        bringBack(timelines.overviews(Chats.UNREAD_MAX), choices.now());
    }

    private void bringBack(List<Overview> overviews, ConversationChoices.Now chosen) {
        for (Overview each : overviews) {
            boolean isBack = chosen.comesBack(each.conversation(), each.cameAs());
            if (isBack) choices.bringBack(each.conversation(), each.cameAs());
        }
    }

    /// Unread messages that call the user. Where nothing is unread nobody is asked.
    private int calls(ConversationId id, @Nullable Overview overview) {
        return overview == null || overview.unread() == 0 ? 0 : joined.calls(id, calls);
    }

    /// @param cameAs of what is newest there: higher for what came here later
    private record Arrived(long cameAs, Conversation conversation) {
        static final Comparator<Arrived> ORDER = Comparator
                .comparing((Arrived each) -> each.conversation().onTop())
                .thenComparingLong(Arrived::cameAs)
                .reversed();
    }
}
