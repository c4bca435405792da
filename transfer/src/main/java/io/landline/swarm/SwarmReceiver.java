package io.landline.swarm;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A receiver's part in one offer: it asks, and gives what it has verified (docs/protocol/swarm.md). Confined to the
/// caller's thread.
public final class SwarmReceiver implements Participant {
    /// Between two frames of what was verified, in the long run.
    static final Duration TELL_EVERY = Duration.ofMillis(250);
    /// This number comes at once after a pause: the first chunks are what others wait for.
    static final int TELL_BURST = 8;
    /// Between two frames, so that each tells of more than one chunk.
    static final Duration TELL_APART = Duration.ofMillis(20);
    /// Others who accept at the same moment say so within this time; then the slices are made.
    static final Duration SETTLED_AFTER = Duration.ofMillis(100);
    /// When to ask again a receiver that serves others, and at the earliest anybody who said *later*.
    static final Duration LATER = Duration.ofMillis(100);
    /// When to ask an origin again that is here and did not answer, or left: it may have been busy with other offers.
    static final Duration ORIGIN_AGAIN = Duration.ofSeconds(5);

    /// Which offer this node receives, and from where.
    public record Setup(EntryId offer, Fingerprint self, Fingerprint origin, LinkKind link, ChunkSizes sizes) {}

    private final Setup setup;
    private final ReceiverChunks holding;
    private final Partners partners;
    final OpenRequests requests;
    private final RequestScheduler asking;
    private final UploadTurns turns = new UploadTurns();
    private final WrongChunkSenders shunned = new WrongChunkSenders();
    private final SwarmOutbox outbox;
    private final ChunkAnnouncements news;
    private final FramePaces paces = new FramePaces();
    private final Map<Fingerprint, Integer> given = new HashMap<>();
    private final Duration startedAt;
    private boolean settled;
    private @Nullable Duration finishedAt;
    /// Null while the origin has no session with us.
    private @Nullable Duration originAskedAt;
    private int duplicates;

    public SwarmReceiver(Setup setup, InitialChunks beginning, Random random, Duration now) {
        this.setup = setup;
        this.holding = new ReceiverChunks(beginning);
        this.startedAt = now;
        this.finishedAt = holding.isFinished() ? now : null;
        this.partners = new Partners(setup.offer, setup.self);
        this.requests = new OpenRequests(setup.sizes.count());
        this.asking = new RequestScheduler(setup.link, setup.sizes, holding, partners, requests, random);
        this.outbox = new SwarmOutbox(setup.offer);
        this.news = new ChunkAnnouncements(setup.sizes.count());
    }

    @Override
    public void met(Fingerprint peer, Duration now) {
        partners.asked(peer, now);
        if (peer.equals(setup.origin)) originAskedAt = now;
        outbox.send(peer, new SwarmFrame.Member(setup.offer, true, true, setup.link));
    }

    @Override
    public void gone(Fingerprint peer, Duration now) {
        if (peer.equals(setup.origin)) originAskedAt = null;
        paces.forget(peer);
        left(peer, now);
    }

    /// Its session may stay, and its pace with it.
    private void left(Fingerprint peer, Duration now) {
        turns.gone(peer);
        partners.answered(peer);
        if (peer.equals(setup.origin)) {
            Partner origin = asking.origin();
            if (origin != null) requests.endAll(origin);
            asking.originIs(null);
        } else {
            Partner partner = partners.left(peer);
            if (partner != null) requests.endAll(partner);
        }
        ask(now);
    }

    @Override
    public void received(Fingerprint from, SwarmFrame frame, Duration now) throws MalformedFrameException {
        frame.checkWithin(setup.sizes.count());
        switch (frame) {
            case SwarmFrame.Member member -> member(from, member, now);
            case SwarmFrame.Have have -> have(from, have, now);
            case SwarmFrame.HaveMore more -> {
                paces.count(from, now);
                Partner partner = partners.get(from);
                if (partner == null || partner.has == null) return;
                boolean lacking = false;
                for (ChunkSpan span : more.spans()) {
                    partner.has.addAll(span);
                    lacking |= !holding.settled().hasAll(span);
                }
                if (lacking && asking.mayAsk(partner)) ask(now);
            }
            case SwarmFrame.Want want -> turns.asked(from, want, holding, outbox, now);
            case SwarmFrame.Later later -> later(from, later, now);
            case SwarmFrame.Finished finished -> {
                paces.count(from, now);
                Partner partner = partners.get(from);
                if (partner != null) partner.finished = finished.finished();
            }
            case SwarmFrame.Pages _ -> {
            }
        }
    }

    private void member(Fingerprint from, SwarmFrame.Member member, Duration now) throws MalformedFrameException {
        paces.count(from, now);
        partners.answered(from);
        if (!member.here()) {
            left(from, now);
            return;
        }
        if (member.answer()) outbox.send(from, new SwarmFrame.Member(setup.offer, true, false, setup.link));
        if (from.equals(setup.origin)) {
            if (asking.origin() != null) return;
            asking.originIs(new Partner(from, member.link(), now));
            tellAll(from);
            if (!settled) asking.firstAsks(SwarmOrder.ofReceiver(setup.offer, setup.self));
        } else {
            Partner partner = partners.get(from);
            if (partner != null && partner.has != null && !member.answer()) {
                part(partner, now.plus(Partners.LOOK_EVERY));
            }
            partners.joined(from, member.link());
            if (shunned.isShunned(from, now)) partners.part(from, shunned.until(from));
            if (settled) choosePartners(now);
        }
        ask(now);
    }

    private void have(Fingerprint from, SwarmFrame.Have have, Duration now) throws MalformedFrameException {
        paces.count(from, now);
        if (from.equals(setup.origin) || shunned.isShunned(from, now)) return;
        Partner partner = partners.get(from);
        if (partner == null) {
            partner = partners.chosenBy(from, now);
            if (partner == null) return; // enough of them; the one that chose us chooses somebody else
            tellAll(from);
        }
        if (partner.has == null) partner.has = new ChunkSet(setup.sizes.count());
        partner.has.addPage(have.base(), have.bitmap());
        ask(now);
    }

    /// Whatever it says, it is left in peace for a while: else each refusal would cause the next question.
    private void later(Fingerprint from, SwarmFrame.Later later, Duration now) {
        Duration until = now.plusMillis(Math.max(later.millis(), LATER.toMillis()));
        boolean answers = false;
        for (ChunkSpan span : later.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) {
                OpenRequests.Request request = requests.end(from, chunk);
                if (request == null) continue; // it came from somebody else, or was never asked for
                answers = true;
                request.from().putsOff(until);
                if (from.equals(setup.origin)) {
                    asking.refused(chunk, now, until);
                } else if (later.millis() == 0) {
                    request.from().lacks(chunk);
                }
            }
        }
        if (answers) ask(now);
    }

    /// A chunk that came and is verified. Also one that was taken back, if it is the first.
    public void arrived(Fingerprint from, int chunk, Duration now) {
        OpenRequests.Request request = requests.end(from, chunk);
        if (request != null) {
            requests.answered(request, now);
            request.from().late = false;
            request.from().gave = true;
            asking.gave(request.from(), now);
        }
        boolean finished = holding.isFinished();
        if (!holding.add(chunk)) {
            duplicates++;
        } else {
            news.add(chunk);
            given.merge(from, 1, Integer::sum);
            settle(chunk);
        }
        changed(finished, now);
    }

    /// What an earlier run kept was read again, and is verified.
    public void found(ChunkSpan span, Duration now) {
        boolean finished = holding.isFinished();
        for (int chunk = span.first(); chunk < span.end(); chunk++) if (holding.add(chunk)) news.add(chunk);
        changed(finished, now);
    }

    /// Nobody is asked for it any more.
    private void settle(int chunk) {
        asking.settled(chunk);
        for (OpenRequests.Request other : requests.endAll(chunk)) {
            outbox.want(other.from().who, chunk, SwarmFrame.Want.Kind.CANCEL);
        }
    }

    /// These chunks cannot be had any more, and what is here of them goes.
    public void givenUp(ChunkSpan span, Duration now) {
        boolean finished = holding.isFinished();
        for (int chunk = span.first(); chunk < span.end(); chunk++) {
            holding.givenUp(chunk);
            news.remove(chunk);
            settle(chunk);
        }
        changed(finished, now);
    }

    private void changed(boolean wasFinished, Duration now) {
        if (!wasFinished && holding.isFinished()) {
            finishedAt = now;
            // who has all of the offer need not say so: its bitmap does
            if (holding.isFinishedWithoutAll()) tellEverybody(new SwarmFrame.Finished(setup.offer, true));
        }
        tell(now);
        ask(now);
    }

    /// A chunk that came and is not what the origin signed.
    public void wrong(Fingerprint from, int chunk, Duration now) {
        requests.end(from, chunk);
        if (from.equals(setup.origin)) return; // its own word: the file transfer decides
        if (shunned.isShunned(from, now)) return; // on its way before the connection ended
        boolean forGood = shunned.wrongChunk(from, now);
        outbox.shun(from, forGood);
        left(from, now);
    }

    /// A chunk that was verified, or kept by an earlier run, is not here.
    public void lost(int chunk, Duration now) {
        if (holding.isFinishedWithoutAll()) tellEverybody(new SwarmFrame.Finished(setup.offer, false));
        holding.lost(chunk);
        news.remove(chunk);
        finishedAt = null;
        ask(now);
    }

    /// A chunk cannot be given, though it was verified: its file is gone or was changed.
    public void cannotGive(Fingerprint to, int chunk) {
        outbox.later(to, chunk, Duration.ZERO);
    }

    /// Who may have pages of hashes: the origin first, then the partners.
    public List<Fingerprint> sources() {
        var sources = new ArrayList<Fingerprint>();
        if (asking.origin() != null) sources.add(setup.origin);
        for (Partner partner : partners.all()) if (partner.has != null) sources.add(partner.who);
        return sources;
    }

    /// Whether nobody else takes part, as far as is known.
    public boolean isAlone() {
        return asking.origin() == null && partners.isEmpty();
    }

    /// Whether nothing is to be asked of this peer, for this offer, now.
    public boolean isShunned(Fingerprint peer, Duration now) {
        return shunned.isShunned(peer, now);
    }

    @Override
    public void tick(Duration now) {
        if (!settled && now.minus(startedAt).compareTo(SETTLED_AFTER) >= 0) {
            settled = true;
            boolean shares = setup.link != LinkKind.WIRELESS || !partners.hasWired();
            asking.sliceIs(shares
                    ? FirstSlice.of(setup.offer, setup.self, partners.sharing(setup.link), setup.sizes.count())
                    : null);
        }
        if (settled) {
            for (Partner silent : partners.silent(now)) partners.part(silent.who, now.plus(Partners.LOOK_EVERY));
            for (Partner useless : partners.useless(now, holding.settled())) {
                part(useless, now.plus(Partners.LOOK_EVERY));
                outbox.send(useless.who, new SwarmFrame.Member(setup.offer, true, false, setup.link));
            }
            choosePartners(now);
        }
        boolean lacksOrigin = asking.origin() == null && originAskedAt != null && !holding.isFinished();
        if (lacksOrigin && now.minus(originAskedAt).compareTo(ORIGIN_AGAIN) >= 0) met(setup.origin, now);
        tell(now);
        var asks = new ArrayList<RequestScheduler.Ask>();
        for (OpenRequests.Request late : asking.late(now, asks)) {
            outbox.want(late.from().who, late.chunk(), SwarmFrame.Want.Kind.CANCEL);
        }
        send(asks);
        ask(now);
    }

    private void part(Partner partner, Duration notBefore) {
        partners.part(partner.who, notBefore);
        requests.endAll(partner);
    }

    private void choosePartners(Duration now) {
        for (Partner chosen : partners.choose(now)) tellAll(chosen.who);
    }

    private void tellAll(Fingerprint to) {
        ChunkSet held = holding.held();
        for (int base = 0; base < held.chunks(); base += ChunkSet.PAGE_CHUNKS) {
            outbox.send(to, new SwarmFrame.Have(setup.offer, base, held.page(base)));
        }
        if (holding.isFinishedWithoutAll()) outbox.send(to, new SwarmFrame.Finished(setup.offer, true));
    }

    private void tell(Duration now) {
        List<ChunkSpan> spans = news.take(now);
        if (spans.isEmpty()) return;
        tellEverybody(new SwarmFrame.HaveMore(setup.offer, spans));
    }

    private void tellEverybody(SwarmFrame frame) {
        for (Partner partner : partners.all()) outbox.send(partner.who, frame);
        if (asking.origin() != null) outbox.send(setup.origin, frame);
    }

    private void ask(Duration now) {
        send(settled ? asking.round(now) : asking.firstRound(now));
    }

    private void send(List<RequestScheduler.Ask> asks) {
        for (RequestScheduler.Ask ask : asks) outbox.want(ask.from().who, ask.chunk(), ask.kind());
    }

    @Override
    public @Nullable Turn nextChunk(Duration now, Predicate<Fingerprint> ready) {
        return turns.next(now, ready);
    }

    @Override
    public List<Action> actions() {
        return outbox.drain();
    }

    public ChunkSet held() {
        return holding.held();
    }

    /// Whether all that it wants is here.
    public boolean isFinished() {
        return holding.isFinished();
    }

    /// How many partners still lack something: "still helping 4".
    public int lacking() {
        return (int) partners.all().stream().filter(Partner::isLacking).count();
    }

    /// Whether this node has all that it wants and need not help any longer.
    public boolean mayLeave(Duration now) {
        return finishedAt != null && SeedingRules.isOver(now, finishedAt, lacking());
    }

    /// How many chunks came, by their source.
    public Map<Fingerprint, Integer> given() {
        return Map.copyOf(given);
    }

    /// Chunks that came twice.
    public int duplicates() {
        return duplicates;
    }

    int partners() {
        return partners.all().size();
    }

    /// What the bitmaps occupy, and how many questions are open.
    long stateBytes() {
        long bitmaps = partners.all().stream().filter(it -> it.has != null).count();
        return bitmaps * ChunkSet.bytesOf(setup.sizes.count());
    }

    int refusals() {
        return asking.refusals();
    }
}
