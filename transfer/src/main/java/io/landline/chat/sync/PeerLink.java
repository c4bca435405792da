package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.chat.frame.WantFrame;
import io.landline.chat.pace.ClaimBudget;
import io.landline.chat.pace.PushPace;
import io.landline.chat.pace.ReceiptPace;
import io.landline.cost.ByteBucket;
import io.landline.cost.Standings;
import io.landline.cost.TokenBucket;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What conversations remember of one session. Nothing here waits for the peer: what its lane does not take now is
/// noted as due and offered again at the next tick. Confined to the conversations' thread.
final class PeerLink {
    /// Frames that a peer may send: far above what a node of ours does, which leaves it to batches when much is
    /// written.
    private static final int FRAMES_PER_SECOND = 1_000;
    /// A choice: those of four seconds.
    private static final int FRAMES_BURST = 4_096;
    /// A node of ours has one request under way; a few more may cross a replaced connection.
    private static final int ANSWERS_DUE_MAX = 4;

    /// *What I have* costs a look-up a row, a request one a range: fewer of these.
    private static final int HAVES_PER_SECOND = 20;
    private static final int HAVES_BURST = 512;
    private static final int ANSWERS_PER_SECOND = 200;
    /// A choice: those of two seconds.
    private static final int ANSWERS_BURST = 400;

    /// Rows of *what I have* that a peer is told because it asks, or because its lane was full. To find out what a room
    /// of 8,192 logs holds takes some 30 ms; in a room of a class this is no bound.
    static final int TOLD_ROWS_PER_SECOND = 4_096;
    /// A choice: eight times all of the largest room.
    static final int TOLD_ROWS_BURST = 65_536;

    /// Of members that a room may have at a time: those told of are remembered this many times over.
    static final int ADMISSIONS_TOLD_TIMES = 2;

    /// A request under way, since when.
    record Asked(WantFrame want, Duration at) {}

    final Session session;
    final Fingerprint peer;
    /// The direct conversation with this peer.
    final ConversationId direct;
    final PeerInventory inventory;
    final Deque<WantFrame> answersDue = new ArrayDeque<>();
    final Set<ConversationId> haveDue = new LinkedHashSet<>();
    /// The conversations of [#haveDue] in which the peer is to answer with what it has.
    final Set<ConversationId> replyDue = new HashSet<>();
    final Map<LogKey, Long> deliveredDue = new LinkedHashMap<>();
    final Map<LogKey, Long> readDue = new LinkedHashMap<>();
    /// Those that the peer sent.
    final ReceiptPace receiptsIn = new ReceiptPace();
    /// What the peer read of own logs, where that is not here again. The last named logs are kept.
    final Map<LogKey, Long> readAhead = BoundedMap.firstComeFirstGone(Receipts.AHEAD_MAX);
    private final Map<RoomId, Set<Fingerprint>> admissionsTold = new HashMap<>();
    /// The numbers of the forks that this peer was told, or told us.
    final Map<LogKey, Long> forksTold = new HashMap<>();
    final NameCards.Link cards = new NameCards.Link();
    /// What the log said of entries that this peer sent in vain.
    final Set<NotTaken> notTaken = EnumSet.noneOf(NotTaken.class);
    final Disputes disputes = new Disputes();
    @Nullable
    Asked asked;
    /// Another connection has taken over since the last request.
    boolean requestMayBeLost;
    ForkRepair.@Nullable Search search;
    /// It let a request wait for [EntryFetcher#OTHERS_ASKED_AFTER] once.
    boolean slow;
    Duration receiptsAt = Duration.ZERO;
    boolean heldBackTold;
    boolean toldWhatItHas;
    /// The conversations of which the peer said what it has.
    final Set<ConversationId> toldOf = new HashSet<>();
    /// Logs of which it was not told, since a lower fork of each waited to be stored.
    final Set<LogKey> leftOut = new HashSet<>();
    /// It is to be told of these now.
    boolean leftOutDue;
    /// When they were told last.
    @Nullable
    Duration leftOutTold;
    private int requests;
    private final TokenBucket received = new TokenBucket(FRAMES_PER_SECOND, FRAMES_BURST);
    private final TokenBucket haves = new TokenBucket(HAVES_PER_SECOND, HAVES_BURST);
    private final TokenBucket answers = new TokenBucket(ANSWERS_PER_SECOND, ANSWERS_BURST);
    private final PushPace pace = new PushPace();
    /// Counts rows.
    private final ByteBucket told = new ByteBucket(TOLD_ROWS_PER_SECOND, TOLD_ROWS_BURST, Duration.ZERO);
    private final Standings standings;
    private Duration readAgainAt = Duration.ZERO;
    private final Pushes pushes;

    PeerLink(Session session, Fingerprint self, ClaimBudget budget, Standings standings) {
        this.session = session;
        this.standings = standings;
        peer = session.peer();
        inventory = new PeerInventory(budget, () -> standings.of(peer));
        direct = ConversationId.direct(self, peer);
        pushes = new Pushes(this::offer, () -> standings.of(peer));
    }

    /// Whether something is due to this peer, or asked of it.
    boolean isWaiting() {
        return asked != null || search != null || !inventory.isEmpty() || !answersDue.isEmpty() || !haveDue.isEmpty()
                || leftOutDue || !deliveredDue.isEmpty() || !readDue.isEmpty();
    }

    /// Whether the peer has something that we lack and have asked for, or will.
    boolean isAsked() {
        return asked != null || !inventory.isEmpty();
    }

    int nextRequest() {
        requests = requests == Integer.MAX_VALUE ? 1 : requests + 1;
        return requests;
    }

    boolean offer(Frame frame) {
        return session.offer(Lane.CHAT, frame);
    }

    void count(Duration uptime) throws MalformedFrameException {
        if (!received.take(uptime)) {
            throw new MalformedFrameException("more than " + FRAMES_PER_SECOND + " frames a second");
        }
    }

    /// Counts entries that the peer brought and nobody asked for.
    void countPushed(long bytes, Duration uptime) {
        readAgainAt = uptime.plus(pace.pay(bytes, standings.of(peer), uptime));
    }

    /// No more is to be read of this peer before.
    Duration readAgainAt() {
        return readAgainAt;
    }

    void countHave(Duration uptime) throws MalformedFrameException {
        if (!haves.take(uptime)) {
            throw new MalformedFrameException("what I have told more than " + HAVES_PER_SECOND + " times a second");
        }
    }

    /// Whether the peer may be told now what we have, though nothing new made us tell it.
    boolean mayTell(Duration uptime) {
        return told.debt(uptime).isZero();
    }

    void countTold(int rows, Duration uptime) {
        told.take(rows, uptime);
    }

    boolean mayAnswer(Duration uptime) {
        return answers.take(uptime);
    }

    /// Sends new entries at once or with the next ones, or notes that the peer must be told in another way.
    ///
    /// @param frame of these entries
    void push(ConversationId conversation, List<Entry> entries, Frame frame, Duration uptime) {
        if (!haveDue.contains(conversation) && pushes.push(conversation, entries, frame, uptime)) return;
        haveDue.add(conversation);
    }

    /// Sends what was written faster than it may go out. The answer is when to call this again, at the latest then.
    Duration pushWaiting(Duration uptime, Duration latest) {
        return pushes.tick(uptime, latest, haveDue::add);
    }

    void answerLater(WantFrame want) throws MalformedFrameException {
        if (answersDue.size() == ANSWERS_DUE_MAX) {
            throw new MalformedFrameException("more than " + ANSWERS_DUE_MAX + " requests at a time");
        }
        answersDue.add(want);
    }

    /// The members of a room that the peer was told of. Some give way to others meanwhile: the last ones are kept.
    Set<Fingerprint> admissionsTold(RoomId room, ConversationLimits limits) {
        return admissionsTold.computeIfAbsent(room, _ -> Collections
                .newSetFromMap(BoundedMap.firstComeFirstGone(ADMISSIONS_TOLD_TIMES * limits.members())));
    }

    boolean isJoined(RoomId room) {
        return session.isOpen() && session.joined().contains(room);
    }

    /// Another connection carries the session. What was told once a session may not have arrived.
    void carriedAnew() {
        admissionsTold.clear();
        forksTold.clear();
        requestMayBeLost = true;
    }

    /// The conversation is common no more. What was told of it last, the peer may have passed over.
    void forget(ConversationId conversation) {
        admissionsTold.remove(conversation.asRoom());
        forksTold.keySet().removeIf(log -> log.conversation().equals(conversation));
        disputes.forget(conversation);
        inventory.removeAllOf(conversation);
        pushes.forget(conversation);
        deliveredDue.keySet().removeIf(log -> log.conversation().equals(conversation));
        readDue.keySet().removeIf(log -> log.conversation().equals(conversation));
        readAhead.keySet().removeIf(log -> log.conversation().equals(conversation));
        haveDue.remove(conversation);
        replyDue.remove(conversation);
        toldOf.remove(conversation);
        leftOut.removeIf(log -> log.conversation().equals(conversation));
    }
}
