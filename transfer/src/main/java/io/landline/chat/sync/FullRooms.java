package io.landline.chat.sync;

import io.landline.cost.Standing;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Full rooms in which nobody was found who gives way. Such a look reads all that is there, some ten milliseconds, and
/// a peer may bring thousands who find no place. So for a moment nobody is looked for again, unless for somebody known
/// better. Bounded by the rooms of this user. Confined to the conversations' thread.
final class FullRooms {
    static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /// @param standing for which nobody gave way
    private record Look(Standing standing, Duration until) {}

    private final Map<ConversationId, Look> inVain = new HashMap<>();

    /// Whether somebody may be found now who gives way to a person of this standing.
    boolean mayLook(ConversationId room, Standing standing, Duration uptime) {
        Look last = inVain.get(room);
        return last == null || uptime.compareTo(last.until()) >= 0 || standing.isAbove(last.standing());
    }

    /// Nobody gave way.
    void lookedInVain(ConversationId room, Standing standing, Duration uptime) {
        inVain.put(room, new Look(standing, uptime.plus(LOOK_EVERY)));
    }
}
