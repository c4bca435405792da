package io.landline.ui.chats;

import io.landline.chat.PersonStatus;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Activity;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.TypedAddress;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People in memory; notes which addresses were asked for.
public final class FakeContacts implements Contacts {
    final List<Contact> contacts = new ArrayList<>();
    final List<String> addresses = new ArrayList<>();
    public final List<String> blocked = new ArrayList<>();
    public final List<Fingerprint> neverMet = new ArrayList<>();
    public final FakeActivity activity = new FakeActivity();
    boolean nobodyThere;

    void member(Fingerprint peer, String name, boolean here, String... rooms) {
        contacts.add(
                PlainRecords.contact(peer, name,
                        here ? Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER) : Set.of(Trait.MEMBER),
                        List.of(rooms), List.of(), List.of()));
    }

    /// Somebody here who was chosen to get the new words of that room.
    void awaited(Fingerprint peer, String name, String room) {
        contacts.add(new Contact(peer, name, Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER), List.of(room),
                List.of(room), List.of(), List.of(), PersonStatus.NONE));
    }

    /// A member who is here, and says this.
    void saying(Fingerprint peer, String name, PersonStatus status, String... rooms) {
        contacts.removeIf(each -> each.peer().equals(peer));
        contacts.add(new Contact(peer, name, Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER), List.of(rooms),
                List.of(), List.of(), List.of(), status));
    }

    void stranger(Fingerprint peer, String name) {
        contacts.add(PlainRecords.contact(peer, name, Set.of(Trait.HERE), List.of(), List.of("#other"), List.of()));
    }

    @Override
    public List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    @Override
    public List<Present> here() {
        throw new AssertionError("windows list contacts");
    }

    @Override
    public boolean isWellKnown(Fingerprint peer) {
        return false;
    }

    @Override
    public @Nullable Contact contact(Fingerprint peer) {
        return contacts.stream().filter(each -> each.peer().equals(peer)).findFirst().orElse(null);
    }

    @Override
    public Activity activity() {
        return activity;
    }

    @Override
    public Safety safety(Fingerprint peer) {
        throw new AssertionError("this page shows no safety number");
    }

    @Override
    public void setVerified(Fingerprint peer, boolean verified) {
        throw new AssertionError("this page verifies nobody");
    }

    @Override
    public void setBlocked(Fingerprint peer, boolean blocked) throws CommandException {
        if (neverMet.contains(peer)) throw new CommandException(CommandException.Code.NOT_POSSIBLE, "never met");
        this.blocked.add(peer + " " + blocked);
    }

    @Override
    public List<RoomAbout> roomsAbout() {
        return List.of();
    }

    @Override
    public void connect(String address) throws CommandException {
        if (nobodyThere) throw new CommandException(CommandException.Code.NO_PEER, "nobody there");
        addresses.add(address);
    }

    @Override
    public void connect(TypedAddress address) {
        throw new AssertionError("windows hand on what was typed");
    }
}
