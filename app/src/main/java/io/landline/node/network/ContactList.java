package io.landline.node.network;

import io.landline.chat.sync.Conversations;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.node.event.KnownNames;
import io.landline.node.port.Activity;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Present;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameOrder;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.people.People;
import io.landline.people.Person;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.Session;
import io.landline.session.core.Sessions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The people who are here, the members, and the peers that we met, brought together anew at each question. Keeps
/// nothing of its own. Any thread; waits for the disk.
public final class ContactList {
    /// Rooms of strangers are their invention: more than a window lists are left out, the emptiest first.
    static final int ROOMS_ABOUT_MAX = 100;
    private static final Comparator<Contact> ORDER = Comparator.comparing((Contact each) -> !each.member())
            .thenComparing(each -> !each.here())
            .thenComparing(Contact::name, NameOrder.BY_NAME)
            .thenComparing(Contact::peer);

    private final Fingerprint self;
    private final People people;
    private final TrustStore trust;
    private final KnownNames names;
    private final OwnRooms rooms;
    private final Conversations conversations;
    /// Who gets new words of a room, and may not have come yet.
    private final Function<RoomId, Set<Fingerprint>> chosen;
    private final Sessions sessions;
    private final Activity activity;

    public ContactList(Fingerprint self, People people, TrustStore trust, KnownNames names, OwnRooms rooms,
            Conversations conversations, Function<RoomId, Set<Fingerprint>> chosen, Sessions sessions,
            Activity activity) {
        this.self = self;
        this.people = people;
        this.trust = trust;
        this.names = names;
        this.rooms = rooms;
        this.conversations = conversations;
        this.chosen = chosen;
        this.sessions = sessions;
        this.activity = activity;
    }

    /// What is known of everybody at one moment.
    ///
    /// @param members of each of our rooms, ourselves among them
    /// @param awaited those of the members who were chosen to get its new words, and do not have them yet
    /// @param owners the person that each name means
    private record Known(Map<Fingerprint, Person> here, Map<Fingerprint, PinnedPeer> pinned,
            Map<Room, Set<Fingerprint>> members, Map<Room, Set<Fingerprint>> awaited, Set<Fingerprint> connected,
            NameOwners owners) {}

    private Known read() {
        Map<Fingerprint, Person> here = new LinkedHashMap<>();
        for (Person person : people.here()) here.put(person.peer(), person);
        Map<Fingerprint, PinnedPeer> pinned = new HashMap<>();
        List<PinnedPeer> everybodyMet = trust.pinned();
        for (PinnedPeer each : everybodyMet) pinned.put(each.fingerprint(), each);
        List<Session> open = sessions.open();
        Set<Fingerprint> connected = new HashSet<>();
        open.forEach(session -> connected.add(session.peer()));
        Map<Room, Set<Fingerprint>> members = new LinkedHashMap<>();
        Map<Room, Set<Fingerprint>> awaited = new HashMap<>();
        for (Room room : rooms.all()) {
            Set<Fingerprint> its = new HashSet<>(trust.provers(room.id()));
            its.addAll(conversations.members(room.id()));
            for (Session session : open) if (session.joined().contains(room.id())) its.add(session.peer());
            Set<Fingerprint> missing = new HashSet<>(chosen.apply(room.id()));
            missing.removeAll(its);
            its.addAll(missing);
            members.put(room, its);
            awaited.put(room, missing);
        }
        return new Known(here, pinned, members, awaited, connected, new NameOwners(everybodyMet));
    }

    List<Contact> contacts() {
        Known known = read();
        Set<Fingerprint> listed = new LinkedHashSet<>(known.here().keySet());
        known.members().values().forEach(listed::addAll);
        listed.remove(self);
        return listed.stream().map(peer -> contact(peer, known)).sorted(ORDER).toList();
    }

    List<Present> here() {
        Map<Fingerprint, Set<RoomId>> joined = new HashMap<>();
        for (Session session : sessions.open()) joined.put(session.peer(), session.joined());
        var list = new ArrayList<Present>();
        for (Person person : people.here()) {
            var labels = new ArrayList<String>();
            for (RoomId id : joined.getOrDefault(person.peer(), Set.of())) {
                Room room = rooms.byId(id);
                if (room != null) labels.add(rooms.label(room));
            }
            list.add(new Present(person, labels));
        }
        return list;
    }

    @Nullable
    Contact contact(Fingerprint peer) {
        Known known = read();
        boolean isKnown = known.here().containsKey(peer) || known.pinned().containsKey(peer)
                || known.members().values().stream().anyMatch(members -> members.contains(peer));
        return isKnown ? contact(peer, known) : null;
    }

    private Contact contact(Fingerprint peer, Known known) {
        Person person = known.here().get(peer);
        PinnedPeer pinned = known.pinned().get(peer);
        PeerName name = person != null ? person.name() : names.of(peer, pinned);
        List<String> ofRooms = labels(known.members(), peer);
        List<String> listed = person == null ? List.of() : person.rooms().stream().map(RoomListing::label).toList();
        List<Endpoint> endpoints = person != null
                ? person.endpoints()
                : pinned == null ? List.of() : pinned.endpoints();
        var traits = EnumSet.noneOf(Trait.class);
        if (person != null) traits.add(Trait.HERE);
        if (known.connected().contains(peer)) traits.add(Trait.CONNECTED);
        if (!ofRooms.isEmpty()) traits.add(Trait.MEMBER);
        if (pinned != null && pinned.verified()) traits.add(Trait.VERIFIED);
        if (pinned != null && pinned.blocked()) traits.add(Trait.BLOCKED);
        if (name != null && known.owners().isOfAnother(peer, pinned, name)) traits.add(Trait.NOT_THE_ONE);
        return new Contact(peer, name == null ? peer.brief() : name.value(), traits, ofRooms,
                labels(known.awaited(), peer), listed,
                endpoints.stream().map(Endpoint::toString).toList(), activity.of(peer).status());
    }

    private List<String> labels(Map<Room, Set<Fingerprint>> people, Fingerprint peer) {
        return people.entrySet()
                .stream()
                .filter(each -> each.getValue().contains(peer))
                .map(each -> rooms.label(each.getKey()))
                .toList();
    }

    List<RoomAbout> roomsAbout() {
        List<RoomListing> ours = rooms.listings();
        Map<String, RoomListing> byName = new LinkedHashMap<>();
        Map<String, Set<Fingerprint>> inIt = new HashMap<>();
        for (Person person : people.here()) {
            for (RoomListing room : person.rooms()) {
                if (ours.stream().anyMatch(room::matches)) continue;
                String same = room.name().canonical() + (room.open() ? "\0open" : "\0keyed");
                byName.putIfAbsent(same, room);
                inIt.computeIfAbsent(same, _ -> new HashSet<>()).add(person.peer());
            }
        }
        var about = new ArrayList<RoomAbout>();
        byName.forEach((same, room) -> about.add(new RoomAbout(room.name().value(), room.label(), room.open(),
                inIt.getOrDefault(same, Set.of()).size())));
        about.sort(Comparator.comparing(RoomAbout::people).reversed().thenComparing(RoomAbout::label));
        return List.copyOf(about.subList(0, Math.min(about.size(), ROOMS_ABOUT_MAX)));
    }
}
