package io.landline.swarm;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The peers that a receiver exchanges chunks with. While they are few, all exchange with all. Above that, each chooses
/// some by a hash, and others choose it. So the frames of a node do not grow with the room (docs/protocol/swarm.md,
/// "Partners"). The origin is not among them. Confined to its owner's thread.
final class Partners {
    /// Receivers up to which each exchanges with each.
    static final int MESH_MAX = 10;
    /// Partners that a receiver chooses in a larger swarm.
    static final int CHOSEN = 8;
    /// Partners in all, with those who chose this one.
    static final int PARTNERS_MAX = 24;
    /// Receivers that are remembered: as many as there are sessions.
    static final int MEMBERS_MAX = 1_024;
    /// One that was chosen and has not told its bitmap by then is passed over: it is gone, or has enough partners.
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    /// So often those who give nothing make room for others.
    static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    /// Of these at most as many as this lose their place at once: some may only be busy.
    static final int LOSE_MAX = PARTNERS_MAX / 2;
    /// A partner that lost its place gets one only while fewer than these are taken: the others are for new ones.
    static final int PLACES_AGAIN = PARTNERS_MAX - CHOSEN;

    private record Member(Fingerprint who, LinkKind link, long order) {}

    private final EntryId offer;
    private final Fingerprint self;
    private final Map<Fingerprint, Member> members = new HashMap<>();
    private final Map<Fingerprint, Partner> partners = new LinkedHashMap<>();
    /// Not to be chosen before. One that only was silent may choose us.
    private final Map<Fingerprint, Duration> passedOver = new HashMap<>();
    /// Who lost its place here, and no partner before: also where it chooses us, or has left and come back meanwhile.
    private final Map<Fingerprint, Duration> lostPlace = BoundedMap.firstComeFirstGone(MEMBERS_MAX);
    /// How long those were asked in vain who have left since: they do not begin anew by coming back.
    private final Map<Fingerprint, Duration> leftInVain = BoundedMap.firstComeFirstGone(MEMBERS_MAX);
    /// Who was asked whether it takes part, and has not answered.
    private final Map<Fingerprint, Duration> unanswered = new HashMap<>();
    /// Who gives nothing was looked for then; before that, when this began.
    private Duration lookedAt;

    Partners(EntryId offer, Fingerprint self, Duration now) {
        this.offer = offer;
        this.self = self;
        this.lookedAt = now;
    }

    /// Somebody was asked whether it takes part.
    void asked(Fingerprint peer, Duration now) {
        if (unanswered.size() < MEMBERS_MAX) unanswered.put(peer, now);
    }

    /// It said so, or has gone.
    void answered(Fingerprint peer) {
        unanswered.remove(peer);
    }

    /// Whether somebody may be about to say that it takes part.
    boolean mayCome(Duration now) {
        unanswered.values().removeIf(at -> now.minus(at).compareTo(ANSWER_WITHIN) >= 0);
        return !unanswered.isEmpty();
    }

    /// Whether anybody who takes part is wired.
    boolean hasWired() {
        return members.values().stream().anyMatch(member -> member.link == LinkKind.WIRED);
    }

    /// The partners among which the chunks are divided: wireless ones only where nobody is wired.
    Set<Fingerprint> sharing(LinkKind own) {
        boolean hasWired = own == LinkKind.WIRED || hasWired();
        return members.values()
                .stream()
                .filter(member -> !hasWired || member.link != LinkKind.WIRELESS)
                .map(Member::who)
                .collect(Collectors.toSet());
    }

    /// Whether nobody else is known to take part.
    boolean isEmpty() {
        return members.isEmpty();
    }

    Collection<Partner> all() {
        return partners.values();
    }

    @Nullable
    Partner get(Fingerprint peer) {
        return partners.get(peer);
    }

    /// Notes that a peer takes part. False if it is not remembered, since there are too many.
    boolean joined(Fingerprint peer, LinkKind link) {
        if (!members.containsKey(peer) && members.size() >= MEMBERS_MAX) return false;
        members.put(peer, new Member(peer, link, SwarmOrder.ofPair(offer, self, peer)));
        return true;
    }

    /// Forgets a peer that is gone, but not that it was asked in vain.
    void left(Fingerprint peer) {
        members.remove(peer);
        passedOver.remove(peer);
        remove(peer);
    }

    /// No longer a partner, and not chosen again before the time given. It may still take part.
    void part(Fingerprint peer, Duration notBefore) {
        passedOver.put(peer, notBefore);
        remove(peer);
    }

    private void remove(Fingerprint peer) {
        Partner partner = partners.remove(peer);
        if (partner != null && !partner.inVain().isZero()) leftInVain.put(peer, partner.inVain());
    }

    /// Its place is for somebody else: it does not get one again before a look at partners is due.
    void losesPlace(Fingerprint peer, Duration now) {
        lostPlace.remove(peer);
        lostPlace.put(peer, now.plus(LOOK_EVERY));
        partners.remove(peer);
    }

    /// Makes a partner of one who told its bitmap unasked. Null where it has to make do with others: there are enough,
    /// or it lost its place before.
    @Nullable
    Partner chosenBy(Fingerprint peer, Duration now) {
        Member member = members.get(peer);
        if (member == null || isBefore(lostPlace.get(peer), now)) return null;
        int places = lostPlace.containsKey(peer) ? PLACES_AGAIN : PARTNERS_MAX;
        return partners.size() < places ? add(member, now) : null;
    }

    /// Whether one that takes part and never lost a place finds none.
    boolean lacksPlaceFor(Fingerprint peer) {
        return partners.size() >= PARTNERS_MAX && members.containsKey(peer) && !lostPlace.containsKey(peer);
    }

    /// Somebody that was asked in vain; null where nobody was.
    @Nullable
    Partner askedInVain() {
        return partners.values().stream().filter(Partner::isAskedInVain).findFirst().orElse(null);
    }

    /// Somebody that took nothing for long; null where nobody did.
    @Nullable
    Partner takingNothing(Duration now) {
        return partners.values()
                .stream()
                .filter(partner -> now.minus(partner.tookAt).compareTo(LOOK_EVERY) >= 0)
                .findFirst()
                .orElse(null);
    }

    /// A chunk came of it.
    void gave(Fingerprint peer, Duration now) {
        lostPlace.remove(peer);
        leftInVain.remove(peer);
        Partner partner = partners.get(peer);
        if (partner != null) partner.gaveChunk(now);
    }

    /// A chunk was sent to it. Who has no place may ask for chunks too: that does not get it one.
    void took(Fingerprint peer, Duration now) {
        Partner partner = partners.get(peer);
        if (partner == null) return;
        lostPlace.remove(peer);
        partner.tookAt = now;
    }

    /// Chooses as many as are lacking, those first that never lost a place; the caller tells them its bitmap.
    List<Partner> choose(Duration now) {
        long lacking = Math.min(chosenMax() - notInVain(), PARTNERS_MAX - partners.size());
        if (lacking <= 0) return List.of();
        return choosable(now)
                .sorted(Comparator.<Member, Boolean>comparing(member -> lostPlace.containsKey(member.who))
                        .thenComparingLong(Member::order))
                .limit(lacking)
                .map(member -> add(member, now))
                .toList();
    }

    /// Those who were chosen and say nothing.
    List<Partner> silent(Duration now) {
        return partners.values()
                .stream()
                .filter(partner -> partner.has == null && now.minus(partner.since).compareTo(ANSWER_WITHIN) >= 0)
                .toList();
    }

    /// Once in a while, and only where there are others: those who are to make room for them. A swarm that hangs in two
    /// parts finds itself so, and nobody holds a place for good who gives nothing.
    List<Partner> useless(Duration now, ChunkSet settled) {
        if (now.minus(lookedAt).compareTo(LOOK_EVERY) < 0) return List.of();
        lookedAt = now;
        List<Partner> useless = List.of();
        if (members.size() > partners.size() && !settled.isFull()) {
            useless = havingNothing(settled);
            if (useless.isEmpty()) useless = givingNothing(now);
        }
        partners.values().forEach(partner -> partner.gave = false);
        return useless;
    }

    /// Who gave nothing since the last look and has nothing that is lacking.
    private List<Partner> havingNothing(ChunkSet settled) {
        return partners.values()
                .stream()
                .filter(partner -> !partner.gave
                        && (partner.has == null || partner.has.countMissingIn(settled) == 0))
                .toList();
    }

    /// Where all places are taken and too few give: who was asked in vain, and no more than there are to choose.
    private List<Partner> givingNothing(Duration now) {
        if (partners.size() < PARTNERS_MAX || notInVain() >= CHOSEN) return List.of();
        return partners.values()
                .stream()
                .filter(Partner::isAskedInVain)
                .limit(Math.min(LOSE_MAX, choosable(now).count()))
                .toList();
    }

    private long notInVain() {
        return partners.values().stream().filter(partner -> !partner.isAskedInVain()).count();
    }

    private int chosenMax() {
        return members.size() < MESH_MAX ? MESH_MAX - 1 : CHOSEN;
    }

    private Stream<Member> choosable(Duration now) {
        return members.values()
                .stream()
                .filter(member -> !partners.containsKey(member.who) && !isBefore(passedOver.get(member.who), now)
                        && !isBefore(lostPlace.get(member.who), now));
    }

    private static boolean isBefore(@Nullable Duration until, Duration now) {
        return until != null && now.compareTo(until) < 0;
    }

    private Partner add(Member member, Duration now) {
        var partner = new Partner(member.who, member.link, now);
        partners.put(member.who, partner);
        Duration before = leftInVain.remove(member.who);
        if (before != null) partner.wasAskedInVain(before);
        return partner;
    }
}
