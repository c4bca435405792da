package io.landline.chat;

import io.landline.chat.EntryStore.Durability;
import io.landline.frame.MalformedFrameException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Checks entries that a peer sent, and stores what joins what is held. Entries that nobody honest can have sent end the session; what is
/// merely of no use here is dropped. Confined to the conversations' thread.
final class Intake {
    /// Logs of one conversation: members, and again for each restored profile. More are not taken.
    static final int LOGS_MAX = 8_192;

    /// What became of a run.
    enum Outcome {
        /// Something new is stored.
        TAKEN,
        /// All of it was here, or nothing of it is of use.
        NOTHING_NEW,
        /// Entries before it are missing: it is not shown, and they are to be asked for.
        GAP,
        /// It and what is held cannot both be of one log.
        FORK
    }

    private final ChatParts parts;
    private final Access access;
    private final Receipts receipts;

    Intake(ChatParts parts, Access access, Receipts receipts) {
        this.parts = parts;
        this.access = access;
        this.receipts = receipts;
    }

    /// Cuts a frame into its runs and checks all that can be checked without knowing what is held.
    static List<List<Entry>> runs(EntriesFrame frame) throws MalformedFrameException {
        var runs = new ArrayList<List<Entry>>();
        List<Entry> run = new ArrayList<>();
        for (Entry entry : frame.entries()) {
            if (!entry.bodyHolds()) throw new MalformedFrameException("body is not the one that was signed");
            if (!run.isEmpty() && !run.getLast().log().equals(entry.log())) {
                runs.add(run);
                run = new ArrayList<>();
            }
            if (!run.isEmpty() && !joins(run.getLast(), entry)) throw new MalformedFrameException("entries that do not chain");
            run.add(entry);
        }
        if (!run.isEmpty()) runs.add(run);
        return runs;
    }

    private static boolean joins(Entry before, Entry next) {
        return next.header().number() == before.header().number() + 1 && next.follows(before.hash())
                && next.header().lamport() > before.header().lamport();
    }

    /// @param asked whether we asked for it: only then may a log begin in its middle
    Outcome take(Link link, List<Entry> run, boolean asked) throws MalformedFrameException {
        Entry last = run.getLast();
        LogKey key = last.log();
        if (!access.isAuthorOf(link, key.conversation(), key.author())) {
            if (Access.isDirect(link, key.conversation())) throw new MalformedFrameException("direct entry of somebody else");
            return Outcome.NOTHING_NEW;
        }
        LogState held = parts.entries().log(key);
        if (held != null && (held.forked() || isHeld(held, last))) return Outcome.NOTHING_NEW;
        if (held != null && run.getFirst().header().number() < held.from()) return takeOlder(held, run);
        if (!last.signatureHolds()) throw new MalformedFrameException("forged entry");
        return held == null ? begin(run, asked) : takeNewer(held, run);
    }

    private boolean isHeld(LogState held, Entry entry) {
        long number = entry.header().number();
        if (number < held.from() || number > held.to()) return false;
        return Arrays.equals(number == held.to() ? held.hash() : parts.entries().hashAt(held.key(), number), entry.hash());
    }

    private Outcome begin(List<Entry> run, boolean asked) {
        if (!asked && run.getFirst().header().number() > 1) return Outcome.GAP;
        ConversationId conversation = run.getFirst().header().conversation();
        if (parts.entries().logs(conversation).size() >= LOGS_MAX) return Outcome.NOTHING_NEW;
        store(run);
        tellNewer(run);
        return Outcome.TAKEN;
    }

    private Outcome takeNewer(LogState held, List<Entry> run) {
        var fresh = run.stream().filter(entry -> entry.header().number() > held.to()).toList();
        if (fresh.size() < run.size()) {
            Entry newestHeld = run.get(run.size() - fresh.size() - 1);
            if (!isHeld(held, newestHeld)) return Outcome.FORK;
        }
        if (fresh.isEmpty()) return Outcome.NOTHING_NEW;
        Entry first = fresh.getFirst();
        if (first.header().number() > held.to() + 1) return Outcome.GAP;
        if (!first.follows(held.hash())) return Outcome.FORK;
        if (first.header().lamport() <= held.lamportTo()) return Outcome.NOTHING_NEW;
        store(fresh);
        tellNewer(fresh);
        return Outcome.TAKEN;
    }

    /// What comes before the range that is held, vouched for by the hash that its first entry names: no signature is checked, because the
    /// peer cannot choose where the run ends, and may have got that one unchecked itself.
    private Outcome takeOlder(LogState held, List<Entry> run) {
        var fresh = run.stream().filter(entry -> entry.header().number() < held.from()).toList();
        Entry last = fresh.getLast();
        if (last.header().number() < held.from() - 1) return Outcome.NOTHING_NEW;
        if (!Arrays.equals(held.previous(), last.hash())) return last.signatureHolds() ? Outcome.FORK : Outcome.NOTHING_NEW;
        if (last.header().lamport() >= held.lamportFrom()) return Outcome.NOTHING_NEW;
        store(fresh);
        parts.events().add(to -> to.olderStored(fresh));
        return Outcome.TAKEN;
    }

    private void store(List<Entry> run) {
        ConversationId conversation = run.getFirst().header().conversation();
        parts.entries().add(run, LamportClock.after(parts.entries().clock(conversation), run), Durability.BATCHED);
    }

    private void tellNewer(List<Entry> run) {
        LogKey key = run.getLast().log();
        boolean own = parts.isOwn(key);
        if (!own) receipts.stored(key, run.getLast().header().number());
        for (Entry entry : run) parts.events().add(to -> to.stored(entry, own));
    }
}
