package io.landline.chat.sync;

import io.landline.chat.ConversationListener;
import io.landline.chat.ConversationListener.EntrySource;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.PersonStatus;
import io.landline.chat.TimelinePosition;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.pace.PushPace;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.Session;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All conversations of a node, without thread and clock: each call is one step, told the time, and ends by telling the
/// listener what it brought. Confined to one thread, see [Conversations].
final class ConversationsCore {
    /// Between two steps of [EntryStore#obeyMore].
    static final Duration DELETES_APART = Duration.ofMillis(100);

    private final ChatContext context;
    private final ConversationAccess access;
    private final Admissions admissions;
    private final PeerActivity activity;
    private final Receipts receipts;
    private final OwnLogs ownLogs;
    private final Budgets budgets;
    private final LogFilter filter;
    private final LogFloors floors;
    private final Forks forks;
    private final NameCards cards;
    private final InventorySync inventories;
    private final EntryFetcher fetcher;
    private final PeerRounds rounds;
    private final ChatFrameRouter router;
    private Duration deletesAt = Duration.ZERO;

    ConversationsCore(ChatContext context) {
        this.context = context;
        var limits = new LimitWarnings(context);
        budgets = new Budgets(context, limits);
        filter = new LogFilter(context, budgets, limits);
        access = new ConversationAccess(context, limits, filter);
        admissions = new Admissions(context, limits);
        activity = new PeerActivity(context, access);
        receipts = new Receipts(context, access, activity);
        ownLogs = new OwnLogs(context);
        floors = new LogFloors(context.entries());
        var repair = new ForkRepair(context, ownLogs);
        forks = new Forks(context, access, filter, repair, limits);
        cards = new NameCards(context, access);
        inventories = new InventorySync(context, access, admissions, receipts, filter, floors, forks, cards);
        var receiver = new EntryReceiver(context, access, receipts, ownLogs, filter, floors, forks, budgets, cards);
        fetcher = new EntryFetcher(context, access, receiver, repair, forks, floors);
        rounds = new PeerRounds(context, access, inventories, fetcher, budgets);
        router = new ChatFrameRouter(context, admissions, activity, receipts, forks, cards, inventories, fetcher);
    }

    /// Commits entries, then offers them to every connected member.
    ///
    /// @param directPeer the other side of a direct conversation, as far as this run knows it
    /// @param drafts one at least, of one conversation, which fit into one frame
    List<Entry> append(@Nullable Fingerprint directPeer, List<PendingEntry> drafts, Duration uptime) {
        ConversationId conversation = drafts.getFirst().conversation();
        List<Entry> entries = ownLogs.append(directPeer, drafts);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            drafts.get(i).stored(entry);
            context.events().add(to -> to.stored(entry, EntrySource.OWN));
        }
        activity.wrote(conversation);
        Frame frame = new EntriesFrame(EntriesFrame.UNASKED, conversation, entries).encode();
        for (PeerLink link : access.members(conversation)) {
            cards.wanted(link, conversation, Set.of(context.me()));
            cards.tell(link, uptime); // ahead of the first entry, which makes it count
            link.push(conversation, entries, frame, uptime);
        }
        context.events().tell();
        return entries;
    }

    void read(ConversationId conversation, Duration uptime) {
        receipts.readHere(conversation);
        tellRead(uptime);
    }

    /// Begins to find what a person has seen who read up to this place, as [Receipts#seen].
    SeenLogs seen(ConversationId conversation, TimelinePosition place, List<TimelinePosition> unseen) {
        return receipts.seen(conversation, place, unseen);
    }

    /// Finds some more of it, and notes it at the end.
    ///
    /// @return whether more is to be found
    boolean read(SeenLogs seen, Duration uptime) {
        if (seen.next()) return true;
        receipts.readHere(seen);
        tellRead(uptime);
        return false;
    }

    /// Removes some of what a cut takes, for good.
    ///
    /// @return whether more may be left of it
    boolean cut(RetentionCut cut) {
        boolean mayHaveMore = floors.cut(cut);
        access.cut();
        if (!mayHaveMore) return false;
        // what was to be asked for may be below a floor now; the next HAVE says what is left
        for (PeerLink link : access.links()) link.inventory.removeAllOf(cut.conversation());
        return true;
    }

    /// The user types in this conversation.
    void typing(ConversationId conversation, Duration uptime) {
        activity.typing(conversation, uptime);
    }

    /// This user is called so.
    void named(PeerName name, Duration uptime) {
        cards.named(name, uptime);
    }

    /// What the user says of themselves.
    void status(PersonStatus status) {
        activity.status(status);
    }

    /// Whether others are told when the user types and reads, and the user sees the same of them.
    void shareActivity(boolean shared) {
        activity.share(shared);
        for (PeerLink link : access.links()) {
            link.readDue.clear();
            for (RoomId room : link.session.joined()) receipts.joined(link, ConversationId.of(room));
            receipts.joined(link, link.direct);
        }
        context.events().tell();
    }

    private void tellRead(Duration uptime) {
        for (PeerLink link : access.links()) receipts.flush(link, uptime);
        context.events().tell();
    }

    /// This user knows the person better than before, or unblocks them: their entries that were not accepted are asked
    /// for.
    void reconsider(Fingerprint person) {
        filter.reconsider(person);
        askEverybody();
        context.events().tell();
    }

    /// The user lets this person have more stored today.
    void allowMore(Fingerprint person) {
        budgets.allowMore(person);
        askEverybody();
        context.events().tell();
    }

    /// The user blocked the person: their pauses need no decision any more.
    void blocked(Fingerprint person) {
        budgets.reconsider(person);
        context.events().tell();
    }

    /// Any thread.
    List<ConversationListener.Pause> pauses() {
        return budgets.pauses();
    }

    private void askEverybody() {
        for (PeerLink link : access.links()) tellWhatWeHave(link);
    }

    /// Whether some peer has said what it has, and everything missing here was requested.
    boolean isCaughtUp() {
        boolean told = access.links().stream().anyMatch(link -> link.toldWhatItHas);
        return told && access.links().stream().noneMatch(PeerLink::isWaiting);
    }

    /// Whether all members who are connected said what they have of this room, and nothing is still asked of them.
    boolean isCaughtUp(ConversationId room) {
        return access.members(room).stream().allMatch(link -> link.toldOf.contains(room) && !link.isAsked());
    }

    /// Saves what is not saved yet.
    void close() {
        budgets.save();
        forks.save();
    }

    void joined(Session session, RoomId room) {
        PeerLink link = access.link(session);
        ConversationId conversation = ConversationId.of(room);
        admissions.admit(room, session.peerPublicKey());
        filter.reconsider(link.peer);
        inventories.greet(link, conversation);
        receipts.joined(link, conversation);
        inventories.tell(link, link.direct, link.heldBackTold);
        receipts.joined(link, link.direct);
        activity.joined(link);
        context.events().tell();
    }

    /// What was on the previous connection may be lost, both ways: requests too, and what is told once a session.
    void carriedAnew(Session session) {
        PeerLink link = access.link(session);
        link.carriedAnew();
        NameCards.carriedAnew(link);
        activity.carriedAnew(link);
        for (RoomId room : session.joined()) receipts.joined(link, ConversationId.of(room));
        receipts.joined(link, link.direct);
        tellWhatWeHave(link);
    }

    private void tellWhatWeHave(PeerLink link) {
        for (RoomId room : link.session.joined()) inventories.tell(link, ConversationId.of(room), true);
        inventories.tell(link, link.direct, true);
    }

    void left(Session session, RoomId room) {
        PeerLink link = access.link(session);
        link.forget(ConversationId.of(room));
        activity.stopped(link, ConversationId.of(room));
        if (session.joined().isEmpty()) link.forget(link.direct);
        context.events().tell();
    }

    void closed(Session session) {
        PeerLink link = access.remove(session);
        if (link == null) return;
        fetcher.release(link);
        activity.closed(link);
        cards.closed(link);
        context.events().tell();
    }

    /// No more is to be read of this session's peer before: it brings too much ([PushPace]).
    Duration readAgainAt(Session session) {
        PeerLink link = access.find(session);
        return link == null ? Duration.ZERO : link.readAgainAt();
    }

    /// Begins to work off a frame, or several that [EntriesFrame#areOneStream]. Each piece tells what it brought.
    FrameWork received(Session session, List<Frame> frames, Duration uptime) throws MalformedFrameException {
        FrameWork work = router.received(access.link(session), frames, uptime);
        return () -> {
            try {
                return work.next();
            } finally {
                context.events().tell(); // also of what was committed before the frame turned out to be bad
            }
        };
    }

    /// Sends what has become due, and says when the next tick is. Receipts come first: they are what an author waits
    /// for. They and what people do now have times of their own; the rest is looked after less often.
    Duration tick(Duration uptime) {
        Duration receiptsAt = receipts.flushAll(uptime);
        Duration pushesAt = rounds.gossipAt();
        for (PeerLink link : access.links()) pushesAt = link.pushWaiting(uptime, pushesAt);
        Duration roundsAt = rounds.tick(uptime);
        Duration activityAt = activity.tick(uptime, rounds.gossipAt());
        inventories.tellOf(cards.takeLacking(uptime));
        Duration cardsAt = cards.tick(uptime, rounds.gossipAt());
        Duration forksAt = forks.tick(uptime, rounds.gossipAt());
        Duration leavingAt = filter.tick(uptime, rounds.gossipAt(), forks::tellWhatWeHave);
        Duration moreAt = obeyMore(uptime, rounds.gossipAt());
        context.events().tell();
        return Stream.of(receiptsAt, pushesAt, roundsAt, activityAt, cardsAt, forksAt, leavingAt, moreAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Duration obeyMore(Duration uptime, Duration later) {
        if (deletesAt.compareTo(uptime) > 0) return deletesAt;
        if (!context.entries().obeyMore()) return later;
        return deletesAt = uptime.plus(DELETES_APART);
    }

    /// See [PeerRounds#takeAskDue].
    List<Session> takeAskDue() {
        return rounds.takeAskDue();
    }

    /// Tells and answers what is due to the peer, and asks it for what it has and we lack; nothing where the session
    /// has ended.
    FrameWork ask(Session session, Duration uptime) {
        PeerLink link = access.find(session);
        if (link == null) return FrameWork.DONE;
        FrameWork told = inventories.tellDue(link, uptime);
        FrameWork leftOut = inventories.tellLeftOut(link, uptime);
        FrameWork answers = inventories.answerDue(link, uptime);
        return () -> {
            if (told.next()) return true;
            if (leftOut.next()) return true;
            if (answers.next()) return true;
            fetcher.ask(link, uptime);
            context.events().tell();
            return false;
        };
    }
}
