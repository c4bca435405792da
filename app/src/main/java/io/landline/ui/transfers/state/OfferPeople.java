package io.landline.ui.transfers.state;

import io.landline.node.port.Contacts.Contact;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What cards need to know of people, as the node said last and events told since. All offers share one. Confined to
/// the JavaFX thread.
public final class OfferPeople {
    /// People that are remembered as events told, the last ones: anybody may come under any number of identities.
    static final int TOLD_MAX = 2_048;

    /// As events said last. They come before the node's own parts have heard of it, so they are right where what was
    /// read says otherwise.
    private final BoundedMap<Fingerprint, Boolean> sessions = BoundedMap.firstComeFirstGone(TOLD_MAX);
    private Set<Fingerprint> connected = Set.of();
    private Set<Fingerprint> blocked = Set.of();
    private Map<Fingerprint, String> names = Map.of();
    private final PeopleInMotion motion = new PeopleInMotion();

    /// @param people those that this node knows; nobody where it does not matter, and then names stay
    public void read(List<Contact> people) {
        connected = peopleThat(people, Contact::connected);
        blocked = peopleThat(people, Contact::blocked);
        if (people.isEmpty()) return;
        names = people.stream().collect(Collectors.toMap(Contact::peer, Contact::name, (one, _) -> one));
    }

    private static Set<Fingerprint> peopleThat(List<Contact> people, Predicate<Contact> are) {
        return people.stream().filter(are).map(Contact::peer).collect(Collectors.toSet());
    }

    /// An event told that the session with this person opened, or closed.
    public void session(Fingerprint person, boolean open) {
        sessions.putLast(person, open);
    }

    /// Whether there is no session with this person.
    public boolean isAway(Fingerprint person) {
        Boolean open = sessions.get(person);
        return open == null ? !connected.contains(person) : !open;
    }

    /// Whether this user blocked this person.
    boolean isBlocked(Fingerprint person) {
        return blocked.contains(person);
    }

    /// Somebody's text; some digits of the fingerprint where no name is known.
    public String name(Fingerprint person) {
        return names.getOrDefault(person, person.brief());
    }

    /// Of all offers together; always the same one.
    PeopleInMotion motion() {
        return motion;
    }
}
