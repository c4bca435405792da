package io.landline.handshake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.landline.frame.MalformedFrameException;
import io.landline.handshake.RoomTable.Pair;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lists of rooms that both sides have told on one connection, by their slots: which of our rooms are in ours, and
/// which rooms of both have one name. A slot keeps its room as long as it is listed, and never comes back. Confined to
/// the negotiation's thread.
final class ListedRooms {
    private final Role role;
    private List<Room> rooms = List.of();
    /// Rooms that others of ours continue: no exchange is begun for them, and none is answered.
    private List<Room> retired = List.of();
    /// Rooms that our user tries words for: listed only while the peer lists a room of that name and kind.
    private List<Room> trials = List.of();
    private final Map<Integer, Room> ours = new TreeMap<>();
    private final Map<Integer, RoomListing> theirs = new TreeMap<>();
    /// Of ours those that the peer listed too at some time.
    private final Set<Room> shared = new HashSet<>();
    private int ourSlotLast;
    private int theirSlotLast;

    ListedRooms(Role role) { this.role = role; }

    /// As [RoomTable#setOurs]. Gives the canonical names of which there is a new room.
    Set<String> setOurs(List<Room> list, List<Room> nowRetired) {
        return setOurs(list, nowRetired, trials);
    }

    /// As [RoomTable#setTrials]. Gives the same.
    Set<String> setTrials(List<Room> list) {
        return setOurs(rooms, retired, list);
    }

    private Set<String> setOurs(List<Room> newRooms, List<Room> newRetired, List<Room> newTrials) {
        Set<String> changed = new HashSet<>();
        Stream.concat(newRooms.stream(), newTrials.stream())
                .filter(room -> !rooms.contains(room) && !trials.contains(room))
                .forEach(room -> changed.add(room.name().canonical()));
        rooms = newRooms;
        retired = newRetired.stream().filter(room -> !newRooms.contains(room)).toList();
        trials = newTrials;
        list();
        return changed;
    }

    /// Lists our rooms, and of the trials those that the peer may hear of. Gives whether the list is another one now.
    ///
    /// A peer brings a trial into our list, and out of it, by its own list. That begins no name anew, or each listing
    /// would be one more guess at the words.
    private boolean list() {
        Set<Room> wanted = Stream
                .of(rooms.stream(), trials.stream().filter(this::isListedByPeer), retired.stream())
                .flatMap(each -> each)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted.size() > RoomSlot.MAX_ROOMS) wanted.retainAll(mostUseful(wanted));
        boolean changed = ours.values().retainAll(wanted);
        for (Room room : wanted) {
            if (ours.containsValue(room)) continue;
            ours.put(++ourSlotLast, room);
            changed = true;
        }
        shared.retainAll(ours.values());
        ours.values().stream().filter(this::isListedByPeer).forEach(shared::add);
        return changed;
    }

    /// Why a room is in a list that cannot hold all, the strongest reason first.
    private enum Use { TRIED, SHARED, LISTED_BY_PEER, OURS, RETIRED }

    /// Those that fit the list. Of rooms without another use the newest: others may try the words of a new one. What
    /// has come in for the peer stays, or two nodes with too many rooms would change their lists without an end.
    private Set<Room> mostUseful(Set<Room> wanted) {
        Map<Use, List<Room>> byUse = wanted.stream().collect(groupingBy(this::use, TreeMap::new, toList()));
        byUse.computeIfPresent(Use.OURS, (_, oldestFirst) -> oldestFirst.reversed());
        return byUse.values().stream().flatMap(List::stream).limit(RoomSlot.MAX_ROOMS).collect(toSet());
    }

    private Use use(Room room) {
        if (isTrial(room)) return Use.TRIED;
        if (shared.contains(room)) return Use.SHARED;
        if (goesByTheirs() && isListedByPeer(room)) return Use.LISTED_BY_PEER;
        return retired.contains(room) ? Use.RETIRED : Use.OURS;
    }

    /// Where both lists are full, only the client goes by the other's: else each would give up what the other takes.
    private boolean goesByTheirs() {
        return role == Role.CLIENT || theirs.size() < RoomSlot.MAX_ROOMS;
    }

    private boolean isListedByPeer(Room room) {
        return theirs.values().stream().anyMatch(room.listing()::matches);
    }

    boolean isTrial(Room room) {
        return trials.contains(room) && !rooms.contains(room);
    }

    boolean isRetired(Room room) {
        return retired.contains(room);
    }

    /// Our list as the peer is told it.
    List<RoomSlot> listed() {
        return ours.entrySet().stream().map(e -> new RoomSlot(e.getKey(), e.getValue().listing())).toList();
    }

    /// As [RoomTable#setTheirs].
    boolean setTheirs(List<RoomSlot> rooms) throws MalformedFrameException {
        Map<Integer, RoomListing> list = new TreeMap<>();
        for (RoomSlot room : rooms) list.put(room.slot(), room.listing());
        for (var entry : list.entrySet()) {
            RoomListing before = theirs.get(entry.getKey());
            boolean again = before == null && entry.getKey() <= theirSlotLast;
            if (again || before != null && !before.equals(entry.getValue())) {
                throw new MalformedFrameException("a slot changed its room");
            }
        }
        for (int slot : list.keySet()) theirSlotLast = Math.max(theirSlotLast, slot);
        theirs.clear();
        theirs.putAll(list);
        return list();
    }

    /// Our listed rooms by their slots, in the order of the slots.
    Map<Integer, Room> ours() {
        return Collections.unmodifiableMap(ours);
    }

    /// The same of the peer's.
    Map<Integer, RoomListing> theirs() {
        return Collections.unmodifiableMap(theirs);
    }

    /// Whether this slot of ours was listed once and no longer is: the peer may not know yet.
    boolean isPast(int ourSlot) {
        return ourSlot <= ourSlotLast && !ours.containsKey(ourSlot);
    }

    boolean isListed(Pair pair) {
        return ours.containsKey(pair.ours()) && theirs.containsKey(pair.theirs());
    }

    /// Our room of a listed pair.
    Room room(Pair pair) {
        Room room = ours.get(pair.ours());
        if (room == null) throw new IllegalStateException("slot " + pair.ours() + " is not listed");
        return room;
    }

    /// Pairs of listed rooms of one name, of one kind or of different kinds. By the client's slots, then by the
    /// server's.
    List<Pair> pairs(boolean sameKind) {
        var pairs = new ArrayList<Pair>();
        ours.forEach((ourSlot, room) -> theirs.forEach((theirSlot, listing) -> {
            boolean kind = (room.open() == listing.open()) == sameKind;
            if (kind && room.name().isSameAs(listing.name())) pairs.add(new Pair(ourSlot, theirSlot));
        }));
        Comparator<Pair> byOurs = Comparator.comparingInt(Pair::ours);
        Comparator<Pair> byTheirs = Comparator.comparingInt(Pair::theirs);
        pairs.sort(role == Role.CLIENT ? byOurs.thenComparing(byTheirs) : byTheirs.thenComparing(byOurs));
        return pairs;
    }
}
