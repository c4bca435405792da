package io.landline.filetransfer;

import io.landline.frame.Frame;
import io.landline.peer.Fingerprint;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is connected, and what we still have to say to them. Confined to the desk, which never waits for a peer: what a full lane does
/// not take is kept and offered again.
final class Peers {
    /// Frames kept for one peer. Who takes none of so many does not read, and loses the session.
    private static final int UNSENT_MAX = 1_024;

    private final Map<Fingerprint, Session> sessions = new HashMap<>();
    private final Map<Session, ArrayDeque<Frame>> unsent = new HashMap<>();

    void opened(Session session) {
        sessions.put(session.peer(), session);
    }

    /// True where that was the session of its peer, not one that a newer replaced.
    boolean closed(Session session) {
        unsent.remove(session);
        return sessions.remove(session.peer(), session);
    }

    @Nullable
    Session session(Fingerprint peer) {
        Session session = sessions.get(peer);
        return session != null && session.isOpen() ? session : null;
    }

    Iterable<Session> all() {
        return sessions.values();
    }

    /// Says something to a peer if it is connected; if not, it is asked or told on meeting.
    void send(Fingerprint peer, FileMessage message) {
        Session session = session(peer);
        if (session == null) return;
        ArrayDeque<Frame> waiting = unsent.computeIfAbsent(session, _ -> new ArrayDeque<>());
        if (waiting.size() >= UNSENT_MAX) {
            session.close("takes nothing about files");
            return;
        }
        waiting.add(message.toFrame());
        flush(session, waiting);
    }

    /// True where something still waits for a full lane.
    boolean tick() {
        unsent.forEach(Peers::flush);
        return unsent.values().stream().anyMatch(waiting -> !waiting.isEmpty());
    }

    private static void flush(Session session, ArrayDeque<Frame> waiting) {
        while (!waiting.isEmpty() && session.offer(Lane.FILES, waiting.getFirst())) waiting.removeFirst();
    }
}
