package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.session.accept.SessionSlots;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// With which standing a connection claims a place among the sessions, and who has one (docs/protocol/session.md,
/// "Places"). Guarded by the lock of [SessionTable].
final class PlaceClaims {
    private final NodeContext context;
    private final SessionSlots slots = new SessionSlots();

    PlaceClaims(NodeContext context) {
        this.context = context;
    }

    /// The standing while nothing is joined on the connection. A peer that the user asked for goes before people of
    /// open rooms.
    Standing standing(ControlConnection connection) {
        Standing known = context.standings.of(connection.peer());
        if (connection.isUserAsked() && Standing.MEMBER.isAbove(known)) return Standing.MEMBER;
        return known.isAtLeast(Standing.VOUCHED) ? known : Standing.STRANGER;
    }

    /// The standing after a room was joined, or all was tried. A peer that may still prove a key waits among the
    /// strangers until then.
    ///
    /// @param byKey whether a room with a key was joined
    Standing standing(ControlConnection connection, boolean byKey) {
        Standing known = standing(connection);
        if (known.isAtLeast(Standing.MEMBER)) return known;
        if (byKey) return Standing.MEMBER;
        if (known == Standing.VOUCHED || connection.mayProveAKey()) return known;
        return Standing.OPEN_ROOM;
    }

    /// Claims a place for the peer of this connection, or another one for a better standing.
    ///
    /// @param usedAt when the session with a peer was last used, in uptime: of equals the longest idle gives way
    SessionSlots.Decision claim(ControlConnection connection, Standing standing,
            Function<Fingerprint, Duration> usedAt) {
        InetAddress address = connection.link().remote();
        return slots.claim(new SessionSlots.Holder(connection.peer(), standing, address,
                context.localAddresses().isOurs(address)), usedAt);
    }

    /// The standing with which a peer has its place; null where it has none.
    @Nullable
    Standing held(Fingerprint peer) {
        return slots.standing(peer);
    }

    void release(Fingerprint peer) {
        slots.release(peer);
    }
}
