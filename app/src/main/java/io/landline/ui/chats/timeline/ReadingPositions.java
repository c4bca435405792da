package io.landline.ui.chats.timeline;

import io.landline.peer.BoundedMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where somebody reads in conversations that are not open now; those at their end have no place. Outlives the page,
/// which is made anew in another language. JavaFX thread.
public final class ReadingPositions {
    /// The one that was left longest ago goes first.
    static final int PLACES_MAX = 100;

    private final Map<String, TimelineFlow.Anchor> places = BoundedMap.leastRecentlyUsed(PLACES_MAX);

    /// @param place null at the end
    public void keep(String conversation, TimelineFlow.@Nullable Anchor place) {
        if (place == null) {
            places.remove(conversation);
        } else {
            places.put(conversation, place);
        }
    }

    public TimelineFlow.@Nullable Anchor of(String conversation) {
        return places.get(conversation);
    }
}
