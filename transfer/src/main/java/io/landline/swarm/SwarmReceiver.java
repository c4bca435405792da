package io.landline.swarm;

import io.landline.cost.Standings;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A receiver's part in one offer: it asks, and gives what it has verified (docs/protocol/swarm.md). Confined to the
/// caller's thread.
public final class SwarmReceiver implements Participant {
    /// When to ask again a receiver that serves others, and at the earliest anybody who said *later*.
    static final Duration LATER = Duration.ofMillis(100);
    /// Which offer this node receives, and from where.
    ///
    /// @param standings of those who receive it too
    public record Setup(EntryId offer, Fingerprint self, Fingerprint origin, LinkKind link, ChunkSizes sizes,
            Standings standings) {}

    private final Setup setup;
    private final ReceiverChunks chunks;
    private final Partners partners;
    final OpenRequests requests;
    private final RequestScheduler scheduler;
    private final LateAnswers lateAnswers;
    private final UploadTurns turns;
    private final SwarmOutbox outbox;
    private final ChunkAnnouncements news;
    private final ReceiverPeers peers;
    private final FramePaces paces = new FramePaces();
    private final Map<Fingerprint, Integer> given = new HashMap<>();
    private @Nullable Duration finishedAt;
    private int duplicates;

    public SwarmReceiver(Setup setup, InitialChunks initial, Random random, Duration now) {
        this.setup = setup;
        this.turns = new UploadTurns(setup.standings, setup.sizes);
        this.chunks = new ReceiverChunks(initial);
        this.finishedAt = chunks.isFinished() ? now : null;
        this.partners = new Partners(setup.offer, setup.self, now);
        this.requests = new OpenRequests(setup.sizes.count());
        this.scheduler = new RequestScheduler(setup.link, setup.sizes, chunks, partners, requests, random);
        this.lateAnswers = new LateAnswers(scheduler, chunks, partners, requests);
        this.outbox = new SwarmOutbox(setup.offer);
        this.news = new ChunkAnnouncements(setup.offer, chunks, partners, scheduler, outbox);
        this.peers = new ReceiverPeers(setup, partners, requests, scheduler, chunks, outbox, news, now);
    }

    @Override
    public void met(Fingerprint peer, Duration now) {
        peers.met(peer, now);
    }

    @Override
    public void gone(Fingerprint peer, Duration now) {
        paces.forget(peer);
        turns.gone(peer);
        peers.gone(peer, now);
        ask(now);
    }

    /// Its session may stay, and its pace with it.
    private void left(Fingerprint peer, Duration now) {
        turns.gone(peer);
        peers.left(peer, now);
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
                    lacking |= !chunks.settled().hasAll(span);
                }
                if (lacking && scheduler.mayAsk(partner)) ask(now);
            }
            case SwarmFrame.Want want -> turns.asked(from, want, chunks, outbox, now);
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
        if (!member.here()) {
            left(from, now);
        } else if (peers.joined(from, member, now)) {
            ask(now);
        }
    }

    private void have(Fingerprint from, SwarmFrame.Have have, Duration now) throws MalformedFrameException {
        paces.count(from, now);
        Partner partner = peers.telling(from, have.isFull(setup.sizes.count()), now);
        if (partner == null) return;
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
                request.from().gaveNothing(request.at(), until);
                if (from.equals(setup.origin)) {
                    scheduler.refused(chunk, now, until);
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
            scheduler.gave(request.from(), now);
        } else if (!chunks.has(chunk)) {
            requests.cameLate(from, chunk, now);
        }
        partners.gave(from, now);
        boolean finished = chunks.isFinished();
        if (!chunks.add(chunk)) {
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
        boolean finished = chunks.isFinished();
        for (int chunk = span.first(); chunk < span.end(); chunk++) if (chunks.add(chunk)) news.add(chunk);
        changed(finished, now);
    }

    /// Nobody is asked for it any more.
    private void settle(int chunk) {
        scheduler.settled(chunk);
        for (OpenRequests.Request other : requests.endAll(chunk)) {
            outbox.want(other.from().who, chunk, SwarmFrame.Want.Kind.CANCEL);
        }
    }

    /// These chunks cannot be had any more, and what is here of them goes.
    public void givenUp(ChunkSpan span, Duration now) {
        boolean finished = chunks.isFinished();
        for (int chunk = span.first(); chunk < span.end(); chunk++) {
            chunks.givenUp(chunk);
            news.remove(chunk);
            settle(chunk);
        }
        changed(finished, now);
    }

    private void changed(boolean wasFinished, Duration now) {
        if (!wasFinished && chunks.isFinished()) {
            finishedAt = now;
            news.tellFinished(true);
        }
        news.tell(now);
        ask(now);
    }

    /// A chunk that came and is not what the origin signed.
    public void wrong(Fingerprint from, int chunk, Duration now) {
        requests.end(from, chunk);
        if (peers.shun(from, now)) left(from, now);
    }

    /// A chunk that was verified, or kept by an earlier run, is not here.
    public void lost(int chunk, Duration now) {
        news.tellFinished(false);
        chunks.lost(chunk);
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
        return peers.sources();
    }

    /// Whether nobody else takes part, as far as is known.
    public boolean isAlone() {
        return peers.isAlone();
    }

    /// Whether nothing is to be asked of this peer, for this offer, now.
    public boolean isShunned(Fingerprint peer, Duration now) {
        return peers.isShunned(peer, now);
    }

    @Override
    public void tick(Duration now) {
        peers.tick(now);
        news.tell(now);
        var asks = new ArrayList<RequestScheduler.Ask>();
        for (OpenRequests.Request late : lateAnswers.late(now, asks)) {
            outbox.want(late.from().who, late.chunk(), SwarmFrame.Want.Kind.CANCEL);
        }
        send(asks);
        ask(now);
    }

    private void ask(Duration now) {
        List<RequestScheduler.Ask> asks = peers.isSettled() ? scheduler.round(now) : scheduler.firstRound(now);
        if (peers.isSettled()) lateAnswers.endGame(now, asks);
        send(asks);
    }

    private void send(List<RequestScheduler.Ask> asks) {
        for (RequestScheduler.Ask ask : asks) outbox.want(ask.from().who, ask.chunk(), ask.kind());
    }

    @Override
    public @Nullable Turn nextChunk(Duration now, Predicate<Fingerprint> ready) {
        Turn turn = turns.next(now, ready);
        if (turn != null) partners.took(turn.to(), now);
        return turn;
    }

    @Override
    public List<Action> actions() {
        return outbox.drain();
    }

    public ChunkSet held() {
        return chunks.held();
    }

    /// Whether all that it wants is here.
    public boolean isFinished() {
        return chunks.isFinished();
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

    /// What the bitmaps of others occupy, also of those who have gone and are remembered for a question. That of the
    /// origin does not count.
    long stateBytes() {
        Set<Partner> remembered = requests.remembered();
        remembered.addAll(partners.all());
        long bitmaps = remembered.stream().filter(it -> it.has != null && !it.who.equals(setup.origin)).count();
        return bitmaps * ChunkSet.bytesOf(setup.sizes.count());
    }

    int refusals() {
        return scheduler.refusals();
    }
}
