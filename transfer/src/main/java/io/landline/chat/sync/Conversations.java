package io.landline.chat.sync;

import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.Membership;
import io.landline.chat.PersonStatus;
import io.landline.chat.RetiredRoomException;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Delete;
import io.landline.cost.FairQueue;
import io.landline.cost.Standings;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.queue.SerialQueue;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.ReceivedFrame;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All conversations of a node: what is written here goes to every member, what others wrote comes here, once and in
/// the same order everywhere.
///
/// Threads: all state changes on one [SerialQueue], one step after the other, without a lock. What a person writes is
/// called: the caller waits until it is stored. What sessions bring is posted: it waits for its fair turn
/// ([FairQueue]), so a peer that floods delays itself and hardly anybody else. The queue waits for the store alone,
/// never for a session or another queue: what a lane does not take is offered again later. The listener is called on
/// the queue, and what it hands in runs at once. Reading history goes past the queue, straight to the store. Any thread
/// may call.
public final class Conversations implements SessionListener, AutoCloseable {
    /// Calls of people and programs that wait, and frames on their way to their turn.
    private static final int STEPS_WAITING_MAX = 1_024;
    /// Where the listener has no room, it is asked again this soon.
    private static final Duration ROOM_LOOK = Duration.ofMillis(20);
    /// What came before the end is still worked off for this long. The program has five seconds to end.
    private static final Duration LAST_FRAMES_MAX = Duration.ofSeconds(1);

    private final ConversationsCore core;
    private final ChatContext context;
    private final SerialQueue queue;
    /// The other sides that this user addressed in this run; only members that a person named, so they are few.
    private final Map<ConversationId, Fingerprint> addressed = new ConcurrentHashMap<>();
    private final WritingGate gate = new WritingGate();
    private final OwnEntryWriter writer;
    /// Confined to the queue, as the next.
    private final SessionTurns turns;
    private final StepFailures failures;

    private Conversations(ChatContext context, ConversationListener listener) {
        this.context = context;
        core = new ConversationsCore(context);
        queue = new SerialQueue(
                new SerialQueue.Settings("conversations", SerialQueue.Rank.QUICK, STEPS_WAITING_MAX, Long.MAX_VALUE,
                        Receipts.INTERVAL_MIN),
                this::tick);
        failures = new StepFailures(context.events(), queue::uptime);
        queue.onFailure(failures::failed);
        writer = new OwnEntryWriter(context, core, queue, addressed, gate, failures::failed);
        turns = new SessionTurns(queue, core, context.standings(), listener::hasSpace, failures::storeFailed);
    }

    /// Starts the conversations' thread.
    public static Conversations open(Identity self, ChatStores stores, Membership membership, Standings standings,
            ConversationListener listener, InstantSource clock) {
        var context = new ChatContext(self, stores, membership, standings, ConversationLimits.STANDARD,
                new PendingEvents(listener), clock,
                new SecureRandom(), NotTaken.log(() -> Duration.ofNanos(System.nanoTime())));
        var conversations = new Conversations(context, listener);
        conversations.queue.start();
        return conversations;
    }

    /// The history of this profile was lost, and others may have it. What is written from now on waits until one of
    /// them was asked: so it comes after what was said before. For [WritingGate#LOST_HISTORY_MAX] at most. To be called
    /// once, before sessions are started.
    public void askBeforeWriting() {
        gate.askFirst();
        queue.post(() -> {}); // so that a tick follows
    }

    /// The direct conversation with a peer. Its first entry is stored together with who the peer is.
    public ConversationId direct(Fingerprint peer) {
        ConversationId conversation = ConversationId.direct(context.me(), peer);
        addressed.put(conversation, peer);
        return conversation;
    }

    /// The other side of a direct conversation; null for a room's conversation, and for an unknown one.
    public @Nullable Fingerprint directPeer(ConversationId conversation) {
        Fingerprint peer = addressed.get(conversation);
        return peer != null ? peer : context.entries().directPeer(conversation);
    }

    /// Writes an entry: committed to disk when this returns, on its way to every connected member, and kept for the
    /// absent ones. Throws an [EntryStoreException] where the disk did not take it, and a [RetiredRoomException] where
    /// the room goes on with other words: then nothing was written. A direct conversation is first made known by
    /// [#direct]. The body has at most [Entry#BODY_BYTES_MAX] bytes.
    public Entry append(ConversationId conversation, EntryKind kind, byte[] body) {
        return append(conversation, kind, body, _ -> {});
    }

    /// Writes an entry like [#append], and calls `committed` on the conversations' thread when it is stored, before
    /// anybody hears of it.
    public Entry append(ConversationId conversation, EntryKind kind, byte[] body, Consumer<Entry> committed) {
        return writer.append(conversation, kind, body, committed);
    }

    /// Has an entry written, and does not wait for the disk: for callers that have more to write. What waits together
    /// is written together. The answer, or an exception as of [#append], comes on the conversations' thread and must
    /// not keep that waiting.
    public CompletableFuture<Entry> appendSoon(ConversationId conversation, EntryKind kind, byte[] body) {
        return writer.appendSoon(conversation, kind, body);
    }

    /// Has an entry written, and does not wait for it: for steps of other queues. Where the disk did not take it,
    /// `committed` is never called, and the listener hears of the failure.
    public void appendLater(ConversationId conversation, EntryKind kind, byte[] body, Consumer<Entry> committed) {
        writer.appendLater(conversation, kind, body, committed);
    }

    /// A delete for a room into which nothing is written any more, as [Delete#earlier] has it.
    public String deletionFor(ConversationId room, Delete act) {
        return call(() -> new OwnLogs(context).deletionFor(room, act).text());
    }

    /// What is written in `next` from now on stands after all that is held of `old`, and after the entry at `begins`
    /// with which `next` begins. Gives the clock of `old`.
    public long goOn(ConversationId old, ConversationId next, long begins) {
        return call(() -> {
            long clock = context.entries().clock(old);
            context.entries().raiseClock(next, LamportClock.raised(clock, begins));
            return clock;
        });
    }

    /// A person has seen all that is here of this conversation.
    public void read(ConversationId conversation) {
        call(() -> {
            core.read(conversation, queue.uptime());
            return conversation;
        });
    }

    /// A person has seen what is here up to this place of the timeline.
    ///
    /// @param unseen of some logs an entry that nobody has seen, though it may stand before the place: what of the log
    ///        stands before that entry counts as seen, and nothing from there on
    public void read(ConversationId conversation, TimelinePosition place, List<TimelinePosition> unseen) {
        SeenLogs seen = call(() -> core.seen(conversation, place, unseen));
        while (call(() -> core.read(seen, queue.uptime())));
    }

    /// Removes all that stands before a place of the timeline, for good: the beginnings of logs. It is not asked for or
    /// taken again. What comes after the place was found stays, and does not wait for all of it.
    public void cut(ConversationId conversation, Supplier<TimelinePosition> place) {
        RetentionCut cut = call(() -> RetentionCut.of(context.entries(), conversation, place.get()));
        while (call(() -> core.cut(cut)));
    }

    /// Takes words of removed texts out of the search that are noted there, for about this long. What is left goes on
    /// with the next call, also after a restart.
    public void clearWords(Duration atMost) {
        Duration end = queue.uptime().plus(atMost);
        while (call(context.entries()::clearWords) && queue.uptime().compareTo(end) < 0);
    }

    /// The user types in this conversation now: connected members are told, at most every two seconds.
    public void typing(ConversationId conversation) {
        queue.post(() -> core.typing(conversation, queue.uptime()));
    }

    /// This user is called so: to be said at each start, and where the name changes.
    public void named(PeerName name) {
        queue.post(() -> core.named(name, queue.uptime()));
    }

    /// What the user says of themselves, told to everybody who is connected as long as this node runs.
    public void status(PersonStatus status) {
        queue.post(() -> core.status(status));
    }

    /// Whether others are told when the user types and reads, and the user sees the same of them. At the start it is.
    public void shareActivity(boolean shared) {
        queue.post(() -> core.shareActivity(shared));
    }

    /// The newest entries of one kind over all conversations, oldest first, for readers that must not miss one after a
    /// kill.
    public List<Entry> newestOf(EntryKind kind, int limit) {
        return context.entries().newestOf(kind, limit);
    }

    /// Whether this peer ever proved the room's key to us, or was admitted by a member. Of an open room nobody is a
    /// member for good.
    public boolean isMember(RoomId room, Fingerprint peer) {
        return context.stores().admissions().find(room, peer) != null;
    }

    /// All who were admitted to this room by a member or by us. Of an open room nobody.
    public Set<Fingerprint> members(RoomId room) {
        return context.stores().admissions().members(room);
    }

    /// This user knows the person better than before, or unblocks them: their entries that were not accepted until now
    /// are asked for.
    public void reconsider(Fingerprint person) {
        queue.post(() -> core.reconsider(person));
    }

    /// The user lets this person have as much again stored today.
    public void allowMore(Fingerprint person) {
        queue.post(() -> core.allowMore(person));
    }

    /// The author's public key, if anything of this author is stored here; else null.
    public byte @Nullable [] authorKey(Fingerprint author) {
        return context.entries().authorKey(author);
    }

    /// The user blocked this person.
    public void blocked(Fingerprint person) {
        queue.post(() -> core.blocked(person));
    }

    /// The paused logs, oldest first; only of a few people, because an attacker invents people.
    public List<ConversationListener.Pause> pauses() {
        return core.pauses();
    }

    /// To be told of a joined room before all other listeners. They may write there as soon as they hear of it, and
    /// what they write waits until the member was asked what was said before.
    public SessionListener firstMeetings() {
        return new SessionListener() {
            @Override
            public void joined(Session session, RoomId room) {
                gate.joined(room, queue.uptime());
            }
        };
    }

    @Override
    public void joined(Session session, RoomId room) {
        brought(session, () -> {
            core.joined(session, room);
            gate.begun(room, queue.uptime());
        });
    }

    @Override
    public void carriedAnew(Session session) {
        brought(session, () -> core.carriedAnew(session));
    }

    @Override
    public void left(Session session, RoomId room) {
        brought(session, () -> core.left(session, room));
    }

    @Override
    public void closed(Session session, EndReason reason) {
        queue.post(() -> turns.addLast(session, () -> core.closed(session)));
    }

    private void brought(Session session, Runnable step) {
        queue.post(() -> turns.add(session, step));
    }

    @Override
    public void take(ReceivedFrame received) {
        if (!queue.post(() -> turns.add(received))) received.done();
    }

    /// Works off what has come, as far as a second allows. The caller that opened sessions and stores closes them: the
    /// sessions before this, the stores after it.
    @Override
    public void close() {
        gate.open();
        queue.finish(this::workOffTheRest);
        queue.close();
    }

    // The conversations' thread

    private Duration tick(Duration uptime) {
        Duration next = core.tick(uptime);
        core.takeAskDue().forEach(turns::ask);
        Duration gateAt = gate.tick(uptime, core::isCaughtUp, core::isCaughtUp);
        if (gateAt != null && gateAt.compareTo(next) < 0) next = gateAt;
        turns.post();
        next = turns.tick(uptime, next);
        Duration look = uptime.plus(ROOM_LOOK);
        return turns.waitForRoom() && look.compareTo(next) < 0 ? look : next;
    }

    private void workOffTheRest() {
        turns.workOff(LAST_FRAMES_MAX);
        core.close();
    }

    // Callers

    private <T> T call(SerialQueue.Work<T, RuntimeException> work) {
        return queue.call(() -> {
            try {
                return work.run();
            } catch (EntryStoreException e) {
                failures.storeFailed(e);
                throw e;
            }
        });
    }
}
