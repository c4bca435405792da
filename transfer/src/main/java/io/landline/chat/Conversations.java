package io.landline.chat;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// All conversations of a node: what is written here goes to every member, what others wrote comes here, once and in the same order
/// everywhere.
///
/// Threads: everything happens on one virtual thread, the conversations' own, one step after the other; it holds no lock. Callers hand a
/// step in and wait for it, so no session ever has more than one frame here, and a peer that sends faster than we store is read more
/// slowly. The thread waits for the store alone, never for a session: what a lane does not take is offered again later. The listener is
/// called on it, and what the listener hands in runs at once. Reading history goes past it, straight to the store. Any thread may call.
public final class Conversations implements SessionListener, AutoCloseable {
    private static final Logger LOG = System.getLogger(Conversations.class.getName());
    /// How often what is due is looked at while something is: receipts may go out four times a second. Otherwise at the next due time.
    private static final Duration TICK = Receipts.INTERVAL_MIN;
    /// Steps that wait: one a session and one a caller. Whoever comes when it is full waits longer.
    private static final int STEPS_WAITING_MAX = 1_024;
    /// A full disk is said once a minute, not once an entry.
    private static final Duration STORE_FAILURE_TOLD_MIN = Duration.ofMinutes(1);

    private interface Step {
        void run() throws MalformedFrameException;
    }

    private record Job(Step step, CompletableFuture<Void> done) {}

    private final Chat chat;
    private final ChatParts parts;
    private final BlockingQueue<Job> steps = new ArrayBlockingQueue<>(STEPS_WAITING_MAX);
    private final long startNanos = System.nanoTime();
    private final Thread thread;
    private volatile boolean closed;
    /// Confined to the conversations' thread.
    private @Nullable Duration storeFailureTold;
    /// When what is due is looked at next; confined to the conversations' thread.
    private Duration tickAt = TICK;

    private Conversations(ChatParts parts) {
        this.parts = parts;
        chat = new Chat(parts);
        thread = Thread.ofVirtual().name("conversations").unstarted(this::work);
    }

    /// Starts the conversations' thread.
    public static Conversations open(Identity self, ChatStores stores, Membership membership, ConversationListener listener,
            InstantSource clock) {
        var conversations = new Conversations(
                new ChatParts(self, stores, membership, new Events(listener), clock, new SecureRandom()));
        conversations.thread.start();
        return conversations;
    }

    /// The direct conversation with a peer, remembered from now on.
    public ConversationId direct(Fingerprint peer) {
        ConversationId conversation = ConversationId.direct(parts.me(), peer);
        if (parts.entries().directPeer(conversation) == null) run(() -> parts.entries().rememberDirect(conversation, peer));
        return conversation;
    }

    /// With whom a direct conversation is; null for a room's, and for one never heard of.
    public @Nullable Fingerprint directPeer(ConversationId conversation) {
        return parts.entries().directPeer(conversation);
    }

    /// Writes a text: committed to disk when this returns, on its way to every connected member, and kept for the absent ones. Throws an
    /// [EntryStoreException] where the disk did not take it: then nothing was written.
    public Entry say(ConversationId conversation, EntryText text) {
        return append(conversation, EntryKind.TEXT, text.toBody());
    }

    /// Writes an entry of any kind, like [#say]. A direct conversation is first made known by [#direct]. The body has at most
    /// [Entry#BODY_BYTES_MAX] bytes.
    public Entry append(ConversationId conversation, EntryKind kind, byte[] body) {
        if (body.length > Entry.BODY_BYTES_MAX) throw new IllegalArgumentException("entry body of " + body.length + " bytes");
        var written = new CompletableFuture<Entry>();
        run(() -> written.complete(chat.append(conversation, kind, body, uptime())));
        return written.join();
    }

    /// A person has seen all that is here of this conversation.
    public void read(ConversationId conversation) {
        run(() -> chat.read(conversation, uptime()));
    }

    /// The newest entries before a position (null: of all), oldest of these first.
    public List<Entry> history(ConversationId conversation, @Nullable Position before, int limit) {
        return parts.entries().newest(conversation, before, limit);
    }

    /// The newest texts with all of these words, oldest of these first.
    public List<Entry> search(ConversationId conversation, String words, int limit) {
        return parts.entries().search(conversation, words, limit);
    }

    /// The newest entries of one kind over all conversations, oldest first: for whoever must not miss one by a kill.
    public List<Entry> newestOf(EntryKind kind, int limit) {
        return parts.entries().newestOf(kind, limit);
    }

    /// Up to which number of our own log the peer has it; 0 for none.
    public long deliveredUpTo(LogKey own, Fingerprint peer) {
        return parts.stores().receipts().upTo(own, peer, ReceiptStore.Receipt.DELIVERED);
    }

    /// Whether this peer ever proved the room's key to us, or was admitted by a member. Of an open room nobody is a member for good.
    public boolean isMember(RoomId room, Fingerprint peer) {
        return parts.stores().admissions().find(room, peer) != null;
    }

    /// All who were admitted to this room by a member or by us. Of an open room nobody.
    public Set<Fingerprint> members(RoomId room) {
        return parts.stores().admissions().members(room);
    }

    /// The person lets this peer of open rooms write directly: what it has waiting is asked for.
    public void directAllowed(Fingerprint peer) {
        run(() -> chat.directAllowed(peer));
    }

    @Override
    public void joined(Session session, RoomId room) {
        runKeeping(() -> chat.joined(session, room));
    }

    @Override
    public void carriedAnew(Session session) {
        runKeeping(() -> chat.carriedAnew(session));
    }

    @Override
    public void left(Session session, RoomId room) {
        runKeeping(() -> chat.left(session, room));
    }

    /// Waits for its turn and for the store; throwing ends the session.
    @Override
    public void received(Session session, Frame frame) throws MalformedFrameException {
        if (closed) return;
        try {
            await(() -> chat.received(session, frame, uptime()));
        } catch (EntryStoreException e) {
            return; // told to the listener; what came is still with the peer, and is asked for again
        }
    }

    @Override
    public void closed(Session session, String reason) {
        runKeeping(() -> chat.closed(session));
    }

    /// Finishes what waits; sessions and stores are closed by whoever opened them, the sessions before, the stores after this.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        refuseWaiting();
        if (interrupted) Thread.currentThread().interrupt();
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private void storeFailed(EntryStoreException e) {
        Duration now = uptime();
        if (storeFailureTold != null && now.minus(storeFailureTold).compareTo(STORE_FAILURE_TOLD_MIN) < 0) return;
        storeFailureTold = now;
        LOG.log(Level.ERROR, "conversations could not be stored", e);
        parts.events().add(to -> to.storeFailed(String.valueOf(e.getMessage())));
        parts.events().tell();
    }

    /// For what a session tells us: a store that fails is no fault of the session's, and after the end nobody listens.
    private void runKeeping(Step step) {
        if (closed) return;
        try {
            run(step);
        } catch (EntryStoreException e) {
            return; // told to the listener; a later exchange makes up for it
        }
    }

    private void run(Step step) {
        try {
            await(step);
        } catch (MalformedFrameException e) {
            throw new AssertionError("only a received frame is malformed", e);
        }
    }

    /// Has the conversations' thread do a step, and waits until it is done. An interrupted caller still waits: what is handed in is done.
    private void await(Step step) throws MalformedFrameException {
        if (Thread.currentThread().equals(thread)) {
            step.run();
            return;
        }
        var job = new Job(step, new CompletableFuture<>());
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (closed) throw new IllegalStateException("the conversations are closed");
                    steps.put(job);
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (closed && steps.remove(job)) throw new IllegalStateException("the conversations are closed");
            while (true) {
                try {
                    job.done.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static MalformedFrameException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case MalformedFrameException malformed -> malformed;
            case RuntimeException ours -> throw ours;
            case Error error -> throw error;
            case null, default -> throw new AssertionError("a step throws nothing else", cause);
        };
    }

    private void work() {
        while (!closed || !steps.isEmpty()) {
            Job job = next(tickAt);
            if (job != null) {
                finish(job);
                Duration soon = uptime().plus(TICK); // a step may have left something to do
                if (soon.compareTo(tickAt) < 0) tickAt = soon;
            }
            if (uptime().compareTo(tickAt) < 0) continue;
            tickAt = uptime().plus(TICK); // where this one fails
            finish(new Job(() -> tickAt = chat.tick(uptime()), new CompletableFuture<>()));
        }
    }

    private @Nullable Job next(Duration tickAt) {
        try {
            return steps.poll(Math.max(0, tickAt.minus(uptime()).toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return steps.poll(); // closing: what waits is finished
        }
    }

    /// One bad step costs its caller an exception; the thread goes on.
    private void finish(Job job) {
        try {
            job.step.run();
            job.done.complete(null);
        } catch (EntryStoreException e) {
            job.done.completeExceptionally(e);
            storeFailed(e);
        } catch (MalformedFrameException | RuntimeException e) {
            job.done.completeExceptionally(e);
            if (e instanceof RuntimeException) LOG.log(Level.ERROR, "a step of the conversations failed", e);
        }
    }

    private void refuseWaiting() {
        for (Job job; (job = steps.poll()) != null;) {
            job.done.completeExceptionally(new IllegalStateException("the conversations are closed"));
        }
    }
}
