package io.landline.swarm;

import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a receiver does about answers that are late, and about those that come last (docs/protocol/swarm.md, "Late
/// answers"): it asks a second source, and takes questions back. Confined to its owner's thread.
final class LateAnswers {
    /// With so few lacking, each is asked of two.
    static final int END_GAME = 3;
    /// Late chunks that are asked of a second one at a time.
    static final int TWICE_MAX = 4;
    /// What is last on its way is asked of a second one when it takes this many times the patience with that one.
    static final int FASTER_TIMES = 2;
    /// A question that waits this many times its patience is taken back.
    static final int GIVEN_UP_TIMES = 3;

    private final RequestScheduler scheduler;
    private final ReceiverChunks chunks;
    /// What is held, or not wanted.
    private final ChunkSet settled;
    private final Partners partners;
    private final OpenRequests requests;

    LateAnswers(RequestScheduler scheduler, ReceiverChunks chunks, Partners partners, OpenRequests requests) {
        this.scheduler = scheduler;
        this.chunks = chunks;
        this.settled = chunks.settled();
        this.partners = partners;
        this.requests = requests;
    }

    /// Little is lacking: each chunk of that gets a second source.
    void endGame(Duration now, List<RequestScheduler.Ask> asks) {
        if (chunks.isFinished() || chunks.lacking() > END_GAME) return;
        for (int chunk = settled.nextAbsent(0); chunk < settled.chunks(); chunk = settled.nextAbsent(chunk + 1)) {
            second(chunk, now, asks, scheduler.crawls());
        }
    }

    /// Looks after late answers. What is taken back is told by the caller.
    List<OpenRequests.Request> late(Duration now, List<RequestScheduler.Ask> asks) {
        var givenUp = new ArrayList<OpenRequests.Request>();
        for (Partner partner : partners.all()) {
            if (partner.openChunks == 0 && now.compareTo(partner.lateUntil) >= 0) partner.late = false;
        }
        Partner origin = scheduler.origin();
        for (OpenRequests.Request request : requests.late(now)) {
            Duration patience = requests.patience(request.from());
            if (request.from() != origin && !request.from().late) {
                request.from().late = true;
                request.from().lateUntil = now.plus(patience.multipliedBy(GIVEN_UP_TIMES));
            }
            boolean old = now.minus(request.at()).compareTo(patience.multipliedBy(GIVEN_UP_TIMES)) >= 0;
            if (old) scheduler.gaveNothing(request);
            if (old || requests.of(request.chunk()).size() == OpenRequests.SOURCES_MAX) { // its place is for others
                requests.takeBack(request);
                request.from().gaveNothing(request.at(), now);
                givenUp.add(request);
            } else if (requests.twice() < TWICE_MAX) {
                second(request.chunk(), now, asks, true);
            }
        }
        boolean isAllAsked = settled.count() + requests.chunks().count() >= settled.chunks();
        if (isAllAsked && !chunks.isFinished()) askFaster(now, asks);
        return givenUp;
    }

    /// Nothing else is left to be asked for. Who would have given a chunk by now is asked for it too: a slow one
    /// may hold as many as it is asked for at a time.
    private void askFaster(Duration now, List<RequestScheduler.Ask> asks) {
        Partner origin = scheduler.origin();
        List<Partner> sources = scheduler.sources();
        if (origin != null && !sources.contains(origin)) sources.add(origin);
        for (OpenRequests.Request slow : requests.oldest()) {
            if (requests.twice() >= TWICE_MAX) return;
            if (requests.of(slow.chunk()).size() > 1) continue;
            Duration age = now.minus(slow.at());
            for (Partner partner : sources) {
                boolean gives = partner != slow.from() && partner.has != null && partner.has.has(slow.chunk());
                boolean isFaster = partner.responses.isKnown()
                        && age.compareTo(partner.responses.patience().multipliedBy(FASTER_TIMES)) >= 0;
                if (!gives || !isFaster || !scheduler.canTake(partner, now)) continue;
                scheduler.ask(partner, slow.chunk(),
                        partner == origin ? SwarmFrame.Want.Kind.NOBODY_GIVES_IT : SwarmFrame.Want.Kind.ASK, now, asks);
                break;
            }
        }
    }

    /// Asks a second source for what one was asked for.
    private void second(int chunk, Duration now, List<RequestScheduler.Ask> asks, boolean alsoOrigin) {
        List<OpenRequests.Request> first = requests.of(chunk);
        if (first.size() != OpenRequests.SOURCES_MAX - 1) return;
        Fingerprint asked = first.getFirst().from().who;
        Partner origin = scheduler.origin();
        boolean mayGive = scheduler.partnersGive(now) || !alsoOrigin || origin == null;
        for (Partner partner : mayGive ? scheduler.sources() : List.<Partner>of()) {
            boolean busy = now.compareTo(partner.busyUntil) < 0;
            if (busy || partner.who.equals(asked) || partner.has == null || !partner.has.has(chunk)) continue;
            scheduler.ask(partner, chunk, SwarmFrame.Want.Kind.ASK, now, asks);
            return;
        }
        if (alsoOrigin && origin != null && !origin.who.equals(asked)) {
            scheduler.ask(origin, chunk, SwarmFrame.Want.Kind.NOBODY_GIVES_IT, now, asks);
        }
    }
}
