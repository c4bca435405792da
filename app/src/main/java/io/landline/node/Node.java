package io.landline.node;

import io.landline.chat.ConversationId;
import io.landline.chat.Conversations;
import io.landline.chat.Entry;
import io.landline.chat.EntryStoreException;
import io.landline.chat.EntryText;
import io.landline.filetransfer.OfferConversation;
import io.landline.node.CommandException.Code;
import io.landline.node.NodeEvent.Offered;
import io.landline.node.NodeEvent.Ready;
import io.landline.people.Person;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.presence.DatagramListener;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.filetransfer.AcceptRule;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One running Landline: everything that a window or a command line can do. Any thread; what waits for the disk says so.
public final class Node implements AutoCloseable {
    public static final int TCP_PORT_USUAL = io.landline.session.Settings.PORT_DEFAULT;

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
    private final Conversations conversations;
    private final NodeTransfers transfers;
    private final Addressing addressing;
    private final Archive archive;
    private boolean started;
    private boolean closed;

    private Node(NodeParts parts) {
        this.parts = parts;
        profile = parts.profile;
        rooms = parts.rooms;
        conversations = parts.conversations;
        transfers = new NodeTransfers(parts.transfers);
        addressing = parts.addressing;
        archive = new Archive(profile, rooms, conversations, parts.chat, addressing);
    }

    /// Opens profile, database and sockets, in this order; nothing is sent yet. Takes some 0.3 s for each room key that was not stretched
    /// before.
    public static Node open(NodeOptions options) throws NodeException {
        return new Node(NodeParts.open(options));
    }

    /// Says that it is ready, and from then on is seen: the first announce leaves within 10 ms.
    public void start() {
        synchronized (this) {
            if (started || closed) return;
            started = true;
        }
        Status status = status();
        parts.events.publish(new Ready(status.name(), status.fingerprint(), status.tcpPort(), status.udpPort(), status.profile()));
        parts.start();
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

    // ---- conversations

    /// Writes a text: on the disk when this returns, on its way to whoever is there, kept for the others.
    public Said say(String to, String text) throws CommandException {
        if (text.isEmpty()) throw new CommandException(Code.MALFORMED, "There is no text in this message. Nothing was sent.");
        if (!EntryText.fits(text)) {
            throw new CommandException(Code.TOO_LONG, "A message has at most " + EntryText.MAX_BYTES / 1024
                    + " KiB of whole characters; this one has not. Nothing was sent: send it as a file, or in parts.");
        }
        ConversationId conversation = archive.conversation(to);
        try {
            Entry entry = conversations.say(conversation, new EntryText(text));
            return new Said(parts.chat.label(conversation), entry.log().logHex(), entry.header().number());
        } catch (EntryStoreException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + " The message was not kept and not sent.");
        }
    }

    /// A person has seen all that is here of this conversation: `#room`, a name, or a fingerprint.
    public void read(String conversation) throws CommandException {
        conversations.read(archive.conversation(conversation));
    }

    /// What the profile remembers: history, rooms, safety numbers.
    public Archive archive() {
        return archive;
    }

    // ---- files

    /// Offers files; the answer is the offer's id in hex. Reads their sizes, not their content.
    public String send(String to, List<Path> paths) throws CommandException {
        if (paths.isEmpty()) throw new CommandException(Code.NO_FILE, "No file was named. Nothing was offered.");
        for (Path path : paths) {
            if (!Files.exists(path)) throw new CommandException(Code.NO_FILE, "There is no file " + path + ". Nothing was offered.");
        }
        ConversationId conversation = archive.conversation(to);
        try {
            return parts.transfers.offer(OfferConversation.of(conversation.bytes()), paths).hex();
        } catch (IOException e) {
            throw new CommandException(Code.NO_FILE, String.valueOf(e.getMessage()));
        }
    }

    public NodeTransfers transfers() {
        return transfers;
    }

    /// The transfers of which something may still come, each as the event that told of its offer.
    public List<Offered> openOffers() {
        return parts.transfers.open().stream().map(parts.files::offered).toList();
    }

    // ---- rooms

    /// Joins a room, now and at each later start. Stretches the key: 0.3 s.
    ///
    /// @param key null for an open room
    public void join(String roomName, @Nullable String key, boolean open) throws CommandException {
        String bare = roomName.startsWith("#") ? roomName.substring(1) : roomName;
        if (!RoomName.fits(bare)) {
            throw new CommandException(Code.MALFORMED, "A room's name has 1 to " + RoomName.MAX_BYTES + " bytes and no line breaks.");
        }
        if (open == (key != null)) {
            throw new CommandException(Code.MALFORMED, "A room is joined with its key, or as an open one: give one of the two.");
        }
        Room room = OwnRooms.room(new RoomName(bare), key);
        if (rooms.add(room, true)) roomsChanged();
        parts.warnOfWeakKey(room);
    }

    /// Leaves a room: its key is forgotten, its history stays.
    public void leave(String text) throws CommandException {
        rooms.remove(addressing.room(text));
        roomsChanged();
    }

    private void roomsChanged() {
        parts.sessions.roomsChanged(rooms.all());
        parts.presence.update(parts.own());
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
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) parts.sessions.connect(new InetSocketAddress(address, port), true);
        } catch (IOException e) {
            throw new CommandException(Code.NO_PEER, "This system knows no host called " + host + ". Type its address instead.");
        }
    }

    // ---- itself

    public Status status() {
        OptionalInt shared = parts.presence.sharedPort();
        Integer udpPort = shared.isPresent() ? (Integer) shared.getAsInt() : null;
        return new Status(profile.name().value(), fingerprint(), profile.profile().folder().toAbsolutePath(), parts.tcpPort, udpPort,
                profile.settings().interfaces(), profile.downloads(), profile.settings().accept().word());
    }

    public Fingerprint fingerprint() {
        return profile.identity().fingerprint();
    }

    public AcceptRule acceptRule() {
        return profile.settings().accept();
    }

    /// For whoever opens this node's local socket.
    public ProfileLock lock() {
        return profile.lock();
    }

    /// Stops dialling and listening, says that it leaves, and closes all, in the reverse order of opening; within five seconds. The last
    /// event is [Bye]. Safe to call twice.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
        }
        parts.close();
    }
}
