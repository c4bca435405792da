package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.EntryStore.BeforeFork;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.HaveFrame.Row;
import io.landline.chat.frame.WantFrame;
import io.landline.chat.sync.PeerInventory.Claim;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// *What I have*, both ways: tells peers, notes what they have that we lack, and answers what they ask for. Nothing is
/// kept of what we have: it is read from the store each time. Confined to the conversations' thread.
final class InventorySync {
    /// What a first meeting brings at once (docs/protocol/conversations.md, "HAVE (0x20)"); the older ones come in the
    /// background.
    static final int RECENT_ENTRIES = 1_000;
    /// Ranges of a request that are read in one piece of work: each may cost a signature.
    private static final int RANGES_A_PIECE = 8;
    /// Signatures that are looked at in one piece of work, 0.1 ms each.
    private static final int SIGNATURES_A_PIECE = 32;
    /// Signatures that are looked at for one answer: the smallest entries that fill a frame are 609. An author who
    /// signed badly has logs that are handed on no further.
    static final int SIGNATURES_AN_ANSWER_MAX = 1_024;
    /// Rows that are compared in one piece of work: one look-up in the store.
    private static final int ROWS_A_PIECE = 128;

    private final ChatContext context;
    private final ConversationAccess access;
    private final Admissions admissions;
    private final Receipts receipts;
    private final LogFilter filter;
    private final LogFloors floors;
    private final Forks forks;
    private final NameCards cards;

    InventorySync(ChatContext context, ConversationAccess access, Admissions admissions, Receipts receipts,
            LogFilter filter,
            LogFloors floors, Forks forks, NameCards cards) {
        this.context = context;
        this.access = access;
        this.admissions = admissions;
        this.receipts = receipts;
        this.filter = filter;
        this.floors = floors;
        this.forks = forks;
        this.cards = cards;
    }

    /// Sends what we have; where the lane is full, all of it is due again.
    void tell(PeerLink link, ConversationId conversation, boolean replyWanted) {
        tell(link, conversation, replyWanted, replyWanted);
    }

    /// The same where a room was just joined: also that we have nothing, since the peer waits for it before it writes.
    void greet(PeerLink link, ConversationId room) {
        tell(link, room, false, true);
    }

    /// Tells what we have of the conversations in which that is due, one at a time, as far as the peer's pace goes.
    FrameWork tellDue(PeerLink link, Duration uptime) {
        Iterator<ConversationId> due = List.copyOf(link.haveDue).iterator();
        return () -> {
            if (!due.hasNext() || !link.mayTell(uptime)) return false;
            ConversationId conversation = due.next();
            boolean replyWanted = link.replyDue.remove(conversation);
            link.countTold(tell(link, conversation, replyWanted, replyWanted), uptime);
            return due.hasNext();
        };
    }

    /// Tells what we have because the peer wants to know; later where it wanted to know too often.
    private void reply(PeerLink link, ConversationId conversation, Duration uptime) {
        if (link.mayTell(uptime)) {
            link.countTold(tell(link, conversation, false, false), uptime);
        } else {
            link.haveDue.add(conversation);
        }
    }

    /// The number of logs that were looked at.
    private int tell(PeerLink link, ConversationId conversation, boolean replyWanted, boolean alsoNothing) {
        link.haveDue.remove(conversation);
        if (!access.maySync(link, conversation)) return 0;
        List<LogState> logs = context.entries().logs(conversation);
        if (logs.isEmpty() && !alsoNothing) return 0;
        Map<LogKey, Long> recent = context.entries().recent(conversation, RECENT_ENTRIES);
        Map<LogKey, BeforeFork> before = beforeForks(conversation, logs);
        var rows = new ArrayList<Row>();
        for (LogState log : logs) {
            Row row = row(log, recent, before);
            if (row != null) {
                rows.add(row);
                link.leftOut.remove(log.key());
            } else if (forks.isUnsaved(log.key())) {
                link.leftOut.add(log.key());
            }
        }
        int page = 0;
        do {
            List<Row> rowsOfPage = rows.subList(page, Math.min(rows.size(), page + HaveFrame.ROWS_MAX));
            page += HaveFrame.ROWS_MAX;
            boolean last = page >= rows.size();
            if (!link.offer(new HaveFrame(conversation, replyWanted && last, rowsOfPage).encode())) {
                link.haveDue.add(conversation);
                if (replyWanted) link.replyDue.add(conversation);
                break;
            }
        } while (page < rows.size());
        return logs.size();
    }

    /// Tells of the logs that were left out while lower forks of them waited, and of no others: the logs of one frame
    /// at a time. What goes beyond the peer's pace, or what its lane does not take, is told the next time.
    FrameWork tellLeftOut(PeerLink link, Duration uptime) {
        if (!link.leftOutDue || !link.mayTell(uptime)) return FrameWork.DONE;
        link.leftOutDue = false;
        link.leftOutTold = uptime;
        var frames = new ArrayDeque<List<LogKey>>();
        link.leftOut.stream().collect(Collectors.groupingBy(LogKey::conversation)).values().forEach(logs -> {
            for (int i = 0; i < logs.size(); i += HaveFrame.ROWS_MAX) {
                frames.add(logs.subList(i, Math.min(logs.size(), i + HaveFrame.ROWS_MAX)));
            }
        });
        return () -> {
            List<LogKey> logs = link.mayTell(uptime) ? frames.poll() : null;
            if (logs == null) return false;
            tellLeftOut(link, logs);
            link.countTold(logs.size(), uptime);
            return !frames.isEmpty();
        };
    }

    private void tellLeftOut(PeerLink link, List<LogKey> logs) {
        ConversationId conversation = logs.getFirst().conversation();
        if (access.maySync(link, conversation)) {
            List<Row> rows = rows(logs, context.entries().recent(conversation, RECENT_ENTRIES));
            if (!rows.isEmpty() && !link.offer(new HaveFrame(conversation, false, rows).encode())) return;
        }
        for (LogKey log : logs) if (!forks.isUnsaved(log)) link.leftOut.remove(log);
    }

    /// @param some logs of one conversation
    private List<Row> rows(Collection<LogKey> some, Map<LogKey, Long> recent) {
        ConversationId conversation = some.iterator().next().conversation();
        Collection<LogState> logs = context.entries().logs(conversation, some).values();
        Map<LogKey, BeforeFork> before = beforeForks(conversation, logs);
        return logs.stream().map(log -> row(log, recent, before)).filter(Objects::nonNull).toList();
    }

    /// One question for all of them: somebody may have thousands of logs with two branches.
    private Map<LogKey, BeforeFork> beforeForks(ConversationId conversation, Collection<LogState> logs) {
        boolean isAnyForked = logs.stream().anyMatch(log -> forks.of(log.key()) <= log.to());
        return isAnyForked ? context.entries().beforeForks(conversation) : Map.of();
    }

    /// Null where nothing of the log is told. Nor is anything while a lower fork of it waits to be stored: somebody may
    /// have thousands of these, and each would be a question of its own.
    private @Nullable Row row(LogState log, Map<LogKey, Long> recent, Map<LogKey, BeforeFork> beforeForks) {
        long to = Math.min(log.to(), forks.of(log.key()) - 1);
        if (to < log.from() || context.membership().isBlocked(log.key().author())) return null;
        byte[] hash = log.hash();
        if (to < log.to()) {
            BeforeFork before = beforeForks.get(log.key());
            if (before != null && before.number() == to) {
                hash = before.hash();
            } else {
                hash = forks.isUnsaved(log.key()) ? null : hashAt(log, to);
            }
            if (hash == null) return null;
        }
        long from = Math.min(recent.getOrDefault(log.key(), to + 1), to + 1);
        return new Row(log.authorKey(), log.key().log(), log.from(), to, hash, Math.max(from, log.from()));
    }

    /// Tells a few members that we have these logs of one conversation: so they tell us what their authors are called.
    void tellOf(Collection<LogKey> some) {
        if (some.isEmpty()) return;
        ConversationId conversation = some.iterator().next().conversation();
        List<Row> rows = rows(some, Map.of());
        if (rows.isEmpty()) return;
        var members = new ArrayList<>(access.members(conversation));
        Collections.shuffle(members, Random.from(context.random()));
        Frame frame = new HaveFrame(conversation, false, rows).encode();
        members.stream().limit(NameCards.ASKED_MAX).forEach(link -> link.offer(frame));
    }

    /// Notes what the peer has and we lack, some rows at a time.
    FrameWork received(PeerLink link, HaveFrame frame, Duration uptime) {
        if (!access.maySync(link, frame.conversation())) return FrameWork.DONE;
        link.toldWhatItHas = true;
        boolean heldBack = ConversationAccess.isDirect(link, frame.conversation()) && !frame.rows().isEmpty()
                && access.holdsBack(link);
        Iterator<Row> rows = frame.rows().iterator();
        return () -> {
            if (!access.maySync(link, frame.conversation())) return false;
            var some = new ArrayList<Row>();
            while (rows.hasNext() && some.size() < ROWS_A_PIECE) some.add(rows.next());
            note(link, frame.conversation(), some, heldBack, uptime);
            if (rows.hasNext()) return true;
            cards.tell(link, uptime);
            link.toldOf.add(frame.conversation());
            if (frame.replyWanted()) reply(link, frame.conversation(), uptime);
            return false;
        };
    }

    private void note(PeerLink link, ConversationId conversation, List<Row> rows, boolean heldBack, Duration uptime)
            throws MalformedFrameException {
        boolean direct = ConversationAccess.isDirect(link, conversation);
        List<LogKey> keys = rows.stream().map(row -> row.key(conversation)).toList(); // each costs a hash
        Map<LogKey, LogState> held = context.entries().logs(conversation, keys);
        cards.wanted(link, conversation, held.keySet().stream().map(LogKey::author).toList());
        var ofOurs = new HashMap<LogKey, Row>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            LogKey key = keys.get(i);
            if (direct && !access.isAuthorOf(link, conversation, key.author())) {
                throw new MalformedFrameException("direct log of somebody else");
            }
            LogState log = held.get(key);
            // the highest alone: each that is news is written to the disk
            if (context.isOwn(key)) ofOurs.merge(key, row, (one, other) -> one.to() >= other.to() ? one : other);
            if (!heldBack && !filter.isClosed(key)) compare(link, key, log, row);
        }
        ofOurs.forEach((key, row) -> {
            LogState log = held.get(key);
            if (log != null) receipts.held(link, log, row, uptime);
        });
    }

    private void compare(PeerLink link, LogKey key, @Nullable LogState held, Row row) {
        long fork = forks.of(key);
        if (row.to() >= fork) forks.tell(link, key);
        long from = Math.max(row.from(), floors.of(key));
        long to = Math.min(row.to(), fork - 1);
        if (from > to) return;
        var claim = new Claim(from, to, Math.clamp(row.recent(), from, to + 1), false);
        LogState there = forks.below(held);
        if (there == null || to > there.to() || from < there.from()) {
            link.inventory.put(key, claim);
        } else if (to == row.to() && to >= there.from() && !Arrays.equals(hashAt(there, row.to()), row.hash())) {
            link.inventory.put(key, new Claim(from, claim.to(), claim.recent(), true));
        }
    }

    private byte @Nullable [] hashAt(LogState log, long number) {
        return number == log.to() ? log.hash() : context.entries().hashAt(log.key(), number);
    }

    /// Answers what the peer asks for, some ranges at a time.
    FrameWork answer(PeerLink link, WantFrame want, Duration uptime) {
        var answer = link.answersDue.isEmpty() && link.mayAnswer(uptime) ? new Answer(link, want, uptime) : null;
        return () -> {
            if (answer != null && answer.readMore()) return true;
            if (answer == null || !answer.send()) link.answerLater(want);
            return false;
        };
    }

    /// Answers that the lane did not take, or that came too fast; some ranges at a time.
    FrameWork answerDue(PeerLink link, Duration uptime) {
        return new FrameWork() {
            private @Nullable Answer answer;

            @Override
            public boolean next() {
                Answer now = answer;
                if (now == null) {
                    if (link.answersDue.isEmpty() || !link.mayAnswer(uptime)) return false;
                    answer = now = new Answer(link, link.answersDue.element(), uptime);
                }
                if (now.readMore()) return true;
                if (!now.send()) return false;
                answer = null;
                link.answersDue.remove();
                return !link.answersDue.isEmpty();
            }
        };
    }

    /// What goes out for one request, as far as it was read from the store.
    private final class Answer {
        private final PeerLink link;
        private final WantFrame want;
        private final Duration uptime;
        private final Iterator<WantFrame.Range> ranges;
        private final List<Entry> entries = new ArrayList<>();
        private final Set<Fingerprint> authors = new LinkedHashSet<>();
        private int left = EntriesFrame.ENTRY_BYTES_MAX;
        /// Signatures that may still be looked at.
        private int looks = SIGNATURES_AN_ANSWER_MAX;
        /// What was read of a range and has no end yet.
        private @Nullable VerifiedPrefix open;

        Answer(PeerLink link, WantFrame want, Duration uptime) {
            this.link = link;
            this.want = want;
            this.uptime = uptime;
            ranges = want.ranges()
                    .stream()
                    .filter(range -> !context.membership().isBlocked(range.log().author()))
                    .iterator();
        }

        /// Reads the next ranges. False where there is nothing more to read, or no more place.
        boolean readMore() {
            if (!access.maySync(link, want.conversation())) return false;
            int least = Math.max(0, looks - SIGNATURES_A_PIECE);
            for (int i = 0; i < RANGES_A_PIECE && hasMore(); i++) {
                VerifiedPrefix end = open == null ? read(ranges.next()) : open;
                open = null;
                for (; !end.isOver() && looks > least; looks--) end.look();
                if (end.isOver()) {
                    add(end.run());
                } else if (looks > 0) {
                    open = end;
                    return true;
                }
            }
            return hasMore();
        }

        private boolean hasMore() {
            return open != null || ranges.hasNext() && left >= Entry.AROUND_BODY_BYTES;
        }

        private VerifiedPrefix read(WantFrame.Range range) {
            return range.backwards() || context.isOwn(range.log())
                    ? VerifiedPrefix.any(context.entries(), range, left)
                    : VerifiedPrefix.of(context.entries(), range, left);
        }

        private void add(List<Entry> run) {
            for (Entry entry : run) left -= entry.sentBytes();
            if (!run.isEmpty()) authors.add(run.getLast().author());
            entries.addAll(run);
        }

        /// False where the lane does not take it now. A peer that may no longer hear of the conversation gets an empty
        /// answer.
        boolean send() {
            boolean allowed = access.maySync(link, want.conversation());
            if (!allowed) {
                entries.clear();
                authors.clear();
            }
            if (!admissions.tell(link, want.conversation(), authors)) return false;
            cards.wanted(link, want.conversation(), authors);
            cards.tell(link, uptime); // what is not taken now comes after the entries
            return link.offer(new EntriesFrame(want.request(), want.conversation(), entries).encode());
        }
    }
}
