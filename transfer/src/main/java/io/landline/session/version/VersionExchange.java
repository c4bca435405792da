package io.landline.session.version;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.peer.ProgramVersion;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// Tells members of rooms with a key which version of Landline runs here, and hears theirs. Strangers and people of
/// open rooms are told nothing, and what they tell is not heard. Any thread; nothing waits for a peer.
public final class VersionExchange implements SessionListener {
    private final ProgramVersion own;
    private final Predicate<RoomId> hasKey;
    private final BiConsumer<Fingerprint, ProgramVersion> heard;
    private final Set<Session> told = new HashSet<>();

    /// @param hasKey whether a room has a key
    /// @param heard gets what members of such rooms tell; called on the session's queue
    public VersionExchange(ProgramVersion own, Predicate<RoomId> hasKey,
            BiConsumer<Fingerprint, ProgramVersion> heard) {
        this.own = own;
        this.hasKey = hasKey;
        this.heard = heard;
    }

    @Override
    public void joined(Session session, RoomId room) {
        if (hasKey.test(room)) tell(session);
    }

    /// What was told over the connection before may be lost.
    @Override
    public void carriedAnew(Session session) {
        synchronized (told) {
            told.remove(session);
        }
        if (isMember(session)) tell(session);
    }

    /// Where the lane is full, the next room or connection of that session tells it.
    private void tell(Session session) {
        synchronized (told) {
            if (!told.add(session)) return;
        }
        if (session.offer(Lane.SESSION, new VersionFrame(own).encode())) return;
        synchronized (told) {
            told.remove(session);
        }
    }

    private boolean isMember(Session session) {
        return session.joined().stream().anyMatch(hasKey);
    }

    @Override
    public void received(Session session, Frame frame) throws MalformedFrameException {
        if (frame.type() != FrameType.VERSION) {
            throw new MalformedFrameException("frame type " + FrameType.written(frame.type()) + " is no version");
        }
        VersionFrame theirs = VersionFrame.decode(frame);
        if (isMember(session)) heard.accept(session.peer(), theirs.version());
    }

    @Override
    public void closed(Session session, EndReason reason) {
        synchronized (told) {
            told.remove(session);
        }
    }
}
