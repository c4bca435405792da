package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStoreException;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.chat.frame.WantFrame.Range;
import io.landline.chat.sync.PeerInventory.Claim;
import io.landline.chat.sync.PeerLink.Asked;
import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks peers for what they have and we lack: one request at a time per session, one answer of one frame to each, a log
/// from one peer at a time. The newest parts of all logs come first, then what is older. Confined to the conversations'
/// thread.
final class EntryFetcher {
    /// A peer that does not answer for this long is not asked for these again until it says what it has.
    static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    /// A log that a peer was asked for and does not bring is asked of the next peer after this long: else a peer that
    /// says that it has everything and gives nothing keeps what others wrote away. A request takes some milliseconds.
    static final Duration OTHERS_ASKED_AFTER = Duration.ofSeconds(2);
    /// Where the store fails, asking on at full speed would only fill the log.
    static final Duration STORE_PAUSE = Duration.ofSeconds(5);

    private final ChatContext context;
    private final ConversationAccess access;
    private final EntryReceiver receiver;
    private final ForkRepair repair;
    private final Forks forks;
    private final LogFloors floors;
    /// Logs that are being requested, and the peer that was asked.
    private final Map<LogKey, PeerLink> underWay = new HashMap<>();
    /// Rooms in which something of others is held, as far as it was asked. People are asked for each time: they may be
    /// very many, and what they wrote may give way.
    private final Set<ConversationId> withOthers = new HashSet<>();
    private Duration pausedUntil = Duration.ZERO;

    EntryFetcher(ChatContext context, ConversationAccess access, EntryReceiver receiver, ForkRepair repair, Forks forks,
            LogFloors floors) {
        this.context = context;
        this.access = access;
        this.receiver = receiver;
        this.repair = repair;
        this.forks = forks;
        this.floors = floors;
    }

    /// Whether there may be something to ask for now.
    boolean mayAsk(PeerLink link, Duration uptime) {
        boolean something = link.search != null || !link.inventory.isEmpty();
        return something && link.asked == null && uptime.compareTo(pausedUntil) >= 0;
    }

    /// Sends the next request, if there is something to ask for.
    void ask(PeerLink link, Duration uptime) {
        if (!mayAsk(link, uptime)) return;
        List<Range> ranges = ranges(link);
        if (ranges.isEmpty()) return;
        var want = new WantFrame(link.nextRequest(), ranges.getFirst().log().conversation(), ranges);
        if (!link.offer(want.encode())) return; // the next tick tries again
        link.asked = new Asked(want, uptime);
        link.requestMayBeLost = false;
        for (Range range : ranges) underWay.put(range.log(), link);
    }

    /// Whether this peer is not to be asked for the log now, since another one is. Who was slow once holds up nobody
    /// who was not.
    private boolean isElsewhere(PeerLink link, LogKey log) {
        PeerLink asked = underWay.get(log);
        return asked != null && (!asked.slow || link.slow);
    }

    private List<Range> ranges(PeerLink link) {
        ForkRepair.Search search = link.search;
        if (search != null) return List.of(new Range(search.log(), search.middle(), search.middle(), false));
        return link.inventory.next(log -> isElsewhere(link, log), context.entries(), forks);
    }

    /// Whether this answers the request that is under way.
    static boolean isAnswer(PeerLink link, EntriesFrame frame) {
        Asked asked = link.asked;
        return asked != null && asked.want().request() == frame.request();
    }

    /// Takes entries, asked for or not, one run in each piece of work or a part of one, and asks on.
    FrameWork received(PeerLink link, EntriesFrame frame, Duration uptime) throws MalformedFrameException {
        Asked asked = link.asked;
        boolean answer = isAnswer(link, frame);
        List<List<Entry>> runs;
        try {
            runs = EntryReceiver.runs(frame);
        } catch (MalformedFrameException e) {
            if (answer) release(link);
            throw e;
        }
        return answer
                ? new Taking(link, frame.conversation(), runs, asked, uptime)
                : justWritten(link, frame.conversation(), runs, uptime);
    }

    /// Takes entries that nobody asked for, like [#received].
    FrameWork justWritten(PeerLink link, ConversationId conversation, List<List<Entry>> runs, Duration uptime) {
        return new Taking(link, conversation, runs, null, uptime);
    }

    /// Entries that came together, on their way into the store.
    private final class Taking implements FrameWork {
        private final PeerLink link;
        private final ConversationId conversation;
        private final List<List<Entry>> runs;
        private final List<EntryReceiver.RunPart> taken;
        private final @Nullable Asked asked;
        private final Duration uptime;
        private final Map<LogKey, EntryReceiver.Outcome> outcomes = new HashMap<>();
        private int next;
        private long start;
        /// The last of which something was taken.
        private EntryReceiver.@Nullable RunEnd takenOf;

        /// @param asked what this is the answer to, if to anything
        Taking(PeerLink link, ConversationId conversation, List<List<Entry>> runs, @Nullable Asked asked,
                Duration uptime) {
            this.link = link;
            this.conversation = conversation;
            this.runs = runs;
            // an answer usually has no more than was asked for
            taken = asked == null
                    ? EntryReceiver.parts(runs, EntryReceiver.PART_MAX, Set.of())
                    : EntryReceiver.parts(runs, PeerInventory.ENTRIES_A_REQUEST, backwards(asked));
            this.asked = asked;
            this.uptime = uptime;
        }

        private static Set<LogKey> backwards(Asked asked) {
            return asked.want().ranges().stream().filter(Range::backwards).map(Range::log).collect(Collectors.toSet());
        }

        @Override
        public boolean next() throws MalformedFrameException {
            boolean more = false;
            try {
                more = takeNext();
            } catch (EntryStoreException e) {
                pausedUntil = uptime.plus(STORE_PAUSE);
                throw e;
            } finally {
                if (!more && asked != null && link.asked == asked) release(link);
            }
            if (!more) ask(link, uptime);
            return more;
        }

        private boolean takeNext() throws MalformedFrameException {
            if (!access.maySync(link, conversation)) return false;
            if (next == 0 && !begin()) return false;
            if (next < taken.size()) take(taken.get(next++));
            if (next < taken.size()) return true;
            if (outcomes.containsValue(EntryReceiver.Outcome.TAKEN)) retryLeaps(conversation);
            if (asked != null) settle(link, asked, outcomes);
            outcomes.forEach((log, outcome) -> {
                if (outcome == EntryReceiver.Outcome.LEAP) link.inventory.leapt(log);
            });
            return false;
        }

        /// False where the runs are not to be taken.
        private boolean begin() {
            boolean direct = ConversationAccess.isDirect(link, conversation);
            if (direct && access.holdsBack(link)) return false;
            if (direct && context.entries().directPeer(link.direct) == null) {
                context.entries().rememberDirect(link.direct, link.peer);
            }
            if (direct) access.takesWritten(link); // after that: who gives way is not the newest then
            ForkRepair.Search search = link.search;
            if (asked != null && search != null && isOf(asked, search)) {
                narrow(link, search, runs);
                return false;
            }
            start = holdsOthers(conversation) ? 0 : LamportClock.start(runs, EntryFetcher.this::isMember);
            return true;
        }

        private void take(EntryReceiver.RunPart part) throws MalformedFrameException {
            List<Entry> run = part.entries();
            EntryReceiver.Outcome before = outcomes.get(run.getLast().log());
            if (before == EntryReceiver.Outcome.LEAP || before == EntryReceiver.Outcome.FORK) return;
            EntryReceiver.Outcome outcome = receiver.take(link, part, asked != null, start, uptime);
            // of a run that was taken in part, for the budget, the rest is no gap and no end
            boolean ends = outcome == EntryReceiver.Outcome.GAP || outcome == EntryReceiver.Outcome.NOTHING_NEW;
            if (ends && part.end().equals(takenOf)) return;
            if (outcome == EntryReceiver.Outcome.TAKEN) takenOf = part.end();
            outcomes.put(run.getLast().log(), outcome);
            switch (outcome) {
                case TAKEN, NOTHING_NEW -> {
                } // nothing more to do
                case GAP -> missing(link, run.getLast());
                case LEAP -> {
                    NotTaken.LEAP.note(link, context.notTaken());
                    missing(link, run.getLast());
                }
                case FORK -> {
                    NotTaken.FORK.note(link, context.notTaken());
                    forked(link, run, uptime);
                }
            }
        }
    }

    private boolean holdsOthers(ConversationId conversation) {
        if (withOthers.contains(conversation)) return true;
        EntryStore entries = context.entries();
        boolean holds = entries.logCount(conversation) > entries.logCount(conversation, context.me());
        if (holds && entries.directPeer(conversation) == null) withOthers.add(conversation);
        return holds;
    }

    private boolean isMember(Fingerprint author) {
        return context.standings().of(author).isAtLeast(Standing.MEMBER);
    }

    private void retryLeaps(ConversationId conversation) {
        for (PeerLink each : access.links()) each.inventory.retryLeaps(conversation);
    }

    /// A claim is not asked for again if the peer sent nothing new of its log, or did not mention it in an answer that
    /// brought nothing at all.
    private void settle(PeerLink link, Asked asked, Map<LogKey, EntryReceiver.Outcome> outcomes) {
        boolean progress = outcomes.containsValue(EntryReceiver.Outcome.TAKEN);
        for (Range range : asked.want().ranges()) {
            EntryReceiver.Outcome outcome = outcomes.get(range.log());
            Claim claim = link.inventory.get(range.log());
            boolean again = outcome == EntryReceiver.Outcome.TAKEN || outcome == EntryReceiver.Outcome.LEAP
                    || link.slow && isBeyond(range);
            boolean settled = !again && (outcome != null || !progress);
            if (settled || (claim != null && claim.disputed())) link.inventory.remove(range.log());
        }
    }

    /// Whether another peer brought some of what was asked for: then the rest is asked for.
    private boolean isBeyond(Range range) {
        LogState held = context.entries().log(range.log());
        return held != null && (range.backwards() ? held.from() <= range.to() : held.to() >= range.from());
    }

    /// The entry waits with the peer, and is asked for together with what is missing before it.
    private void missing(PeerLink link, Entry entry) {
        Claim known = link.inventory.get(entry.log());
        long number = Math.min(entry.header().number(), forks.of(entry.log()) - 1);
        if (number < floors.of(entry.log())) return;
        link.inventory.put(entry.log(), known == null
                ? new Claim(floors.of(entry.log()), number, floors.of(entry.log()), false)
                : new Claim(known.from(), Math.max(known.to(), number), known.recent(), false));
    }

    /// The author's own node mends a restored profile as soon as it sees what others have: it gets the time for that.
    private void forked(PeerLink link, List<Entry> run, Duration uptime) {
        LogKey log = run.getLast().log();
        if (log.author().equals(link.peer) && link.disputes.mayBeMended(log, uptime, this::isHeld)) {
            link.inventory.remove(log);
            return;
        }
        repair.begin(link, run);
        finishSearch(link);
    }

    private boolean isHeld(LogKey log) {
        return context.entries().log(log) != null;
    }

    private static boolean isOf(Asked asked, ForkRepair.Search search) {
        Range range = asked.want().ranges().getFirst();
        return range.log().equals(search.log()) && range.from() == search.middle() && range.to() == search.middle();
    }

    private void narrow(PeerLink link, ForkRepair.Search search, List<List<Entry>> runs) {
        repair.narrow(link, search, runs.isEmpty() ? List.of() : runs.getFirst());
        if (link.search == null) link.inventory.remove(search.log());
        finishSearch(link);
    }

    /// An own branch that only this node has gives way, once; else everybody hears of both.
    private void finishSearch(PeerLink link) {
        ForkRepair.Search search = link.search;
        if (search == null || !search.isDone()) return;
        link.search = null;
        link.inventory.remove(search.log());
        if (context.isOwn(search.log()) && repair.mayGiveWay(search.log())) {
            repair.rewrite(search.log(), search.differs(), null);
            forks.tellWhatWeHave(search.log());
            return;
        }
        Fork fork = repair.proof(search);
        if (fork == null) {
            repair.leave(search.log());
        } else if (fork.number() < forks.of(fork.log())) {
            forks.found(fork);
        }
    }

    /// Lets others be asked for what a peer does not bring, and gives up on it in the end.
    void expire(PeerLink link, Duration uptime) {
        Asked asked = link.asked;
        if (asked == null) return;
        Duration waits = uptime.minus(asked.at());
        if (link.requestMayBeLost && waits.compareTo(OTHERS_ASKED_AFTER) >= 0) {
            release(link); // and asked again
            return;
        }
        if (waits.compareTo(OTHERS_ASKED_AFTER) >= 0) {
            link.slow = true;
            letOthersAsk(link, asked);
        }
        if (waits.compareTo(ANSWER_MAX) < 0) return;
        for (Range range : asked.want().ranges()) link.inventory.remove(range.log());
        link.search = null;
        release(link);
    }

    /// What this link was asked for may be asked for elsewhere.
    void release(PeerLink link) {
        if (link.asked == null) return;
        letOthersAsk(link, link.asked);
        link.asked = null;
    }

    private void letOthersAsk(PeerLink link, Asked asked) {
        for (Range range : asked.want().ranges()) underWay.remove(range.log(), link);
    }
}
