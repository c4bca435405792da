package io.landline.chat;

import io.landline.chat.HaveFrame.Row;
import io.landline.chat.PeerInventory.Claim;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// *What I have*, both ways: tells peers, notes what they have that we lack, and answers what they ask for. Nothing is
/// kept of what we have: it is read from the store each time. Confined to the conversations' thread.
final class InventorySync {
    /// What a first meeting brings at once (docs/protocol/conversations.md, "HAVE (0x20)"); the older ones come in the
    /// background.
    static final int RECENT_ENTRIES = 1_000;
    /// Rows that are compared in one piece of work: one look-up in the store.
    private static final int ROWS_A_PIECE = 128;

    private final ChatContext parts;
    private final SyncPeers access;
    private final Admissions admissions;
    private final Receipts receipts;
    private final LogFilter gate;

    InventorySync(ChatContext parts, SyncPeers access, Admissions admissions, Receipts receipts, LogFilter gate) {
        this.parts = parts;
        this.access = access;
        this.admissions = admissions;
        this.receipts = receipts;
        this.gate = gate;
    }

    /// Sends what we have; where the lane is full, all of it is due again.
    void tell(PeerSync link, ConversationId conversation, boolean replyWanted) {
        link.haveDue.remove(conversation);
        if (!access.maySync(link, conversation)) return;
        List<LogState> logs = parts.entries().logs(conversation);
        if (logs.isEmpty() && !replyWanted) return;
        Map<LogKey, Long> recent = parts.entries().recent(conversation, RECENT_ENTRIES);
        var rows = new ArrayList<Row>();
        for (LogState log : logs) {
            if (parts.membership().isBlocked(log.key().author())) continue;
            long from = recent.getOrDefault(log.key(), log.to() + 1);
            rows.add(new Row(log.authorKey(), log.key().log(), log.from(), log.to(), log.hash(),
                    Math.max(from, log.from())));
        }
        int page = 0;
        do {
            List<Row> rowsOfPage = rows.subList(page, Math.min(rows.size(), page + HaveFrame.ROWS_MAX));
            page += HaveFrame.ROWS_MAX;
            boolean last = page >= rows.size();
            if (!link.offer(new HaveFrame(conversation, replyWanted && last, rowsOfPage).encode())) {
                link.haveDue.add(conversation);
                return;
            }
        } while (page < rows.size());
    }

    /// Notes what the peer has and we lack, some rows at a time.
    FrameWork received(PeerSync link, HaveFrame frame) {
        if (!access.maySync(link, frame.conversation())) return FrameWork.DONE;
        link.toldWhatItHas = true;
        boolean heldBack = SyncPeers.isDirect(link, frame.conversation()) && access.holdsBack(link);
        Iterator<Row> rows = frame.rows().iterator();
        return () -> {
            if (!access.maySync(link, frame.conversation())) return false;
            var some = new ArrayList<Row>();
            while (rows.hasNext() && some.size() < ROWS_A_PIECE) some.add(rows.next());
            note(link, frame.conversation(), some, heldBack);
            if (rows.hasNext()) return true;
            if (frame.replyWanted()) tell(link, frame.conversation(), false);
            return false;
        };
    }

    private void note(PeerSync link, ConversationId conversation, List<Row> rows, boolean heldBack)
            throws MalformedFrameException {
        boolean direct = SyncPeers.isDirect(link, conversation);
        List<LogKey> keys = rows.stream().map(row -> row.key(conversation)).toList(); // each costs a hash
        Map<LogKey, LogState> held = parts.entries().logs(conversation, keys);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            LogKey key = keys.get(i);
            if (direct && !access.isAuthorOf(link, conversation, key.author())) {
                throw new MalformedFrameException("direct log of somebody else");
            }
            LogState log = held.get(key);
            if (log != null && parts.isOwn(key)) receipts.held(link, log, row);
            if (!heldBack && !gate.isClosed(key)) compare(link, key, log, row);
        }
    }

    private void compare(PeerSync link, LogKey key, @Nullable LogState held, Row row) {
        if (held == null) {
            link.claims.put(key, new Claim(row.from(), row.to(), row.recent(), false));
        } else if (held.forked()) {
            return;
        } else if (row.to() > held.to() || row.from() < held.from()) {
            link.claims.put(key, new Claim(row.from(), row.to(), row.recent(), false));
        } else if (row.to() >= held.from() && !Arrays.equals(hashAt(held, row.to()), row.hash())) {
            link.claims.put(key, new Claim(row.from(), row.to(), row.recent(), true));
        }
    }

    private byte @Nullable [] hashAt(LogState log, long number) {
        return number == log.to() ? log.hash() : parts.entries().hashAt(log.key(), number);
    }

    void answer(PeerSync link, WantFrame want, Duration uptime) throws MalformedFrameException {
        if (!link.answersDue.isEmpty() || !link.mayAnswer(uptime) || !answered(link, want)) link.answerLater(want);
    }

    /// Answers that the lane did not take, or that came too fast.
    void answerDue(PeerSync link, Duration uptime) {
        while (!link.answersDue.isEmpty() && link.mayAnswer(uptime)) {
            if (!answered(link, link.answersDue.peek())) return;
            link.answersDue.remove();
        }
    }

    private boolean answered(PeerSync link, WantFrame want) {
        var entries = new ArrayList<Entry>();
        var authors = new LinkedHashSet<Fingerprint>();
        int left = EntriesFrame.ENTRY_BYTES_MAX;
        if (access.maySync(link, want.conversation())) {
            for (WantFrame.Range range : want.ranges()) {
                if (parts.membership().isBlocked(range.log().author())) continue;
                List<Entry> run = parts.entries().range(range.log(), range.from(), range.to(), range.backwards(), left);
                if (!range.backwards()) run = endingInASignature(run);
                for (Entry entry : run) left -= entry.sentBytes();
                if (!run.isEmpty()) authors.add(range.log().author());
                entries.addAll(run);
                if (left < Entry.AROUND_BODY_BYTES) break;
            }
        }
        if (!admissions.tell(link, want.conversation(), authors)) return false;
        return link.offer(new EntriesFrame(want.request(), want.conversation(), entries).encode());
    }

    /// Only the last signature of a received run was verified; earlier ones may be invalid. Trims the answer back to an
    /// entry with a signature that verifies. Costs 0.4 ms for each one tried; a run is one frame at most.
    private List<Entry> endingInASignature(List<Entry> run) {
        if (run.isEmpty() || parts.isOwn(run.getLast().log())) return run;
        int end = run.size();
        while (end > 0 && !run.get(end - 1).signatureHolds()) end--;
        return run.subList(0, end);
    }
}
