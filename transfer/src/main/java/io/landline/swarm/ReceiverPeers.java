package io.landline.swarm;

import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who takes part beside one receiver: its origin and its [Partners]. They are asked, chosen and left here, and what
/// was asked of one that is left is free for others. Confined to its owner's thread.
final class ReceiverPeers {
    /// Others who accept at the same moment say so within this time; then the slices are made.
    static final Duration SETTLED_AFTER = Duration.ofMillis(100);
    /// When to ask an origin again that is here and did not answer, or left: it may have been busy with other offers.
    static final Duration ORIGIN_AGAIN = Duration.ofSeconds(5);

    private final SwarmReceiver.Setup setup;
    private final Partners partners;
    private final OpenRequests requests;
    private final RequestScheduler scheduler;
    private final ReceiverChunks chunks;
    private final SwarmOutbox outbox;
    private final ChunkAnnouncements news;
    private final WrongChunkSenders wrongSenders = new WrongChunkSenders();
    private final Duration startedAt;
    private boolean settled;
    /// Null while the origin has no session with us.
    private @Nullable Duration originAskedAt;

    ReceiverPeers(SwarmReceiver.Setup setup, Partners partners, OpenRequests requests, RequestScheduler scheduler,
            ReceiverChunks chunks, SwarmOutbox outbox, ChunkAnnouncements news, Duration now) {
        this.setup = setup;
        this.partners = partners;
        this.requests = requests;
        this.scheduler = scheduler;
        this.chunks = chunks;
        this.outbox = outbox;
        this.news = news;
        startedAt = now;
    }

    /// A session is there: its peer is asked whether it takes part.
    void met(Fingerprint peer, Duration now) {
        partners.asked(peer, now);
        if (peer.equals(setup.origin())) originAskedAt = now;
        outbox.send(peer, new SwarmFrame.Member(setup.offer(), true, true, setup.link()));
    }

    /// The session has ended.
    void gone(Fingerprint peer, Duration now) {
        if (peer.equals(setup.origin())) originAskedAt = null;
        left(peer, now);
    }

    /// It takes part no longer. Its session may stay.
    void left(Fingerprint peer, Duration now) {
        partners.answered(peer);
        if (peer.equals(setup.origin())) {
            Partner origin = scheduler.origin();
            if (origin != null) requests.endAll(origin);
            scheduler.originIs(null);
        } else {
            Partner partner = partners.get(peer);
            if (partner != null) endAll(partner, now);
            partners.left(peer);
        }
    }

    /// It says that it takes part. False where that is no news.
    boolean joined(Fingerprint from, SwarmFrame.Member member, Duration now) {
        partners.answered(from);
        if (member.answer()) outbox.send(from, new SwarmFrame.Member(setup.offer(), true, false, setup.link()));
        if (from.equals(setup.origin())) {
            if (scheduler.origin() != null) return false;
            scheduler.originIs(new Partner(from, member.link(), now));
            news.tellAll(from);
            if (!settled) scheduler.firstAsks(SwarmOrder.ofReceiver(setup.offer(), setup.self()));
        } else {
            Partner partner = partners.get(from);
            if (partner != null && partner.has != null && !member.answer()) {
                takeBack(partner, now);
                partners.part(from, now.plus(Partners.LOOK_EVERY));
            }
            partners.joined(from, member.link());
            if (wrongSenders.isShunned(from, now)) partners.part(from, wrongSenders.until(from));
            if (settled) choosePartners(now);
        }
        return true;
    }

    /// The partner that tells its bitmap, which chooses us where we did not choose it. Null where it is the origin, or
    /// is no partner.
    ///
    /// @param hasAll whether it tells that it lacks nothing
    @Nullable
    Partner telling(Fingerprint from, boolean hasAll, Duration now) {
        if (from.equals(setup.origin()) || wrongSenders.isShunned(from, now)) return null;
        Partner partner = partners.get(from);
        if (partner != null) return partner;
        if (partners.lacksPlaceFor(from)) makeRoom(hasAll, now);
        Partner chosen = partners.chosenBy(from, now);
        if (chosen != null) news.tellAll(from); // else enough of them; the one that chose us chooses somebody else
        return chosen;
    }

    /// It sent a chunk that is not what the origin signed. True where nothing is asked of it from now on.
    boolean shun(Fingerprint from, Duration now) {
        if (from.equals(setup.origin())) return false; // its own word: the file transfer decides
        if (wrongSenders.isShunned(from, now)) return false; // on its way before the connection ended
        boolean forGood = wrongSenders.wrongChunk(from, now);
        outbox.shun(from, forGood);
        return true;
    }

    boolean isShunned(Fingerprint peer, Duration now) {
        return wrongSenders.isShunned(peer, now);
    }

    /// Whether those who accepted at the same moment are known, and the slices are made.
    boolean isSettled() {
        return settled;
    }

    /// Who may have pages of hashes: the origin first, then the partners.
    List<Fingerprint> sources() {
        var sources = new ArrayList<Fingerprint>();
        if (scheduler.origin() != null) sources.add(setup.origin());
        for (Partner partner : partners.all()) if (partner.has != null) sources.add(partner.who);
        return sources;
    }

    /// Whether nobody else takes part, as far as is known.
    boolean isAlone() {
        return scheduler.origin() == null && partners.isEmpty();
    }

    void tick(Duration now) {
        if (!settled && now.minus(startedAt).compareTo(SETTLED_AFTER) >= 0) {
            settled = true;
            boolean shares = setup.link() != LinkKind.WIRELESS || !partners.hasWired();
            scheduler.sliceIs(shares
                    ? FirstSlice.of(setup.offer(), setup.self(), partners.sharing(setup.link()), setup.sizes().count())
                    : null);
        }
        if (settled) {
            for (Partner silent : partners.silent(now)) partners.part(silent.who, now.plus(Partners.LOOK_EVERY));
            for (Partner useless : partners.useless(now, chunks.settled())) dismiss(useless, now);
            choosePartners(now);
        }
        boolean lacksOrigin = scheduler.origin() == null && originAskedAt != null && !chunks.isFinished();
        if (lacksOrigin && now.minus(originAskedAt).compareTo(ORIGIN_AGAIN) >= 0) met(setup.origin(), now);
    }

    /// All places are taken. While something is lacking here, one that gives nothing makes room. Once nothing is
    /// lacking, one that takes nothing does.
    ///
    /// @param hasAll whether who comes lacks nothing, so that it takes nothing either
    private void makeRoom(boolean hasAll, Duration now) {
        Partner useless = null;
        if (!chunks.isFinished()) {
            useless = partners.askedInVain();
        } else if (!hasAll) {
            useless = partners.takingNothing(now);
        }
        if (useless != null) dismiss(useless, now);
    }

    /// Its place is for others; it is told so.
    private void dismiss(Partner partner, Duration now) {
        partners.losesPlace(partner.who, now);
        takeBack(partner, now);
        outbox.send(partner.who, new SwarmFrame.Member(setup.offer(), true, false, setup.link()));
    }

    /// What was asked of it is asked of others now.
    private void takeBack(Partner partner, Duration now) {
        for (OpenRequests.Request request : endAll(partner, now)) {
            outbox.want(partner.who, request.chunk(), SwarmFrame.Want.Kind.CANCEL);
        }
    }

    /// Until now it gave nothing of that.
    private List<OpenRequests.Request> endAll(Partner partner, Duration now) {
        List<OpenRequests.Request> ended = requests.endAll(partner);
        for (OpenRequests.Request request : ended) partner.gaveNothing(request.at(), now);
        return ended;
    }

    private void choosePartners(Duration now) {
        for (Partner chosen : partners.choose(now)) news.tellAll(chosen.who);
    }
}
