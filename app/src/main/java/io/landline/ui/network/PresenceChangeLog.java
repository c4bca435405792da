package io.landline.ui.network;

import io.landline.handshake.RefusalReason;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.PeerAppeared;
import io.landline.node.port.NodeEvent.PeerLeft;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.people.Person;
import io.landline.session.EndReason;
import io.landline.ui.network.PresenceChange.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the newest comings and goings. Any thread.
final class PresenceChangeLog {
    /// A class that comes, connects, joins and goes, several times.
    static final int COMINGS_MAX = 1_000;

    private final Deque<PresenceChange> kept = new ArrayDeque<>();
    private long noted;

    /// Whether it was a coming or a going.
    boolean take(NodeEvent event, Instant at) {
        switch (event) {
            case PeerAppeared(Person person) -> note(at, Kind.APPEARED, person, person.endpoints().isEmpty()
                    ? ""
                    : person.endpoints().getFirst().toString());
            case PeerLeft(Person person, LeaveReason reason) -> note(at, kind(reason), person, "");
            case SessionOpened(Fingerprint peer, String name, String endpoint) -> note(at, Kind.CONNECTED, peer, name,
                    endpoint);
            case SessionClosed(Fingerprint peer, String name, _, EndReason reason) -> note(at, Kind.DISCONNECTED, peer,
                    name, "", reason);
            case Joined(Fingerprint peer, String name, String room) -> note(at, Kind.JOINED, peer, name, room);
            case Refused(Fingerprint peer, String name, String room, RefusalReason reason) -> note(at, kind(reason),
                    peer, name, room == null ? "" : room);
            case NodeEvent _ -> {
                return false;
            }
        }
        return true;
    }

    /// Somebody was here before anybody watched.
    void here(Instant at, Fingerprint peer, String name) {
        note(at, Kind.HERE, peer, name, "");
    }

    private static Kind kind(LeaveReason reason) {
        return switch (reason) {
            case LEAVE -> Kind.LEFT;
            case SILENT -> Kind.FELL_SILENT;
            case FORGED -> Kind.FORGED;
            case CLOSED -> Kind.GONE;
        };
    }

    private static Kind kind(RefusalReason refusal) {
        return switch (refusal) {
            case WRONG_KEY -> Kind.WRONG_KEY;
            case OPEN_DIFFERS -> Kind.OPEN_DIFFERS;
            case BLOCKED -> Kind.BLOCKED;
            case VERSION -> Kind.OTHER_VERSION;
            case NO_COMMON_ROOM -> Kind.NO_COMMON_ROOM;
        };
    }

    private void note(Instant at, Kind kind, Person person, String detail) {
        note(at, kind, person.peer(), person.name().value(), detail);
    }

    private void note(Instant at, Kind kind, Fingerprint peer, String name, String detail) {
        note(at, kind, peer, name, detail, null);
    }

    private synchronized void note(Instant at, Kind kind, Fingerprint peer, String name, String detail,
            @Nullable EndReason end) {
        kept.add(new PresenceChange(++noted, at, kind, name, peer.brief(), detail, end));
        if (kept.size() > COMINGS_MAX) kept.remove();
    }

    synchronized List<PresenceChange> kept() {
        return new ArrayList<>(kept);
    }
}
