package io.landline.session.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one peer: its living connections, the session that they carry, and which of them may carry it next.
/// Guarded by the lock of [SessionTable].
final class PeerConnections {
    /// Living connections of one peer at a time: the one in use, one or two that are to replace it, and one with an end
    /// that was not noticed yet.
    static final int MAX = 4;

    /// In the order in which they got their hellos.
    private final List<ControlConnection> live = new ArrayList<>();
    private @Nullable PeerSession session;

    /// The last session, also one that is over; null before the first.
    @Nullable
    PeerSession session() {
        return session;
    }

    /// Null where it is over, or has not begun.
    @Nullable
    PeerSession openSession() {
        PeerSession last = session;
        return last != null && last.isOpen() ? last : null;
    }

    void begin(PeerSession next) {
        session = next;
    }

    /// @return the oldest that carries nothing, where there is one too many: it has to be closed
    @Nullable
    ControlConnection add(ControlConnection connection) {
        ControlConnection carrying = session == null ? null : session.current();
        ControlConnection oldest = live.size() < MAX
                ? null
                : live.stream().filter(each -> each != carrying).findFirst().orElseThrow();
        live.add(connection);
        return oldest;
    }

    /// @return whether it was here
    boolean remove(ControlConnection connection) {
        return live.remove(connection);
    }

    /// All that are alive.
    List<ControlConnection> all() {
        return List.copyOf(live);
    }

    /// Those on which this session has joined a room.
    List<ControlConnection> of(PeerSession joined) {
        return live.stream().filter(each -> each.session() == joined).toList();
    }

    boolean isUnconnected() {
        return live.isEmpty();
    }

    /// Whether nothing is left: no connection, and no session that goes on.
    boolean isOver() {
        return live.isEmpty() && (session == null || !session.goesOn());
    }

    /// When the session was last used, in uptime; before one begins, when the newest connection was made.
    Duration usedAt() {
        if (live.isEmpty()) return Duration.ZERO;
        return session == null ? live.getLast().link().began() : session.usedAt();
    }

    /// The newest connection that can carry this session now; null for none.
    @Nullable
    ControlConnection standby(PeerSession joined) {
        return of(joined).reversed().stream().filter(each -> !each.isEnding()).findFirst().orElse(null);
    }

    /// Whether a connection that is on its way may carry this session in a moment.
    ///
    /// @param how the one that carried it has ended
    boolean mayFollow(PeerSession joined, ConnectionEnd how) {
        return live.stream()
                .anyMatch(other -> other.session() == null && !other.isEnding() && other.run() == joined.run())
                || how.kind() == ConnectionEnd.Kind.REPLACED;
    }
}
