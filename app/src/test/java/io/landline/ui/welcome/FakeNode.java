package io.landline.ui.welcome;

import static java.util.Objects.requireNonNull;

import io.landline.chat.act.Continuation;
import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Activity;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Contacts;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Preferences;
import io.landline.node.port.Rooms;
import io.landline.node.port.Subscription;
import io.landline.node.port.TypedAddress;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.FakeActivity;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.page.FakeExaminer;
import io.landline.ui.page.FakeLookAround;
import io.landline.ui.page.FakePacketTap;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import io.landline.ui.transfers.FakeFileTransfers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A node that works in memory, and notes what it was asked to do. Confined to the test's thread.
public final class FakeNode implements Contacts, Rooms, Preferences {
    public static final Fingerprint SELF = Fingerprint.parse("5a".repeat(32));

    /// What was done, in order: `rename Max`, `join class amber fox piano river` …
    public final List<String> done = new ArrayList<>();
    /// Neither rooms nor safety numbers can be read.
    public boolean broken;
    public final List<RoomAbout> about = new ArrayList<>();
    public final List<OwnRoom> rooms = new ArrayList<>();
    /// Of every room.
    public final Map<Fingerprint, Admitted> admitted = new LinkedHashMap<>();
    public final List<OfferedWords> offers = new ArrayList<>();
    /// Who does not have new words yet, of every room.
    public final Map<Fingerprint, String> lacking = new LinkedHashMap<>();
    public final List<NetworkAdapter> adapters = new ArrayList<>();
    public final Map<Fingerprint, Contact> people = new LinkedHashMap<>();
    public final Set<Fingerprint> wellKnown = new HashSet<>();
    public final List<NodeWatcher> watchers = new ArrayList<>();
    public final FakePacketTap wire = new FakePacketTap();
    public final FakeExaminer doctor = new FakeExaminer();
    public final FakeLookAround lookAround = new FakeLookAround();
    public final FakeActivity activity = new FakeActivity();
    public Chosen chosen = new Chosen("Max", Path.of("/home/max/Downloads"), AcceptRule.ASK, List.of(), List.of());
    /// What the next change is refused with; null: it is taken.
    public @Nullable CommandException refusal;
    /// Who hears of the words that are tried.
    public @Nullable TrialWatcher trial;
    public final FakeChats chats = new FakeChats(SELF);
    public final FakeFileTransfers files = new FakeFileTransfers();
    /// Nobody can say which rooms there are, nor a safety number.
    public boolean unreadable;
    private int suggested;

    public NodePorts ports() {
        return new NodePorts(SELF, chats, files, this, this, this, watcher -> {
            watchers.add(watcher);
            return () -> watchers.remove(watcher);
        }, new NetworkPorts(wire, doctor, lookAround));
    }

    public void tell(NodeEvent event) {
        for (NodeWatcher watcher : List.copyOf(watchers)) watcher.take(event, Instant.EPOCH);
    }

    public static CommandException full() {
        return new CommandException(Code.STORAGE, "The disk is full.");
    }

    private void changed(String what) throws CommandException {
        if (refusal != null) throw refusal;
        done.add(what);
    }

    @Override
    public boolean isWellKnown(Fingerprint peer) {
        return wellKnown.contains(peer);
    }

    @Override
    public List<Contact> contacts() {
        return List.copyOf(people.values());
    }

    @Override
    public @Nullable Contact contact(Fingerprint peer) {
        return people.get(peer);
    }

    @Override
    public Activity activity() {
        return activity;
    }

    @Override
    public Safety safety(Fingerprint peer) {
        if (broken) throw new IllegalStateException("the number cannot be read");
        Contact contact = people.get(peer);
        return new Safety(peer, contact == null ? "" : contact.name(), "01234 56789 98765 43210 11111 22222",
                contact != null && contact.verified());
    }

    @Override
    public void setVerified(Fingerprint peer, boolean verified) throws CommandException {
        changed("verified " + verified);
        people.computeIfPresent(peer, (_, c) -> with(c, Trait.VERIFIED, verified));
    }

    @Override
    public void setBlocked(Fingerprint peer, boolean blocked) throws CommandException {
        changed("blocked " + blocked);
        people.computeIfPresent(peer, (_, c) -> with(c, Trait.BLOCKED, blocked));
    }

    @Override
    public List<RoomAbout> roomsAbout() {
        return List.copyOf(about);
    }

    @Override
    public List<Present> here() {
        throw new AssertionError("windows list contacts");
    }

    @Override
    public void connect(TypedAddress address) {
        throw new AssertionError("windows hand on what was typed");
    }

    @Override
    public void connect(String address) throws CommandException {
        changed("connect " + address);
    }

    @Override
    public List<OwnRoom> rooms() {
        if (broken) throw new IllegalStateException("the number cannot be read");
        if (unreadable) throw new IllegalStateException("the rooms cannot be read");
        return List.copyOf(rooms);
    }

    @Override
    public Map<Fingerprint, Admitted> admitted(String key) {
        return Map.copyOf(admitted);
    }

    @Override
    public List<OfferedWords> offeredWords() {
        return List.copyOf(offers);
    }

    @Override
    public OwnRoom changeWords(String key, @Nullable String words, Set<Fingerprint> chosen) throws CommandException {
        changed("new words of " + key + " for " + chosen.size());
        return rooms.getFirst();
    }

    @Override
    public OwnRoom takeWords(String change) throws CommandException {
        changed("take " + change);
        offers.clear();
        return rooms.getFirst();
    }

    @Override
    public void declineWords(String change) throws CommandException {
        changed("decline " + change);
        offers.clear();
    }

    @Override
    public Receivers wordsGoTo(String key, Set<Fingerprint> without) {
        var proposed = new HashSet<>(lacking.keySet());
        for (Contact each : people.values()) {
            boolean isMember = each.member() && each.rooms().contains(key) && !each.blocked();
            if (isMember && proposed.size() < Continuation.CHOSEN_MAX) proposed.add(each.peer());
        }
        return new Receivers(proposed, 0);
    }

    @Override
    public Map<Fingerprint, String> lackingWords(String key) {
        return Map.copyOf(lacking);
    }

    @Override
    public String suggestKey() {
        return suggested++ == 0 ? "amber fox piano river" : "stone cloud lamp tiger";
    }

    @Override
    public OwnRoom join(String name, @Nullable String words) throws CommandException {
        changed(words == null ? "open " + name : "join " + name + " " + words);
        return entered(name, words, words != null);
    }

    @Override
    public OwnRoom create(String name, String words) throws CommandException {
        changed("create " + name + " " + words);
        return entered(name, words, false);
    }

    @Override
    public Subscription tryToJoin(String name, String words, @Nullable String insteadOf, TrialWatcher watcher)
            throws CommandException {
        changed("try " + name + " " + words + (insteadOf == null ? "" : " instead of " + insteadOf));
        trial = watcher;
        return () -> done.add("give up " + name);
    }

    /// The words that are tried are right.
    public void joinTried(String name, String words) {
        requireNonNull(trial).ended(new TrialResult.Joined(entered(name, words, false)));
    }

    private OwnRoom entered(String name, @Nullable String words, boolean doubtful) {
        var room = PlainRecords.ownRoom("#" + name, "#" + name + (words == null ? " (open)" : ""), name, words == null,
                words == null, words, false, doubtful);
        rooms.add(room);
        return room;
    }

    @Override
    public WayBack leave(String key) throws CommandException {
        changed("leave " + key);
        List<OwnRoom> left = rooms.stream().filter(room -> room.key().equals(key)).toList();
        rooms.removeAll(left);
        return new WayBack() {
            @Override
            public String label() {
                return left.getFirst().label();
            }

            @Override
            public boolean open() {
                return left.getFirst().open();
            }

            @Override
            public OwnRoom take() throws CommandException {
                changed("back in " + key);
                rooms.addAll(left);
                return left.getFirst();
            }
        };
    }

    @Override
    public Chosen chosen() {
        return chosen;
    }

    @Override
    public void rename(String name) throws CommandException {
        changed("rename " + name);
        chosen = new Chosen(name, chosen.downloads(), chosen.accept(), chosen.interfaces(), chosen.addresses());
    }

    @Override
    public void setDownloads(Path folder) throws CommandException {
        changed("downloads " + folder);
        chosen = new Chosen(chosen.name(), folder, chosen.accept(), chosen.interfaces(), chosen.addresses());
    }

    @Override
    public void setAccept(AcceptRule rule) {
        done.add("accept " + rule.word());
        chosen = new Chosen(chosen.name(), chosen.downloads(), rule, chosen.interfaces(), chosen.addresses());
    }

    @Override
    public void setInterfaces(List<String> names) {
        done.add("interfaces " + names);
        chosen = new Chosen(chosen.name(), chosen.downloads(), chosen.accept(), names, chosen.addresses());
        adapters.replaceAll(card -> new NetworkAdapter(card.name(), card.title(), card.addresses(),
                names.isEmpty() || names.contains(card.name())));
    }

    @Override
    public void setAddresses(List<String> addresses) throws CommandException {
        changed("addresses " + addresses);
        chosen = new Chosen(chosen.name(), chosen.downloads(), chosen.accept(), chosen.interfaces(), addresses);
    }

    @Override
    public List<NetworkAdapter> adapters() {
        return List.copyOf(adapters);
    }

    private static Contact with(Contact contact, Trait trait, boolean holds) {
        var traits = EnumSet.noneOf(Trait.class);
        traits.addAll(contact.traits());
        if (holds) {
            traits.add(trait);
        } else {
            traits.remove(trait);
        }
        return new Contact(contact.peer(), contact.name(), traits, contact.rooms(), contact.awaited(),
                contact.listed(), contact.endpoints(), contact.status());
    }
}
