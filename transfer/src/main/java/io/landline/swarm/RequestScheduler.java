package io.landline.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Which peers a receiver asks for which chunk (docs/protocol/swarm.md, "Which chunk"). First its slice from the
/// origin, then the rarest from partners; from the origin again only what no partner gives. Confined to its owner's
/// thread.
final class RequestScheduler {
    /// Chunks asked of one partner and not yet come; small ones count by their bytes.
    static final int OPEN_A_PARTNER = 3;
    /// The same at the origin.
    static final int OPEN_AT_ORIGIN = 5;
    /// The same of all together.
    static final int OPEN_IN_ALL = 32;
    /// With fewer than this number on their way a receiver looks for more at the origin.
    static final int OPEN_MIN = 8;
    /// Small chunks asked of one partner and not yet come.
    static final int SMALL_MAX = 64;
    /// A chunk of the largest size.
    static final int LARGE_BYTES = 1024 * 1024;

    /// One question to be sent.
    record Ask(Partner from, int chunk, SwarmFrame.Want.Kind kind) {}

    private final LinkKind link;
    private final ChunkSizes sizes;
    private final ReceiverChunks chunks;
    /// What is held, or not wanted.
    private final ChunkSet settled;
    private final ChunkSet all;
    private final Partners partners;
    private final OpenRequests requests;
    private final Random random;
    private final PartnersPace pace = new PartnersPace();
    private final OriginRefusals refusals;
    private @Nullable Partner origin;
    /// It gave nothing until a question to it was taken back, nor since then.
    private boolean isOriginSilent;
    private Duration originGaveAt = Duration.ZERO;
    private int sliceAt;
    private int sliceEnd;
    private Duration looksAgainAt = Duration.ZERO;
    private @Nullable Duration starvingSince;
    /// Partners gave nothing for long; until one does.
    private boolean starves;
    /// Partners give, and the origin would be much faster.
    private boolean crawls;
    /// When a partner gave something last; before that, when one was asked first.
    private @Nullable Duration givenAt;

    RequestScheduler(LinkKind link, ChunkSizes sizes, ReceiverChunks chunks, Partners partners, OpenRequests requests,
            Random random) {
        this.link = link;
        this.sizes = sizes;
        this.chunks = chunks;
        this.settled = chunks.settled();
        this.all = ChunkSet.full(sizes.count());
        this.partners = partners;
        this.requests = requests;
        this.random = random;
        this.refusals = new OriginRefusals(sizes.count());
    }

    void originIs(@Nullable Partner present) {
        origin = present;
        isOriginSilent = false;
        if (present != null) present.has = all;
    }

    @Nullable
    Partner origin() {
        return origin;
    }

    void sliceIs(@Nullable ChunkSpan slice) {
        sliceAt = slice == null ? 0 : slice.first();
        sliceEnd = slice == null ? 0 : slice.end();
    }

    /// The first byte waits for nobody. Until the slices are made, a receiver asks for one chunk after the other,
    /// beginning at a chunk that its hash chooses.
    void firstAsks(long hash) {
        int chunks = sizes.count();
        int first = (int) Math.floorMod(hash, (long) chunks);
        sliceIs(new ChunkSpan(first, chunks - first));
    }

    /// The origin leaves this chunk to others.
    void refused(int chunk, Duration now, Duration until) {
        refusals.add(chunk, now, until);
    }

    /// A chunk came of somebody who was asked for it.
    void gave(Partner partner, Duration now) {
        if (partner == origin) {
            isOriginSilent = false;
            originGaveAt = now;
            return;
        }
        pace.gave();
        givenAt = now;
        starves = false;
    }

    /// A question to it was taken back, since no chunk came.
    void gaveNothing(OpenRequests.Request question) {
        isOriginSilent |= question.from() == origin && originGaveAt.compareTo(question.at()) < 0;
    }

    /// Nobody is to be asked for it any more.
    void settled(int chunk) {
        refusals.remove(chunk);
    }

    /// Whether news of this partner can change what is asked.
    boolean mayAsk(Partner partner) {
        return windowHasSpace() && partner.isUsable() && hasSpace(partner, 0, OPEN_A_PARTNER);
    }

    /// What is to be asked before the slices are made.
    List<Ask> firstRound(Duration now) {
        var asks = new ArrayList<Ask>();
        slice(now, asks);
        return asks;
    }

    /// What is to be asked now. It counts as asked.
    List<Ask> round(Duration now) {
        var asks = new ArrayList<Ask>();
        if (chunks.isFinished()) return asks;
        slice(now, asks);
        boolean asked = fromPartners(now, asks);
        if (asked && givenAt == null) givenAt = now;
        if (asked) pace.asked(now);
        crawls = pace.isSlow(origin, chunks.lacking(), now);
        boolean give = partnersGive(now);
        boolean isShort = isShort(give);
        if (give && (asked || requests.bytes() > 0 && !isShort)) starvingSince = null;
        if (isShort) fromOrigin(now, asks);
        return asks;
    }

    /// Whether partners give, and the origin would be much faster.
    boolean crawls() {
        return crawls;
    }

    /// Whether partners gave something lately, and as much as is worth waiting for. Who is asked and only leaves it for
    /// later gives nothing.
    boolean partnersGive(Duration now) {
        return !starves && !crawls && (givenAt == null || now.minus(givenAt).compareTo(requests.patience()) < 0);
    }

    /// In order, and without what a partner can give by now.
    private void slice(Duration now, List<Ask> asks) {
        if (sliceAt >= sliceEnd) return;
        List<Partner> givers = givers();
        while (origin != null && sliceAt < sliceEnd) {
            if (settled.has(sliceAt) || requests.chunks().has(sliceAt) || isShown(sliceAt, givers)) {
                sliceAt = settled.nextAbsent(sliceAt + 1);
            } else if (hasSpace(origin, sliceAt, OPEN_AT_ORIGIN)) {
                ask(origin, sliceAt++, SwarmFrame.Want.Kind.ASK, now, asks);
            } else {
                return;
            }
        }
    }

    private static boolean isShown(int chunk, List<Partner> givers) {
        return givers.stream().anyMatch(partner -> partner.has != null && partner.has.has(chunk));
    }

    /// One chunk from each in turn, first from who has the fewest open questions. True if there was anything to ask.
    private boolean fromPartners(Duration now, List<Ask> asks) {
        List<Partner> sources = sources();
        List<ChunkSet> holders = sets(sources);
        sources.removeIf(partner -> partner.openChunks > SMALL_MAX / 2 || !canTake(partner, now));
        boolean any = false;
        boolean more = true;
        while (more) {
            more = false;
            for (Partner partner : sources) {
                if (!windowHasSpace()) return any;
                if (!canTake(partner, now)) continue;
                int chunk = choose(partner, holders, sources);
                if (chunk == RarestChunk.NONE) continue;
                ask(partner, chunk, SwarmFrame.Want.Kind.ASK, now, asks);
                more = true;
                any = true;
            }
        }
        return any;
    }

    /// Whether it may be asked for one more now.
    boolean canTake(Partner partner, Duration now) {
        int open = partner == origin ? OPEN_AT_ORIGIN : OPEN_A_PARTNER;
        return now.compareTo(partner.busyUntil) >= 0 && hasSpace(partner, 0, open);
    }

    /// Partners that can be asked now. Where the origin is wired, wireless ones are left in peace: they share the air.
    private List<Partner> givers() {
        boolean wiredOrigin = givesByWire();
        var givers = new ArrayList<Partner>();
        for (Partner partner : partners.all()) {
            if (partner.isUsable() && !(wiredOrigin && partner.link == LinkKind.WIRELESS)) givers.add(partner);
        }
        return givers;
    }

    /// Who can be asked now, in the order in which they are asked. The caller may change the list.
    List<Partner> sources() {
        List<Partner> sources = givers();
        if (asksOriginDirectly() && origin != null) sources.add(origin);
        Collections.shuffle(sources, random);
        sources.sort(Comparator.<Partner>comparingLong(partner -> partner.openBytes)
                .thenComparing(partner -> partner.link != LinkKind.WIRED));
        return sources;
    }

    /// By way of another wireless node a chunk would take the air twice.
    private boolean asksOriginDirectly() {
        return link == LinkKind.WIRELESS && givesByWire();
    }

    /// Whether each chunk can be had by taking the air once.
    private boolean givesByWire() {
        return origin != null && origin.link == LinkKind.WIRED && !isOriginSilent;
    }

    private int choose(Partner from, List<ChunkSet> holders, List<Partner> sources) {
        if (from.has == null) return RarestChunk.NONE;
        List<ChunkSet> except = new ArrayList<>(List.of(settled, requests.chunks()));
        if (from.link == LinkKind.WIRELESS) {
            sources.stream()
                    .filter(it -> it.link == LinkKind.WIRED && it.has != null)
                    .forEach(it -> except.add(it.has));
        }
        return RarestChunk.choose(from.has, except, holders, random);
    }

    /// Whether so little is on its way that the link would idle. If partners give nothing, what they were asked for
    /// does not count as on its way.
    private boolean isShort(boolean partnersGive) {
        if (partnersGive || origin == null) {
            return requests.bytes() < (long) OPEN_MIN * LARGE_BYTES && requests.chunks().count() < SMALL_MAX;
        }
        return origin.openBytes < (long) OPEN_MIN * LARGE_BYTES && origin.openChunks < SMALL_MAX;
    }

    private boolean windowHasSpace() {
        return requests.bytes() < (long) OPEN_IN_ALL * LARGE_BYTES
                && requests.chunks().count() < SwarmFrame.Want.CHUNKS_MAX;
    }

    /// What no partner has: others' slices that the origin has not sent yet, and what is hard to get. If all partners
    /// gave little, or nothing for long, the origin is asked for what they have as well.
    private void fromOrigin(Duration now, List<Ask> asks) {
        if (origin == null || sliceAt < sliceEnd || asksOriginDirectly()) return;
        if (starvingSince == null) starvingSince = now;
        boolean alone = partners.all().stream().allMatch(partner -> partner.late) && !partners.mayCome(now);
        starves |= !crawls && now.minus(starvingSince).compareTo(requests.patience()) >= 0;
        boolean starved = alone || starves || crawls;
        if (!starved && leavesAirToWired()) return;
        List<Partner> givers = starved ? List.of() : givers();
        SwarmFrame.Want.Kind kind = alone || crawls
                ? SwarmFrame.Want.Kind.NOBODY_GIVES_IT
                : SwarmFrame.Want.Kind.ASK;
        List<ChunkSet> except = new ArrayList<>(sets(givers));
        except.addAll(List.of(settled, requests.chunks(), refusals.chunks()));
        int open = alone || starves ? OPEN_IN_ALL : OPEN_AT_ORIGIN;
        if (crawls && !origin.responses.isKnown()) open = 1; // to see how fast it is
        while (refusals.mayAskForOthers(now) && hasSpace(origin, 0, open)) {
            int chunk = RarestChunk.choose(all, except, List.of(), random);
            if (chunk == RarestChunk.NONE) break;
            ask(origin, chunk, kind, now, asks);
        }
        if (now.compareTo(looksAgainAt) >= 0) againFromOrigin(starved, givers, now, asks);
    }

    /// What the origin refused and no partner shows after a while.
    private void againFromOrigin(boolean starved, List<Partner> givers, Duration now, List<Ask> asks) {
        boolean asked = false;
        for (int chunk : refusals.numbers()) {
            if (origin == null || !hasSpace(origin, chunk, OPEN_AT_ORIGIN)) return;
            boolean due = refusals.isDue(chunk, starved ? Duration.ZERO : requests.patience(), now);
            if (!due || requests.chunks().has(chunk) || isShown(chunk, givers)) continue;
            ask(origin, chunk, SwarmFrame.Want.Kind.NOBODY_GIVES_IT, now, asks);
            asked = true;
        }
        if (!asked) looksAgainAt = now.plus(Participant.TICK);
    }

    /// By way of a wired partner a chunk takes the air once, from a wireless origin twice.
    private boolean leavesAirToWired() {
        return link == LinkKind.WIRELESS && partners.hasWired();
    }

    /// One question more. It counts as asked.
    void ask(Partner from, int chunk, SwarmFrame.Want.Kind kind, Duration now, List<Ask> asks) {
        requests.add(from, chunk, sizes.bytes(chunk), now);
        asks.add(new Ask(from, chunk, kind));
    }

    private boolean hasSpace(Partner partner, int chunk, int large) {
        return partner.openChunks < large || partner.openChunks < SMALL_MAX
                && partner.openBytes + sizes.bytes(chunk) <= (long) large * LARGE_BYTES;
    }

    int refusals() {
        return refusals.numbers().size();
    }

    private static List<ChunkSet> sets(List<Partner> partners) {
        var sets = new ArrayList<ChunkSet>();
        for (Partner partner : partners) if (partner.has != null) sets.add(partner.has);
        return sets;
    }
}
