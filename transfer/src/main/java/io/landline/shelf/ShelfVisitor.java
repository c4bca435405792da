package io.landline.shelf;

import io.landline.cost.AskPace;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Other people's shelves: what they told of them on their open sessions, and our questions. Any thread; the lock is
/// held for some assignments, never while a frame is handed to a session or a listener is called.
final class ShelfVisitor {
    /// Questions of ours that wait for an answer.
    static final int ASKED_MAX = 64;
    /// A slow disk with a million names.
    static final Duration LISTED_WITHIN = Duration.ofSeconds(20);
    /// The walk through a folder of a million files on a slow disk.
    static final Duration TAKEN_WITHIN = Duration.ofMinutes(10);
    /// Rooms of one session that we keep shelves of: a node lists them only for rooms that both have.
    static final int ROOMS_MAX = 64;

    /// Of these, rooms that are not joined yet: the other side may have joined one a moment before.
    static final int EARLY_ROOMS_MAX = 4;

    private record Question(Session session, CompletableFuture<ShelfFrames> answer) {}

    /// What one session told of a room.
    ///
    /// @param isJoined whether the listener heard of it: not before the room is joined
    private record Told(List<ShelfFrames.Title> shelves, boolean isJoined) {
        private static final Told NOTHING = new Told(List.of(), false);

        /// What the listener knows.
        List<ShelfFrames.Title> shown() {
            return isJoined ? shelves : List.of();
        }
    }

    private final ShelfListener listener;
    private final Predicate<RoomId> openRoom;
    private final Supplier<Duration> uptime;
    private final AskPace pace = AskPace.ofShelves();
    private final Map<Session, Map<RoomId, Told>> told = new LinkedHashMap<>();
    private final Map<Object, Question> asked = new HashMap<>();
    private int requests;

    ShelfVisitor(ShelfSettings settings, ShelfListener listener) {
        this.listener = listener;
        openRoom = settings.openRoom();
        uptime = settings.uptime();
    }

    /// A shelf of somebody who is here.
    List<SeenShelf> shelves() {
        var seen = new ArrayList<SeenShelf>();
        synchronized (this) {
            told.forEach((session, rooms) -> rooms.forEach((room, known) -> {
                if (!session.joined().contains(room)) return;
                known.shelves().forEach(each -> seen.add(new SeenShelf(session.peer(), room, each.id(), each.title())));
            }));
        }
        return seen;
    }

    void open(Session session, ShelfFrames.Open now) throws MalformedFrameException {
        RoomId room = now.room();
        if (openRoom.test(room)) return;
        Told before;
        Told after = new Told(now.shelves(), session.joined().contains(room));
        synchronized (this) {
            Map<RoomId, Told> rooms = told.computeIfAbsent(session, _ -> new LinkedHashMap<>());
            before = rooms.getOrDefault(room, Told.NOTHING);
            if (before.equals(after) || !rooms.containsKey(room) && !hasPlace(rooms, after)) return;
            if (pace.allow(session.peer(), 1, uptime.get()) == 0) {
                throw new MalformedFrameException("tells too often of other shelves");
            }
            rooms.put(room, after);
        }
        tell(session, room, before.shown(), after.shown());
    }

    private static boolean hasPlace(Map<RoomId, Told> rooms, Told more) {
        long early = rooms.values().stream().filter(each -> !each.isJoined()).count();
        return rooms.size() < ROOMS_MAX && (more.isJoined() || early < EARLY_ROOMS_MAX);
    }

    /// What the peer told of a room before it was joined counts from now on.
    void joined(Session session, RoomId room) {
        Told early;
        synchronized (this) {
            Map<RoomId, Told> rooms = told.get(session);
            early = rooms == null ? null : rooms.get(room);
            if (rooms == null || early == null || early.isJoined()) return;
            rooms.put(room, new Told(early.shelves(), true));
        }
        tell(session, room, List.of(), early.shelves());
    }

    /// Nothing of that room goes on with this peer.
    void left(Session session, RoomId room) {
        Told before;
        synchronized (this) {
            Map<RoomId, Told> rooms = told.get(session);
            before = rooms == null ? null : rooms.remove(room);
        }
        if (before != null) tell(session, room, before.shown(), List.of());
    }

    private void tell(Session session, RoomId room, List<ShelfFrames.Title> before, List<ShelfFrames.Title> now) {
        for (ShelfFrames.Title each : before) {
            if (!now.contains(each)) tell(session, room, each, false);
        }
        for (ShelfFrames.Title each : now) {
            if (!before.contains(each)) tell(session, room, each, true);
        }
    }

    private void tell(Session session, RoomId room, ShelfFrames.Title shelf, boolean isOpen) {
        listener.changed(new SeenShelf(session.peer(), room, shelf.id(), shelf.title()), isOpen);
    }

    CompletableFuture<ShelfPage> list(SeenShelf shelf, List<String> path, @Nullable String after,
            @Nullable String name) {
        int request;
        synchronized (this) {
            request = requests;
            requests = requests == Integer.MAX_VALUE ? 0 : requests + 1;
        }
        return ask(shelf, request, new ShelfFrames.ListAsked(request, shelf.id(), path, after, name), LISTED_WITHIN)
                .thenCompose(answer -> answer instanceof ShelfFrames.Listed listed
                        ? CompletableFuture.completedFuture(listed.page())
                        : failed(answer));
    }

    CompletableFuture<EntryId> take(SeenShelf shelf, TakeId take, List<WantedItem> items) {
        return ask(shelf, take, new ShelfFrames.TakeAsked(take, shelf.id(), items), TAKEN_WITHIN)
                .thenCompose(answer -> answer instanceof ShelfFrames.Taken taken
                        ? CompletableFuture.completedFuture(taken.offer())
                        : failed(answer));
    }

    private static <T> CompletableFuture<T> failed(ShelfFrames answer) {
        return CompletableFuture.failedFuture(new ShelfException(switch (answer) {
            case ShelfFrames.ListRefused(_, var why) -> why;
            case ShelfFrames.TakeRefused(_, var why) -> why;
            default -> ShelfRefusal.NO_ANSWER;
        }));
    }

    private CompletableFuture<ShelfFrames> ask(SeenShelf shelf, Object id, ShelfFrames question, Duration within) {
        var answer = new CompletableFuture<ShelfFrames>();
        Session session;
        synchronized (this) {
            session = told.keySet().stream().filter(each -> each.peer().equals(shelf.owner())).findFirst().orElse(null);
            if (session == null) return CompletableFuture.failedFuture(new ShelfException(ShelfRefusal.NO_ANSWER));
            if (asked.size() >= ASKED_MAX) return CompletableFuture.failedFuture(new ShelfException(ShelfRefusal.BUSY));
            asked.put(id, new Question(session, answer));
        }
        if (!session.offer(Lane.FILES, question.toFrame())) {
            answer.completeExceptionally(new ShelfException(ShelfRefusal.NO_ANSWER));
        }
        return answer.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> forget(id))
                .exceptionallyCompose(e -> CompletableFuture.failedFuture(e instanceof ShelfException
                        ? e
                        : new ShelfException(ShelfRefusal.NO_ANSWER)));
    }

    /// Whether anything is asked of this peer now.
    synchronized boolean hasAsked(Session session) {
        return asked.values().stream().anyMatch(each -> each.session() == session);
    }

    private synchronized @Nullable Question asked(Object id) {
        return asked.get(id);
    }

    private synchronized void forget(Object id) {
        asked.remove(id);
    }

    /// An answer to no question of ours to this peer is ignored.
    void answered(Session session, Object id, ShelfFrames answer) {
        Question question = asked(id);
        if (question != null && question.session() == session) question.answer().complete(answer);
    }

    void closed(Session session) {
        Map<RoomId, Told> rooms;
        var lost = new ArrayList<Question>();
        synchronized (this) {
            rooms = told.remove(session);
            for (Question each : asked.values()) if (each.session() == session) lost.add(each);
        }
        lost.forEach(each -> each.answer().completeExceptionally(new ShelfException(ShelfRefusal.NO_ANSWER)));
        if (rooms != null) rooms.forEach((room, known) -> tell(session, room, known.shown(), List.of()));
    }
}
