package io.landline.node;

import io.landline.filetransfer.AcceptRule;
import io.landline.node.conversation.ConversationDrafts;
import io.landline.node.conversation.ConversationList;
import io.landline.node.conversation.ConversationOptions;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.conversation.ItemReader;
import io.landline.node.conversation.NodeMessageNotes;
import io.landline.node.conversation.PausedPeople;
import io.landline.node.conversation.PollReader;
import io.landline.node.conversation.ReadMarks;
import io.landline.node.conversation.WindowPages;
import io.landline.node.file.CompleteOffers;
import io.landline.node.file.NodeFileTransfers;
import io.landline.node.file.TransferList;
import io.landline.node.file.TransferRetries;
import io.landline.node.handin.NodeHandIns;
import io.landline.node.message.Forwarding;
import io.landline.node.message.NodeChats;
import io.landline.node.message.NodeMessageActs;
import io.landline.node.network.BlockDecisions;
import io.landline.node.network.ContactList;
import io.landline.node.network.NodeContacts;
import io.landline.node.network.NodeLookAround;
import io.landline.node.network.NodeNetwork;
import io.landline.node.network.NodePacketTap;
import io.landline.node.port.Chats;
import io.landline.node.port.Contacts;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.LookAround;
import io.landline.node.port.MessageActs;
import io.landline.node.port.NodeEvent.Bye;
import io.landline.node.port.NodeEvent.Ready;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.PacketTap;
import io.landline.node.port.Preferences;
import io.landline.node.port.Rooms;
import io.landline.node.port.Subscription;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.ConversationIds;
import io.landline.node.shelf.NodeShelves;
import io.landline.peer.Fingerprint;
import io.landline.presence.DatagramListener;
import io.landline.settings.ProfileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One running Landline: everything that a window or a command line can do. Any thread; what waits for the disk says
/// so.
public final class Node implements AutoCloseable {
    /// @param udpPort null where another program holds the shared port
    public record Status(String name, Fingerprint fingerprint, Path profile, int tcpPort, @Nullable Integer udpPort,
            List<String> interfaces, Path downloads, String accept) {}

    /// The program ends within five seconds; this leaves one for its last lines.
    static final Duration CLOSING_MAX = Duration.ofSeconds(4);
    private static final System.Logger LOG = System.getLogger(Node.class.getName());

    final NodeParts parts;
    private final OpenProfile profile;
    private final ProfileReader reader;
    private final Chats chats;
    private final FileTransfers fileTransfers;
    private final Contacts contacts;
    private final Rooms rooms;
    private final Preferences preferences;
    private final NodeNetwork network;
    private final PacketTap packetTap;
    private final LookAround lookAround;
    private boolean started;
    private boolean closed;

    private Node(NodeParts parts) {
        this.parts = parts;
        profile = parts.profile;
        TrustParts trust = parts.trust;
        PresenceParts here = parts.here;
        ConversationParts talk = parts.talk;
        FileParts files = parts.files;
        Fingerprint self = profile.identity().fingerprint();
        var members = new MemberRecords(talk.stores.admissions(), trust.book::chosenFor, trust.standings,
                trust.standings, talk.names, self);
        var writer = new ConversationWriter(parts.resolver, trust.rooms, talk.conversations, files.transfers,
                talk.changes);
        BooleanSupplier showsRead = () -> profile.settings().shareActivity();
        Supplier<ItemReader> readers = () -> new ItemReader(self, talk.names, profile.timelines(),
                profile.timelineViews(), showsRead.getAsBoolean());
        var people = new ConversationPeople(trust.rooms, members, talk.names, parts.members::joinedNow,
                talk.conversations::directPeer, trust.blocked::contains, self);
        var polls = new PollReader(readers, talk.joined, people::of, self);
        reader = new ProfileReader(profile, trust.rooms, parts.resolver, talk.names, talk.messages, members,
                talk.joined, talk.labels, polls);
        var acts = new NodeMessageActs(talk.conversations, parts.resolver, writer, trust.rooms, talk.joined,
                profile.timelineViews(), readers, polls,
                new Forwarding(writer, new CompleteOffers(profile.transferHistory()), profile.timelineViews(),
                        talk.labels),
                self);
        var ids = new ConversationIds(parts.resolver, self);
        var options = new ConversationOptions(ids, profile.choices(), talk.changes::changed);
        var pages = new WindowPages(profile.timelines(), talk.joined, profile.timelineSearch(), trust.rooms,
                readers);
        var history = new NodeChatHistory(profile, parts, ids, options, pages, readers);
        var notes = new NodeMessageNotes(profile.saved(), profile.receiptTimes(), profile.timelineViews(),
                talk.labels, readers, showsRead, self);
        chats = new NodeChats(ids,
                new NodeChats.Writing(acts, notes, writer, new ReadMarks(talk.joined, writer), options,
                        new ConversationDrafts(profile.drafts(), trust.rooms, ids)),
                new NodeChats.Reading(history,
                        new ConversationList(profile.timelines(), talk.joined, talk.calls, trust.rooms,
                                profile.choices(), readers),
                        pages, new PausedPeople(talk.conversations, talk.names), talk.changes));
        contacts = new NodeContacts(self,
                new ContactList(self, here.people, trust.standings, talk.known, trust.rooms, talk.conversations,
                        trust.book::chosenFor, parts.sessions, parts.activity),
                parts.activity, trust.standings,
                new BlockDecisions(trust.blocked, trust.standings, talk.conversations::authorKey, profile.clock()),
                parts.sessions, parts::standingChanged, parts.typed);
        var handIns = new NodeHandIns(self, parts.handInBook, talk.names,
                new NodeHandIns.Writing(talk.conversations, parts.resolver, writer, profile.clock()),
                new NodeHandIns.Known(contacts, trust.blocked, trust.rooms, profile.timelineViews(), files.transfers,
                        profile.transferHistory()));
        fileTransfers = new NodeFileTransfers(profile.transferHistory(), files.transfers,
                new TransferList(talk.labels, talk.names, files.space),
                new TransferRetries(profile.transferHistory(), files.transfers, writer, profile.timelineViews(),
                        trust.blocked),
                reader.unreachedOffers(), files.limits, trust.blocked, handIns,
                new NodeShelves(self, files.shelves, new NodeShelves.Naming(parts.resolver, talk.labels, talk.names),
                        profile::privateFiles, profile.clock(), talk.changes::changed));
        rooms = new NodeRooms(trust.rooms, parts.resolver, members, parts::roomsChanged, parts.words.decisions,
                profile.choices()::names,
                trust.warnings::ofWeakKey, parts.trials, parts.sessions::tryRooms);
        network = new NodeNetwork(profile, trust.rooms, here.presence, parts.sessions, parts.tcpPort, parts.guard,
                here.hellos, here.copied);
        packetTap = new NodePacketTap(here.presence, network);
        lookAround = new NodeLookAround(parts.sessions, network);
        preferences = new NodePreferences(profile, here.presence, parts.announcement, parts.sessions, parts.typed,
                name -> {
                    talk.conversations.named(name);
                    parts.guard.unseen(false);
                });
    }

    /// Opens profile, database and sockets, in this order; nothing is sent yet. Takes some 0.3 s for each room key that
    /// was not stretched before.
    public static Node open(NodeOptions options) throws NodeException {
        return open(options, _ -> {});
    }

    /// @param progress as in [OpenProfile#openTelling]
    public static Node open(NodeOptions options, IntConsumer progress) throws NodeException {
        return new Node(NodeParts.open(options, progress));
    }

    /// See [io.landline.node.profile.ProfileTroubles#sentences].
    public List<String> troubles() {
        return profile.troubles().sentences();
    }

    /// Says that it is ready, and from then on is seen: the first announce leaves within 10 ms. Some tenths of a second
    /// go by before, in which it makes ready for its first meeting.
    public void start() {
        start(false);
    }

    /// The same, but until the user has chosen a name, or joined a room, it only listens: nothing is announced, and
    /// nobody is let in.
    public void startUnseen() {
        start(true);
    }

    private void start(boolean unseen) {
        synchronized (this) {
            if (started || closed) return;
            started = true;
        }
        parts.here.presence.warmUp();
        Status status = status();
        parts.events.begin(
                new Ready(status.name(), status.fingerprint(), status.tcpPort(), status.udpPort(), status.profile()));
        parts.start(unseen);
    }

    /// Events from now on. The watcher is called on the threads of the node: it only puts things aside.
    public Subscription watch(NodeWatcher watcher) {
        return parts.events.watch(watcher);
    }

    /// What this user writes from now on, in the events of what others write. Called as [#watch].
    public Subscription watchOwn(NodeWatcher watcher) {
        return parts.ownEntries.watch(watcher);
    }

    /// Every presence datagram in and out from now on.
    public Subscription watchDatagrams(DatagramListener listener) {
        parts.here.presence.watch(listener);
        return () -> parts.here.presence.unwatch(listener);
    }

    /// How this node stands on the network.
    public NodeNetwork network() {
        return network;
    }

    // Ports: what windows and the command line use

    public MessageActs acts() {
        return chats.acts();
    }

    public Chats chats() {
        return chats;
    }

    public FileTransfers fileTransfers() {
        return fileTransfers;
    }

    public Contacts contacts() {
        return contacts;
    }

    public Rooms rooms() {
        return rooms;
    }

    public Preferences preferences() {
        return preferences;
    }

    public PacketTap packetTap() {
        return packetTap;
    }

    public LookAround lookAround() {
        return lookAround;
    }

    /// What the profile remembers: history, rooms, safety numbers.
    public ProfileReader reader() {
        return reader;
    }

    // Itself

    public Status status() {
        OptionalInt shared = parts.here.presence.sharedPort();
        Integer udpPort = shared.isPresent() ? (Integer) shared.getAsInt() : null;
        return new Status(profile.name().value(), fingerprint(), profile.profile().folder().toAbsolutePath(),
                parts.tcpPort, udpPort, profile.settings().network().interfaces(), profile.downloads(),
                profile.settings().accept().word());
    }

    /// Whether the profile lies where other computers write too. Asks the system.
    public boolean isOnNetworkShare() {
        return profile.profile().isOnNetworkShare();
    }

    public Fingerprint fingerprint() {
        return profile.identity().fingerprint();
    }

    public AcceptRule acceptRule() {
        return profile.settings().accept();
    }

    /// For the program that opens this node's local socket.
    public ProfileLock lock() {
        return profile.lock();
    }

    /// Stops dialling and listening, says that it leaves, and closes all, in the reverse order of opening. The last
    /// event is [Bye]. Waits for the disk, also for one that hangs. Safe to call twice.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
        }
        parts.close();
    }

    /// As [#close], for a program that ends now: a part that a hanging disk holds is left after [#CLOSING_MAX]. What
    /// was confirmed is on the disk, so the end of the process costs nothing of it.
    public void closeForExit() {
        closeWithin(CLOSING_MAX);
    }

    void closeWithin(Duration longest) {
        Thread end = Thread.ofPlatform().name("node-end").daemon().start(this::close);
        try {
            if (end.join(longest)) return;
            LOG.log(System.Logger.Level.WARNING, "the disk does not answer; the program ends without it");
            parts.events.publish(new Bye());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
