package io.landline.node.room;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameSkeleton;
import io.landline.peer.PeerName;
import io.landline.people.Person;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the receiver that a person means by TO: a name, a fingerprint or its first digits, `#room` or `room:NAME`
/// (docs/command-line.md, "Commands"). Any thread; reads the database.
public final class ConversationResolver {
    /// The receiver of a message.
    public sealed interface Addressee {
        /// What is said between us, who have this fingerprint, and the receiver.
        ConversationId conversation(Fingerprint self);

        /// The other of a direct conversation; null for a room.
        default @Nullable Fingerprint person() {
            return this instanceof Direct(Fingerprint peer) ? peer : null;
        }

        record InRoom(Room room) implements Addressee {
            @Override
            public ConversationId conversation(Fingerprint self) {
                return ConversationId.of(room.id());
            }
        }

        record Direct(Fingerprint peer) implements Addressee {
            @Override
            public ConversationId conversation(Fingerprint self) {
                return ConversationId.direct(self, peer);
            }
        }
    }

    private static final int LISTED_MAX = 10;
    private static final String SEVERAL_MEMBERS = "Several members are called ";
    private static final String SEVERAL_PEOPLE = "Several people are called ";

    private static final String ROOM_PREFIX = "room:";

    private final OwnRooms rooms;
    private final Supplier<List<Person>> here;
    private final TrustStore trust;
    private final BiPredicate<List<RoomId>, Fingerprint> isMember;
    private final Function<Set<Fingerprint>, Map<Fingerprint, String>> admitted;
    private final Supplier<Map<Fingerprint, String>> own;

    /// @param here everybody who is here now; nobody where there is no network
    /// @param isMember whether the peer is a member of one of these rooms
    /// @param admitted who was let into our rooms beside these people, with their names
    /// @param own the fingerprint of this user, with the name
    public ConversationResolver(OwnRooms rooms, Supplier<List<Person>> here, TrustStore trust,
            BiPredicate<List<RoomId>, Fingerprint> isMember,
            Function<Set<Fingerprint>, Map<Fingerprint, String>> admitted,
            Supplier<Map<Fingerprint, String>> own) {
        this.rooms = rooms;
        this.here = here;
        this.trust = trust;
        this.isMember = isMember;
        this.admitted = admitted;
        this.own = own;
    }

    /// Nothing is ever sent to a stranger: a peer that is no member is refused here.
    public Addressee find(String to) throws CommandException {
        return find(to, false, true);
    }

    /// For what goes to people who are connected alone. Who was never met is found by all digits, and by no name: to
    /// look for one takes long.
    public Addressee findMet(String to) throws CommandException {
        return find(to, false, false);
    }

    /// For all that sends nothing: what was said with somebody who was met stays readable, also where no room is shared
    /// any more.
    public Addressee findToRead(String to) throws CommandException {
        return find(to, true, true);
    }

    private Addressee find(String to, boolean toRead, boolean neverMetToo) throws CommandException {
        if (to.isBlank()) {
            throw new CommandException(Code.MALFORMED,
                    "The name of who is meant is empty. landline peers shows who is here. Nothing was done.");
        }
        if (to.startsWith("#") || to.startsWith(ROOM_PREFIX)) return new Addressee.InRoom(room(to));
        Map<Fingerprint, String> known = known();
        List<Fingerprint> meant = TypedReference.person(to, known);
        List<Fingerprint> members = members(to, meant, known);
        if (!members.isEmpty()) return new Addressee.Direct(one(SEVERAL_MEMBERS, to, members, known));
        List<Fingerprint> met = toRead ? meant.stream().filter(each -> trust.pinned(each) != null).toList() : List.of();
        if (!met.isEmpty()) return new Addressee.Direct(one(SEVERAL_PEOPLE, to, met, known));
        boolean looks = neverMetToo || Fingerprint.isWhole(to);
        Optional<Fingerprint> neverMet = looks ? neverMet(to, known) : Optional.empty();
        if (neverMet.isPresent()) return new Addressee.Direct(neverMet.get());
        if (meant.isEmpty()) {
            boolean isOther = Fingerprint.isWhole(to) && !isOwn(to);
            throw isOther ? notAMember("That peer", toRead) : nobody(to);
        }
        throw notAMember(to, toRead);
    }

    /// The member that only others have met. Looked for last: in a large room the names of thousands may be read.
    private Optional<Fingerprint> neverMet(String typed, Map<Fingerprint, String> known) throws CommandException {
        if (Fingerprint.isWhole(typed)) return Optional.of(Fingerprint.parse(typed)).filter(this::isMemberOfOurs);
        var all = new LinkedHashMap<>(known);
        admitted.apply(known.keySet()).forEach(all::putIfAbsent);
        List<Fingerprint> members = members(typed, TypedReference.person(typed, all), all);
        return members.isEmpty() ? Optional.empty() : Optional.of(one(SEVERAL_MEMBERS, typed, members, all));
    }

    /// The members among those that are meant; where there are none, those with the same name in another case. So
    /// strangers hide no member by a name.
    private List<Fingerprint> members(String typed, List<Fingerprint> meant, Map<Fingerprint, String> known) {
        List<Fingerprint> members = meant.stream().filter(this::isMemberOfOurs).toList();
        if (!members.isEmpty()) return members;
        return known.keySet()
                .stream()
                .filter(peer -> typed.equalsIgnoreCase(known.get(peer)) && isMemberOfOurs(peer))
                .toList();
    }

    /// The only one of these. Others choose their names, so it is asked where the name of somebody verified looks like
    /// what was typed, and somebody else would be meant.
    private Fingerprint one(String several, String typed, List<Fingerprint> meant, Map<Fingerprint, String> known)
            throws CommandException {
        Fingerprint first = meant.getFirst();
        if (meant.size() == 1 && (Fingerprint.isWhole(typed) || isVerified(first))) return first;
        NameSkeleton look = NameSkeleton.of(typed);
        var choice = new LinkedHashSet<Fingerprint>();
        known.forEach((peer, name) -> {
            if (isVerified(peer) && (meant.contains(peer) || NameSkeleton.of(name).equals(look))) choice.add(peer);
        });
        choice.addAll(meant); // the verified ones stand first: of many not all are listed
        if (choice.size() == 1) return first;
        throw ambiguous(choice.size() == meant.size() ? several : SEVERAL_PEOPLE, typed, choice, known);
    }

    private boolean isVerified(Fingerprint peer) {
        PinnedPeer pinned = trust.pinned(peer);
        return pinned != null && pinned.verified() && !pinned.blocked();
    }

    private boolean isOwn(String typed) {
        return !TypedReference.person(typed, own.get()).isEmpty();
    }

    private CommandException nobody(String typed) {
        if (isOwn(typed)) {
            return new CommandException(Code.NO_PEER, "That is you, and nobody else called " + typed
                    + " is here or was met before. landline peers shows who is here.");
        }
        return new CommandException(Code.NO_PEER, "Nobody called " + typed + " is here or was met before. "
                + rooms.find("#" + typed)
                        .map(rooms::label)
                        .or(() -> near(typed))
                        .map(meant -> "Did you mean " + meant + "?")
                        .orElse("landline peers shows who is here."));
    }

    /// A member who may be meant, with the digits: not every keyboard has each sign of a name.
    private Optional<String> near(String typed) {
        Map<Fingerprint, String> members = known();
        members.keySet().removeIf(each -> !isMemberOfOurs(each));
        return TypedReference.near(typed, members).map(peer -> members.get(peer) + " (" + peer.brief() + ")");
    }

    /// The one of these people, with their names, that is meant. It need be no member.
    public Fingerprint person(String typed, Map<Fingerprint, String> people) throws CommandException {
        if (typed.startsWith("#") || typed.startsWith(ROOM_PREFIX)) {
            throw new CommandException(Code.MALFORMED,
                    "A person is meant here, not a room: name one of its members. Nothing was changed.");
        }
        List<Fingerprint> meant = TypedReference.person(typed, people);
        if (meant.isEmpty()) throw nobody(typed);
        return one(SEVERAL_PEOPLE, typed, meant, people);
    }

    public Room room(String text) throws CommandException {
        Optional<Room> room = rooms.find(text);
        if (room.isPresent()) return room.get();
        throw new CommandException(Code.NO_ROOM, "This node is in no room " + text + ". "
                + nearRoom(text)
                        .map(meant -> "Did you mean " + meant + "?")
                        .orElse("landline room list shows its rooms."));
    }

    /// The label of a room with a name that is one letter off.
    private Optional<String> nearRoom(String typed) {
        var labels = new LinkedHashMap<String, String>();
        rooms.all().forEach(room -> labels.putIfAbsent(rooms.label(room).toLowerCase(Locale.ROOT), rooms.label(room)));
        String wanted = typed.startsWith(ROOM_PREFIX) ? "#" + typed.substring(ROOM_PREFIX.length()) : typed;
        return Spelling.nearest(wanted.toLowerCase(Locale.ROOT), labels.keySet(), 1).map(labels::get);
    }

    /// Whether the peer is a member of one of the rooms that we are in now.
    boolean isMemberOfOurs(Fingerprint peer) {
        return isMember.test(rooms.withRetired().stream().map(Room::id).toList(), peer);
    }

    /// All peers that a person may mean, with their names: those that are here, and those that we met.
    public Map<Fingerprint, String> known() {
        var known = new LinkedHashMap<Fingerprint, String>();
        for (PinnedPeer pinned : trust.pinned()) {
            Fingerprint peer = pinned.fingerprint();
            PeerName name = pinned.name();
            known.put(peer, name != null ? name.value() : peer.brief());
        }
        for (Person person : here.get()) known.put(person.peer(), person.name().value());
        return known;
    }

    private static CommandException notAMember(String who, boolean toRead) {
        return new CommandException(Code.NOT_A_MEMBER, toRead
                ? who + " was never met in a room of yours: nothing of theirs is here."
                : who + " is no member of a room of yours, and nothing is sent to strangers. Nothing was sent.");
    }

    private static CommandException ambiguous(String several, String to, Collection<Fingerprint> meant,
            Map<Fingerprint, String> known) {
        var list = new StringJoiner(", ");
        meant.stream().limit(LISTED_MAX).forEach(peer -> list.add(known.get(peer) + " " + peer.brief()));
        return new CommandException(Code.AMBIGUOUS, several + to + ": " + list + ". Name one by those digits.");
    }
}
