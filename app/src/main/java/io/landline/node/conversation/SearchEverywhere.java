package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Searches all conversations that this user sees. Keeps nothing. Any thread; reads the database.
public final class SearchEverywhere {
    private final TimelineSearch search;
    private final OwnRooms rooms;
    private final JoinedTimeline joined;

    /// An entry that was found.
    ///
    /// @param conversation as `conversation` fields have it
    public record Hit(String conversation, Entry entry) {}

    /// @param found what came here last stands first
    /// @param hasMore whether there may be more
    public record Hits(List<Hit> found, boolean hasMore) {
        public Hits {
            found = List.copyOf(found);
        }
    }

    public SearchEverywhere(TimelineSearch search, OwnRooms rooms, JoinedTimeline joined) {
        this.search = search;
        this.rooms = rooms;
        this.joined = joined;
    }

    public Hits find(SearchFilter filter, int limit) {
        Map<ConversationId, String> keys = new HashMap<>();
        for (Room room : rooms.all()) {
            ConversationId id = ConversationId.of(room.id());
            for (ConversationId old : joined.past(id)) keys.put(old, rooms.conversation(room));
            keys.put(id, rooms.conversation(room));
        }
        Map<ConversationId, Predicate<TimelinePosition>> shown = new HashMap<>();
        for (ConversationId id : keys.keySet()) shown.put(id, joined.shownOf(id));
        TimelineSearch.Hits hits = search.everywhere(filter, shown, limit);
        var found = new ArrayList<Hit>();
        for (TimelineSearch.Hit hit : hits.found()) {
            Fingerprint peer = hit.peer();
            String key = peer == null ? keys.get(hit.conversation()) : peer.hex();
            if (key != null) found.add(new Hit(key, hit.entry()));
        }
        return new Hits(found, hits.hasMore());
    }
}
