package io.landline.node;

import io.landline.filetransfer.TransferState;
import io.landline.node.CommandException.Code;
import io.landline.node.NodeEvent.Offered;
import io.landline.node.NodeEvent.Ready;
import io.landline.people.Person;
import io.landline.peer.Fingerprint;
import io.landline.presence.DatagramListener;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.filetransfer.AcceptRule;
import io.landline.settings.ProfileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One running Landline: everything that a window or a command line can do. Any thread; what waits for the disk says
/// so.
public final class Node implements AutoCloseable {
    public static final int TCP_PORT_USUAL = io.landline.session.ListenSettings.PORT_DEFAULT;

    /// A text that was stored and is on its way.
    ///
    /// @param number the entry's in its log
    public record Said(String conversation, String log, long number) {}

    /// Somebody here, with the rooms that we share now.
    public record Present(Person person, List<String> joined) {}

    /// @param udpPort null where another program holds the shared port
    public record Status(String name, Fingerprint fingerprint, Path profile, int tcpPort, @Nullable Integer udpPort,
            List<String> interfaces, Path downloads, String accept) {}

    private final NodeParts parts;
    private final OpenProfile profile;
    private final OwnRooms rooms;
    private final TransferCommands transfers;
    private final Archive archive;
    private final ConversationWriter writer;
    private final Chats chats;
    private final FileTransfers fileTransfers;
    private final Contacts contacts;
    private final Rooms roomBook;
    private final Preferences preferences;
    private final NodeNetwork network;
    private final PacketTap wire;
    private final LookAround lookAround;
    private boolean started;
    private boolean closed;

    private Node(NodeParts parts) {
        this.parts = parts;
        profile = parts.profile;
        rooms = parts.rooms;
        transfers = new TransferCommands(parts.transfers);
        archive = new Archive(profile, rooms, parts.conversations, parts.chat, parts.resolver);
        writer = new ConversationWriter(archive, parts.conversations, parts.transfers, parts.chat);
        Fingerprint self = profile.identity().fingerprint();
        chats = new NodeChats(profile.timelines(), parts.conversations, rooms, parts.resolver, parts.chat, writer,
                self);
        fileTransfers = new NodeFileTransfers(profile.transferHistory(), parts.transfers, transfers, parts.chat,
                parts.resolver);
        contacts = new NodeContacts(self, parts.network.people(), parts.trust, parts.blocked, rooms,
                parts.conversations,
                parts.sessions, parts.typed, parts::standingChanged);
        roomBook = new NodeRooms(rooms, parts.resolver, parts::roomsChanged, parts::warnOfWeakKey,
                parts.network.trials(), parts.sessions::tryRooms);
        network = new NodeNetwork(parts);
        wire = new NodePacketTap(parts.presence, network);
        lookAround = new NodeLookAround(parts, network);
        preferences = new NodePreferences(profile, parts.presence, parts::own, parts.sessions, parts.typed,
                () -> parts.network.unseen(false));
    }

    /// Opens profile, database and sockets, in this order; nothing is sent yet. Takes some 0.3 s for each room key that
    /// was not stretched before.
    public static Node open(NodeOptions options) throws NodeException {
        return new Node(NodeParts.open(options));
    }

    /// Says that it is ready, and from then on is seen: the first announce leaves within 10 ms.
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
        Status status = status();
        parts.events.publish(
                new Ready(status.name(), status.fingerprint(), status.tcpPort(), status.udpPort(), status.profile()));
        parts.start(unseen);
    }

    /// Events from now on. The watcher is called on the threads of the node: it only puts things aside.
    public Subscription watch(NodeWatcher watcher) {
        return parts.events.watch(watcher);
    }

    /// Every presence datagram in and out from now on.
    public Subscription watchDatagrams(DatagramListener listener) {
        parts.presence.watch(listener);
        return () -> parts.presence.unwatch(listener);
    }

    /// How this node stands on the network.
    public NodeNetwork network() {
        return network;
    }

    // ---- what windows show

    public Chats chats() {
        return chats;
    }

    public FileTransfers fileTransfers() {
        return fileTransfers;
    }

    public Contacts contacts() {
        return contacts;
    }

    public Rooms roomBook() {
        return roomBook;
    }

    public Preferences preferences() {
        return preferences;
    }

    public PacketTap packetTap() {
        return wire;
    }

    public LookAround lookAround() {
        return lookAround;
    }

    // ---- conversations

    /// Writes a text: on the disk when this returns, on its way to every member that is there, kept for the others.
    public Said say(String to, String text) throws CommandException {
        return writer.say(to, text);
    }

    /// A person has seen all that is here of this conversation: `#room`, a name, or a fingerprint.
    public void read(String conversation) throws CommandException {
        writer.read(archive.conversation(conversation));
    }

    /// What the profile remembers: history, rooms, safety numbers.
    public Archive archive() {
        return archive;
    }

    // ---- files

    /// Offers files; the answer is the offer's id in hex. Reads their sizes, not their content.
    public String send(String to, List<Path> paths) throws CommandException {
        return writer.send(to, paths);
    }

    public TransferCommands transfers() {
        return transfers;
    }

    /// An open transfer.
    ///
    /// @param offer as the event that told of its offer
    /// @param pausedByPeer the other side holds it up
    public record OpenTransfer(Offered offer, TransferState state, boolean pausedByPeer) {}

    public List<OpenTransfer> openTransfers() {
        return parts.transfers.open()
                .stream()
                .map(each -> new OpenTransfer(parts.files.offered(each), each.state(), each.pausedByPeer()))
                .toList();
    }

    // ---- rooms

    /// Joins a room, now and at each later start. Stretches the key: 0.3 s.
    ///
    /// @param key null for an open room
    public void join(String roomName, @Nullable String key, boolean open) throws CommandException {
        if (open == (key != null)) {
            throw new CommandException(Code.MALFORMED,
                    "A room is joined with its key, or as an open one: give one of the two.");
        }
        roomBook.join(roomName, key);
    }

    /// Makes a room that others get the words of from here. Stretches the key: 0.3 s.
    public void create(String roomName, String key) throws CommandException {
        roomBook.create(roomName, key);
    }

    /// Lets as much again of this person's be stored today as [io.landline.cost.CostRules] say.
    public void allowMore(Fingerprint person) {
        parts.conversations.allowMore(person);
    }

    /// Leaves a room: its key is forgotten, its history stays.
    public void leave(String text) throws CommandException {
        roomBook.leave(text);
    }

    // ---- people

    /// Everybody here.
    public List<Present> peers() {
        var list = new ArrayList<Present>();
        for (Person person : parts.network.people().here()) {
            var labels = new ArrayList<String>();
            for (RoomId id : parts.network.joined(person.peer())) {
                Room room = rooms.byId(id);
                if (room != null) labels.add(rooms.label(room));
            }
            list.add(new Present(person, labels));
        }
        return list;
    }

    /// Connects to a typed address, once; what comes of it are events. Resolves a name, which may wait for the system.
    public void connect(String host, int port) throws CommandException {
        parts.typed.connectOnce(new TypedAddress(host, port));
    }

    // ---- itself

    public Status status() {
        OptionalInt shared = parts.presence.sharedPort();
        Integer udpPort = shared.isPresent() ? (Integer) shared.getAsInt() : null;
        return new Status(profile.name().value(), fingerprint(), profile.profile().folder().toAbsolutePath(),
                parts.tcpPort, udpPort, profile.settings().interfaces(), profile.downloads(),
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

    /// Stops dialling and listening, says that it leaves, and closes all, in the reverse order of opening; within five
    /// seconds. The last event is [Bye]. Safe to call twice.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
        }
        parts.close();
    }
}
