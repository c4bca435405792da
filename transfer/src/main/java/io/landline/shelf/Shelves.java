package io.landline.shelf;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.io.Closeable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The door of shelves: ours are told and listed to members, others' are listed for us (docs/protocol/shelf.md). Any
/// thread may call; nothing waits for a peer.
public final class Shelves implements SessionListener, Closeable {
    private final ShelfOwner owner;
    private final ShelfVisitor visitor;
    private final Set<Session> sessions = new LinkedHashSet<>();

    public Shelves(ShelfSettings settings, ShelfListener listener) {
        owner = new ShelfOwner(settings);
        visitor = new ShelfVisitor(settings, listener);
    }

    /// Shelves of ours changed, or who may see them.
    public void changed() {
        List<Session> now;
        synchronized (sessions) {
            now = List.copyOf(sessions);
        }
        for (Session session : now) {
            for (RoomId room : session.joined()) owner.tell(session, room, true);
        }
    }

    /// Shelves of those who are here.
    public List<SeenShelf> seen() {
        return visitor.shelves();
    }

    /// What stands in a folder of somebody's shelf; fails with a [ShelfException].
    ///
    /// @param after the name to go on behind; null from the start
    public CompletableFuture<ShelfPage> list(SeenShelf shelf, List<String> path, @Nullable String after) {
        return visitor.list(shelf, path, after, null);
    }

    /// A page of what bears this name in a folder: one item, or none.
    public CompletableFuture<ShelfPage> look(SeenShelf shelf, List<String> path, String name) {
        return visitor.list(shelf, path, null, name);
    }

    /// Has the owner offer these to us; the id of the offer, or a [ShelfException].
    public CompletableFuture<EntryId> take(SeenShelf shelf, TakeId take, List<WantedItem> items) {
        return visitor.take(shelf, take, items);
    }

    @Override
    public void opened(Session session) {
        synchronized (sessions) {
            sessions.add(session);
        }
    }

    @Override
    public void joined(Session session, RoomId room) {
        visitor.joined(session, room);
        owner.tell(session, room, false);
    }

    @Override
    public void left(Session session, RoomId room) {
        visitor.left(session, room);
    }

    /// What was told over the connection before may be lost.
    @Override
    public void carriedAnew(Session session) {
        for (RoomId room : session.joined()) owner.tell(session, room, true);
    }

    @Override
    public void received(Session session, Frame frame) throws MalformedFrameException {
        if (ShelfFrames.isAnswer(frame.type()) && !visitor.hasAsked(session)) return; // not worth reading a whole page
        switch (ShelfFrames.of(frame)) {
            case ShelfFrames.Open open -> visitor.open(session, open);
            case ShelfFrames.ListAsked asked -> owner.listAsked(session, asked);
            case ShelfFrames.TakeAsked asked -> owner.takeAsked(session, asked);
            case ShelfFrames.Listed listed -> visitor.answered(session, listed.request(), listed);
            case ShelfFrames.ListRefused refused -> visitor.answered(session, refused.request(), refused);
            case ShelfFrames.Taken taken -> visitor.answered(session, taken.take(), taken);
            case ShelfFrames.TakeRefused refused -> visitor.answered(session, refused.take(), refused);
        }
    }

    @Override
    public void closed(Session session, EndReason reason) {
        synchronized (sessions) {
            sessions.remove(session);
        }
        visitor.closed(session);
        owner.closed(session);
    }

    @Override
    public void close() {
        owner.close();
    }
}
