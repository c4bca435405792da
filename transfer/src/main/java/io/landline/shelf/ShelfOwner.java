package io.landline.shelf;

import io.landline.cost.AskPace;
import io.landline.cost.Standing;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.PrivateFiles;
import io.landline.frame.Frame;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Our shelves, towards members: tells which there are, lists them, and makes offers of what is taken. Frames come on
/// the sessions' queues; the disk is read on two threads, `shelf-lists` and `shelf-takes`, in turn by person.
final class ShelfOwner implements Closeable {
    /// Questions of one person that wait, and of all.
    static final int LISTS_WAITING_EACH = 4;
    /// Sixty-four people with four each.
    static final int LISTS_WAITING_ALL = 256;
    /// Takes of one person that wait for the walk through their folders, and of all.
    static final int TAKES_WAITING_EACH = 2;
    /// Thirty-two people with two each.
    static final int TAKES_WAITING_ALL = 64;
    /// Names with a dot at the front, in every folder.
    private static final List<String> HIDDEN = List.of(".*");
    private static final System.Logger LOG = System.getLogger(ShelfOwner.class.getName());

    private final ShelfSettings settings;
    /// Held from the look at the shelves until it is on its way: what is told last is how they stand.
    private final Object telling = new Object();
    /// Each is its own lock.
    private final AskPace listPace = AskPace.ofShelfLists();
    private final AskPace takePace = AskPace.ofShelfTakes();
    private final PersonQueue lists = new PersonQueue("shelf-lists", LISTS_WAITING_EACH, LISTS_WAITING_ALL);
    private final PersonQueue takes = new PersonQueue("shelf-takes", TAKES_WAITING_EACH, TAKES_WAITING_ALL);

    ShelfOwner(ShelfSettings settings) { this.settings = settings; }

    /// Tells somebody who has joined a room which shelves are open to it.
    ///
    /// @param evenIfNone whether to say so if no shelf is open: they may know one that is closed now
    void tell(Session session, RoomId room, boolean evenIfNone) {
        synchronized (telling) {
            List<ShelfFrames.Title> open = settings.blocked().test(session.peer())
                    ? List.of()
                    : settings.shelves()
                            .get()
                            .stream()
                            .filter(each -> each.room().equals(room))
                            .map(Shelf::told)
                            .toList();
            if (!open.isEmpty() || evenIfNone) session.offer(Lane.FILES, new ShelfFrames.Open(room, open).toFrame());
        }
    }

    void listAsked(Session session, ShelfFrames.ListAsked asked) {
        if (!isInTime(listPace, session)
                || !lists.post(session.peer(), standing(session), () -> list(session, asked))) {
            send(session, new ShelfFrames.ListRefused(asked.request(), ShelfRefusal.BUSY));
        }
    }

    private boolean isInTime(AskPace pace, Session session) {
        synchronized (pace) {
            return pace.allow(session.peer(), 1, settings.uptime().get()) == 1;
        }
    }

    private Standing standing(Session session) {
        return settings.standings().of(session.peer());
    }

    private void list(Session session, ShelfFrames.ListAsked asked) {
        if (!session.isOpen()) return;
        ShelfFrames answer;
        try {
            ShelfFolder folder = folder(session, asked.shelf());
            String name = asked.name();
            ShelfPage page = name == null ? folder.page(asked.path(), asked.after()) : folder.one(asked.path(), name);
            answer = new ShelfFrames.Listed(asked.request(), page);
        } catch (ShelfException e) {
            answer = new ShelfFrames.ListRefused(asked.request(), e.why());
        } catch (IOException | RuntimeException e) {
            logFailure("a folder of a shelf cannot be listed", e);
            answer = new ShelfFrames.ListRefused(asked.request(), ShelfRefusal.UNREADABLE);
        }
        send(session, answer);
    }

    private ShelfFolder folder(Session session, ShelfId id) throws ShelfException {
        return new ShelfFolder(shelf(session, id).folder(), privateFiles());
    }

    private PrivateFiles privateFiles() {
        return settings.privateFiles().get();
    }

    /// Asked anew at each frame: a shelf may have gone since, and so may the right to see it.
    private Shelf shelf(Session session, ShelfId id) throws ShelfException {
        Shelf found = settings.shelves().get().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
        boolean isBlocked = settings.blocked().test(session.peer());
        if (found == null || !ShelfRules.maySee(found, session.joined(), isBlocked)) {
            throw new ShelfException(ShelfRefusal.GONE);
        }
        return found;
    }

    void takeAsked(Session session, ShelfFrames.TakeAsked asked) {
        if (!isInTime(takePace, session)
                || !takes.post(session.peer(), standing(session), () -> take(session, asked))) {
            send(session, new ShelfFrames.TakeRefused(asked.take(), ShelfRefusal.BUSY));
        }
    }

    private void take(Session session, ShelfFrames.TakeAsked asked) {
        if (!session.isOpen()) return;
        ShelfFrames answer;
        try {
            Shelf shelf = shelf(session, asked.shelf());
            if (!settings.giving().mayTake(session.peer())) throw new ShelfException(ShelfRefusal.TOO_MUCH);
            var paths = new ShelfFolder(shelf.folder(), privateFiles()).wanted(asked.items());
            EntryId offer = settings.giving()
                    .give(session.peer(), asked.take(), new FilesToSend(paths, HIDDEN, shelf.folder()));
            answer = new ShelfFrames.Taken(asked.take(), offer);
        } catch (ShelfException e) {
            answer = new ShelfFrames.TakeRefused(asked.take(), e.why());
        } catch (IOException | RuntimeException e) {
            logFailure("what is taken from a shelf cannot be offered", e);
            answer = new ShelfFrames.TakeRefused(asked.take(), ShelfRefusal.UNREADABLE);
        }
        send(session, answer);
    }

    /// A fault of ours is logged with its place. Either way the member hears that there is nothing to get: without an
    /// answer it would wait.
    private static void logFailure(String what, Exception why) {
        if (why instanceof RuntimeException) {
            LOG.log(System.Logger.Level.ERROR, what, why);
        } else {
            LOG.log(System.Logger.Level.INFO, "{0}: {1}", what, why.toString());
        }
    }

    private static void send(Session session, ShelfFrames frame) {
        Frame made = frame.toFrame();
        if (!session.offer(Lane.FILES, made)) {
            LOG.log(System.Logger.Level.DEBUG, "an answer about a shelf has no room, or comes too late");
        }
    }

    void closed(Session session) {
        lists.forget(session.peer());
        takes.forget(session.peer());
    }

    @Override
    public void close() {
        lists.close();
        takes.close();
    }
}
