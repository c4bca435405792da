package io.landline.handshake;

import static java.util.stream.Collectors.toSet;

import io.landline.frame.MalformedFrameException;
import io.landline.handshake.RoomNegotiation.Settled;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What follows from both sides' rooms on one connection ([ListedRooms]): which are joined, which pairs are still to be
/// tried, which names have failed. Both ends compute the same from the same lists. Confined to the negotiation's
/// thread.
final class RoomTable {
    /// Two rooms of one name are normal, more than a few are not; each pair is a guess (docs/protocol/handshake.md,
    /// "What each concludes").
    static final int PAIRS_A_NAME_MAX = 4;

    record Pair(int ours, int theirs) {}

    record Conclusion(int ourSlot, @Nullable RoomListing room, RefusalReason reason) {}

    private final ListedRooms lists;
    private final Set<Integer> ourClaims = new HashSet<>();
    private final Map<Integer, RoomId> theirClaims = new HashMap<>();
    /// Pairs of listed slots only, so these are bounded by the lists.
    private final Set<Pair> succeeded = new HashSet<>();
    private final Map<Pair, PairVerdict> failed = new HashMap<>();
    private final RoomNameAttempts names = new RoomNameAttempts();
    private Map<RoomId, Pair> joined = new LinkedHashMap<>();
    private boolean everJoined;
    private boolean nothingInCommonTold;

    RoomTable(Role role) { lists = new ListedRooms(role); }

    /// Takes our rooms; those that stay keep their slots. Of more than [RoomSlot#MAX_ROOMS] those stay in the list that
    /// the peer lists too. Gives whether a new one has a name that the peer does not try any more on this connection.
    ///
    /// @param nowRetired rooms that are joined by earlier proofs alone; they stand last
    boolean setOurs(List<Room> list, List<Room> nowRetired) {
        return begunAnew(lists.setOurs(list, nowRetired));
    }

    /// Takes the rooms that our user tries words for; gives the same. A trial that became one of our rooms keeps its
    /// slot.
    boolean setTrials(List<Room> list) {
        return begunAnew(lists.setTrials(list));
    }

    private boolean begunAnew(Set<String> canonicalNames) {
        forgetUnlisted();
        nothingInCommonTold = false;
        return names.beginAnew(canonicalNames);
    }

    List<RoomSlot> listed() {
        return lists.listed();
    }

    /// Takes the peer's list: a slot keeps its room as long as it is listed, and never comes back. Gives whether our
    /// own list is another one now, because of our trials.
    boolean setTheirs(List<RoomSlot> rooms) throws MalformedFrameException {
        boolean oursToo = lists.setTheirs(rooms);
        forgetUnlisted();
        return oursToo;
    }

    private void forgetUnlisted() {
        ourClaims.retainAll(lists.ours().keySet());
        theirClaims.keySet().retainAll(lists.theirs().keySet());
        Predicate<Pair> unlisted = pair -> !isListed(pair);
        succeeded.removeIf(unlisted);
        failed.keySet().removeIf(unlisted);
    }

    /// Notes for which of our rooms we hold the peer's proof; gives their ids by our slots, to be told. The id of a
    /// trial is told to nobody: our user may have mistyped the words.
    Map<Integer, RoomId> claim(Set<RoomId> proofs) {
        Map<Integer, RoomId> claims = new LinkedHashMap<>();
        lists.ours().forEach((slot, room) -> {
            if (!room.open() && !lists.isTrial(room) && proofs.contains(room.id())) claims.put(slot, room.id());
        });
        ourClaims.addAll(claims.keySet());
        return claims;
    }

    void theirClaims(Map<Integer, RoomId> claims) throws MalformedFrameException {
        for (var claim : claims.entrySet()) {
            RoomListing room = lists.theirs().get(claim.getKey());
            if (room == null || room.open()) {
                throw new MalformedFrameException("a proof for no keyed room of the peer's");
            }
            RoomId before = theirClaims.put(claim.getKey(), claim.getValue());
            if (before != null && !before.equals(claim.getValue())) {
                throw new MalformedFrameException("a slot changed its room");
            }
        }
    }

    /// Takes notice of what became joined and what no longer is; joined ones are told in the order of our slots.
    void updateJoined(Consumer<RoomId> left, Consumer<Room> nowJoined) {
        Map<RoomId, Pair> before = joined;
        joined = new LinkedHashMap<>();
        lists.ours().forEach((slot, room) -> {
            Integer partner = partnerOf(slot, room);
            if (partner != null) joined.put(room.id(), new Pair(slot, partner));
        });
        everJoined |= !joined.isEmpty();
        for (RoomId room : before.keySet()) if (!joined.containsKey(room)) left.accept(room);
        for (var entry : joined.entrySet()) {
            if (!before.containsKey(entry.getKey())) nowJoined.accept(room(entry.getValue()));
        }
    }

    private @Nullable Integer partnerOf(int slot, Room room) {
        for (var their : lists.theirs().entrySet()) {
            int theirSlot = their.getKey();
            if (!room.listing().matches(their.getValue())) continue;
            RoomId claim = theirClaims.get(theirSlot);
            boolean claimed = ourClaims.contains(slot) && claim != null && claim.equals(room.id());
            if (room.open() || claimed || succeeded.contains(new Pair(slot, theirSlot))) return theirSlot;
        }
        return null;
    }

    boolean anyJoined() {
        return !joined.isEmpty();
    }

    /// Pairs of keyed rooms of one name that are not joined yet and were not tried. They stand in the order in which
    /// the client tries them: by its slots, then by the server's.
    List<Pair> pending() {
        Map<String, Integer> triedByName = new HashMap<>();
        var pending = new ArrayList<Pair>();
        for (Pair pair : keyedPairs()) {
            if (failed.containsKey(pair) || isJoined(pair) || lists.isRetired(room(pair))) continue;
            String name = name(pair);
            int tried = triedByName.computeIfAbsent(name, this::tried);
            if (tried >= PAIRS_A_NAME_MAX) continue;
            triedByName.put(name, tried + 1);
            pending.add(pair);
        }
        return pending;
    }

    /// How many exchanges of this name there were: those that failed on listed slots, and those that were wrong on
    /// slots long gone.
    private int tried(String canonicalName) {
        int untested = triedOnListed(canonicalName, verdict -> !verdict.isTested());
        return untested
                + Math.max(triedOnListed(canonicalName, PairVerdict::isTested), names.wrongCount(canonicalName));
    }

    private int triedOnListed(String canonicalName, Predicate<PairVerdict> which) {
        return (int) failed.entrySet()
                .stream()
                .filter(e -> which.test(e.getValue()) && name(e.getKey()).equals(canonicalName))
                .count();
    }

    /// Whether a pair that the client names may be tried. False if it is joined or was given up, or if its name has
    /// failed too often: the client may not know that. Throws if it can only be a breach of the protocol.
    boolean mayTry(Pair pair) throws MalformedFrameException {
        Room our = lists.ours().get(pair.ours());
        RoomListing their = lists.theirs().get(pair.theirs());
        if (their == null || our == null) {
            throw new MalformedFrameException("an exchange for a slot that is not listed");
        }
        if (our.open() || !our.listing().matches(their)) {
            throw new MalformedFrameException("an exchange for two rooms that cannot meet");
        }
        if (failed.get(pair) == PairVerdict.WRONG) {
            throw new MalformedFrameException("an exchange for a pair that was tried");
        }
        int listed = triedOnListed(name(pair), _ -> true);
        if (listed >= PAIRS_A_NAME_MAX) throw new MalformedFrameException("too many exchanges for one name");
        if (lists.isRetired(our)) return false;
        return !isJoined(pair) && !failed.containsKey(pair) && tried(name(pair)) < PAIRS_A_NAME_MAX;
    }

    /// Whether this slot of ours was listed once and no longer is: the peer may not know yet.
    boolean isPast(int ourSlot) {
        return lists.isPast(ourSlot);
    }

    boolean isListed(Pair pair) {
        return lists.isListed(pair);
    }

    void succeeded(Pair pair) {
        succeeded.add(pair);
    }

    void failed(Pair pair, PairVerdict verdict) {
        if (!isListed(pair)) return;
        failed.put(pair, verdict);
        if (verdict == PairVerdict.WRONG) names.wrong(name(pair));
        if (verdict == PairVerdict.UNANSWERED) names.unanswered(name(pair));
    }

    Settled settled() {
        if (anyJoined()) return Settled.JOINED;
        boolean undecided = failed.entrySet()
                .stream()
                .anyMatch(e -> e.getValue().isOutOfTime() && !names.isWrong(name(e.getKey())));
        return undecided ? Settled.UNDECIDED : Settled.NOTHING;
    }

    /// The peer has tested our key of this room, and took its slot off the list instead of an answer.
    void unanswered(Room our) {
        names.unanswered(our.name().canonical());
    }

    /// Whether the user has not been told yet that this name waits.
    boolean claimSlowed(Room our) {
        return names.claimSlowed(our.name().canonical());
    }

    /// The peer has given up on the name of this slot of its own.
    void givenUp(int theirSlot) {
        RoomListing given = lists.theirs().get(theirSlot);
        if (given == null) return;
        for (Pair pair : pending()) if (room(pair).name().isSameAs(given.name())) failed(pair, PairVerdict.VOID);
    }

    /// What has failed and was not told yet; each name is told once for each reason. Asked when nothing is pending.
    List<Conclusion> conclude() {
        var conclusions = new ArrayList<Conclusion>();
        lists.ours().forEach((slot, room) -> {
            String name = room.name().canonical();
            boolean wrong = !room.open() && names.isWrong(name);
            if (wrong && names.claimRefusal(name, RefusalReason.WRONG_KEY) && !hasJoined(name)) {
                conclusions.add(new Conclusion(slot, room.listing(), RefusalReason.WRONG_KEY));
            }
        });
        List<Pair> differing = lists.pairs(false);
        Set<String> sameKindToo = lists.pairs(true).stream().map(this::name).collect(toSet());
        for (Pair pair : differing) {
            String name = name(pair);
            if (names.claimRefusal(name, RefusalReason.OPEN_DIFFERS) && !hasJoined(name)
                    && !sameKindToo.contains(name)) {
                conclusions.add(new Conclusion(pair.ours(), room(pair).listing(), RefusalReason.OPEN_DIFFERS));
            }
        }
        boolean common = !differing.isEmpty() || !sameKindToo.isEmpty();
        if (!common && !everJoined && !nothingInCommonTold) {
            nothingInCommonTold = true;
            conclusions.add(new Conclusion(0, null, RefusalReason.NO_COMMON_ROOM));
        }
        return conclusions;
    }

    private boolean hasJoined(String canonicalName) {
        return joined.values().stream().anyMatch(pair -> name(pair).equals(canonicalName));
    }

    private boolean isJoined(Pair pair) {
        return joined.values()
                .stream()
                .anyMatch(other -> other.ours() == pair.ours() || other.theirs() == pair.theirs());
    }

    private List<Pair> keyedPairs() {
        return lists.pairs(true).stream().filter(pair -> !room(pair).open()).toList();
    }

    /// Our room of a listed pair.
    Room room(Pair pair) {
        return lists.room(pair);
    }

    private String name(Pair pair) {
        return room(pair).name().canonical();
    }
}
