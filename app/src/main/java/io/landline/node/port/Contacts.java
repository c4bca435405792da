package io.landline.node.port;

import io.landline.chat.PersonStatus;
import io.landline.peer.Fingerprint;
import io.landline.people.Person;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People as a window lists them: who is here, and the members of our rooms who are away. Any thread, but not one that
/// must not wait for the disk.
public interface Contacts {
    /// What is true of a person.
    enum Trait {
        /// Presence or a session shows the peer.
        HERE,
        /// It has a session with us.
        CONNECTED,
        /// Of one of our rooms.
        MEMBER,
        /// The safety number was compared.
        VERIFIED,
        BLOCKED,
        /// A pinned peer of another key bears a name that looks the same: this one inherits nothing of it.
        NOT_THE_ONE
    }

    /// One person. Names are somebody's text.
    ///
    /// @param rooms the labels of our rooms of which it is a member
    /// @param awaited those of these rooms with new words that it was chosen to get, and does not have yet
    /// @param listed the labels of the rooms that it says it is in
    /// @param endpoints where it may be reached, as text
    /// @param status what the person says of themselves; [PersonStatus#NONE] where nothing was said, and without a
    ///        session
    record Contact(Fingerprint peer, String name, Set<Trait> traits, List<String> rooms, List<String> awaited,
            List<String> listed, List<String> endpoints, PersonStatus status) {
        public Contact {
            traits = Set.copyOf(traits);
        }

        /// Whether it is in that room of ours, and not only awaited there.
        public boolean isIn(String label) {
            return rooms.contains(label) && !awaited.contains(label);
        }

        public boolean here() {
            return traits.contains(Trait.HERE);
        }

        public boolean connected() {
            return traits.contains(Trait.CONNECTED);
        }

        public boolean member() {
            return traits.contains(Trait.MEMBER);
        }

        public boolean verified() {
            return traits.contains(Trait.VERIFIED);
        }

        public boolean blocked() {
            return traits.contains(Trait.BLOCKED);
        }

        public boolean notTheOne() {
            return traits.contains(Trait.NOT_THE_ONE);
        }
    }

    /// Somebody here, with the labels of the rooms that we share now.
    record Present(Person person, List<String> joined) {}

    /// @param number six groups of five digits, with a blank between
    record Safety(Fingerprint peer, String name, String number, boolean verified) {}

    /// A room that others list and that we are not in.
    ///
    /// @param label `#class`, an open one `#class (open)`
    record RoomAbout(String name, String label, boolean open, int people) {}

    /// Members first, those who are here before those who are away, by name; strangers who are here last.
    List<Contact> contacts();

    /// Everybody here, in the order in which they appeared. Does not wait for the disk.
    List<Present> here();

    /// The person with that fingerprint; null where nothing is known.
    @Nullable
    Contact contact(Fingerprint peer);

    /// Whether the user verified this person, wrote to them directly, or accepted files of theirs by hand. Answers from
    /// memory.
    boolean isWellKnown(Fingerprint peer);

    /// Who types, who is here, away or busy, and who was seen when.
    Activity activity();

    /// Of anybody, met or not.
    Safety safety(Fingerprint peer);

    /// The person compared the safety number, aloud; or takes that back.
    void setVerified(Fingerprint peer, boolean verified) throws CommandException;

    /// Nothing of this peer is wanted: its session ends, and none is made again until this is taken back.
    void setBlocked(Fingerprint peer, boolean blocked) throws CommandException;

    /// Rooms that others here are in and we are not, the fullest first.
    List<RoomAbout> roomsAbout();

    /// Connects to a typed address, once. Resolves a name, which may wait for the system.
    ///
    /// @param address `HOST` or `HOST:PORT`
    void connect(String address) throws CommandException;

    /// The same with an address that was read already.
    void connect(TypedAddress address) throws CommandException;
}
