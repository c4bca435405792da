package io.landline.ui.hostile;

import io.landline.chat.TimelinePosition;
import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.NewestEntry;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.picture.FakeThumbnails;
import io.landline.room.EntryId;
import io.landline.ui.chats.ChatsMemory;
import io.landline.ui.chats.ChatsPage;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.FakePreferences;
import io.landline.ui.transfers.FakeFileTransfers;
import io.landline.ui.transfers.SpeedLimit;
import io.landline.ui.transfers.TransfersViewModel;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Somebody with a name, a message, a room and a file of their choice, as a node without a network gives them to the
/// pages. Everything happens at once. JavaFX thread.
public final class Stranger {
    public static final Fingerprint PEER = FakeChats.peer(7);
    public static final String ROOM = "#class";
    private static final String OFFER = "offer";
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

    final FakeNode node = new FakeNode();
    final FakeWindow window = new FakeWindow();
    private final FakeChats chats = new FakeChats(FakeNode.SELF);
    private final FakeFileTransfers files = new FakeFileTransfers();

    public Stranger(String name, String message, String roomName, String fileName) {
        node.people.put(PEER,
                PlainRecords.contact(PEER, name, Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER, Trait.NOT_THE_ONE),
                        List.of("#" + roomName), List.of("#" + roomName), List.of()));
        node.about.add(new RoomAbout(roomName, "#other", false, 3));
        node.rooms.add(
                PlainRecords.ownRoom(ROOM, "#" + roomName, roomName, false, false, "amber fox piano river", false));
        chats.add(PlainRecords.conversation(ROOM, Kind.ROOM, roomName, null, false, 2,
                new NewestEntry(name, false, NewestEntry.Kind.TEXT, message, THEN)));
        chats.add(PlainRecords.conversation(PEER.hex(), Kind.DIRECT, name, PEER, true, 2,
                new NewestEntry(name, false, NewestEntry.Kind.FILES, "", List.of(fileName), THEN)));
        for (String conversation : List.of(ROOM, PEER.hex())) {
            chats.text(conversation, 1, PEER, name, THEN, message, Delivery.NOWHERE);
            chats.text(conversation, 2, FakeNode.SELF, "", THEN, message, new Delivery(1, 1));
            chats.put(conversation,
                    new Offer(
                            new Head(new TimelinePosition(3, PEER, 3, 1), new EntryId(0, 3), PEER, name, false, THEN,
                                    Delivery.NOWHERE),
                            OFFER + conversation, List.of(fileName), 1, 5_000));
            files.has(PlainRecords.transfer(new Ids(OFFER + conversation, "transfer" + conversation, conversation),
                    Direction.IN,
                    new Other(PEER, name), new Content(List.of(fileName), 1, 5_000),
                    new Progress(TransferState.OFFERED, 0, null, false), THEN, List.of()));
        }
    }

    public static Stranger named(String name) {
        return new Stranger(name, "hello", "class", "a.txt");
    }

    static Stranger saying(String message) {
        return new Stranger("Max", message, "class", "a.txt");
    }

    static Stranger offering(String fileName) {
        return new Stranger("Max", "hello", "class", fileName);
    }

    public PageContext context() {
        return context(Language.ENGLISH);
    }

    public PageContext context(Language language) {
        return context(new FxThread(Runnable::run, Runnable::run), language);
    }

    private PageContext context(FxThread fx, Language language) {
        return window.context(new NodePorts(FakeNode.SELF, chats, files, node, node, node, node.ports().watch(),
                new NetworkPorts(node.wire, node.doctor, node.lookAround)), fx, language);
    }

    /// Whoever still waits for news.
    public int watchers() {
        return node.watchers.size() + chats.watchers.size() + node.wire.watchers.size();
    }

    SpeedLimit limit() {
        return new SpeedLimit(context().node().transfers(), context().background());
    }

    TransfersViewModel transfers() {
        return transfers(context());
    }

    private static TransfersViewModel transfers(PageContext context) {
        return new TransfersViewModel(context, new FakeThumbnails());
    }

    /// The chats page with one of the two conversations open.
    TestedScreen conversation(String key, double width, double height) {
        return conversation(key, new FxThread(Runnable::run, Runnable::run), width, height);
    }

    /// The same, with a door onto the JavaFX thread that the test opens.
    TestedScreen conversation(String key, FxThread fx, double width, double height) {
        PageContext context = context(fx, Language.ENGLISH);
        var page = new ChatsPage(context, transfers(context),
                ChatsMemory.of(context.node().chats(), context.background()),
                new FakePreferences(Language.ENGLISH).look());
        var screen = new TestedScreen(page.view(), width, height);
        page.shown();
        page.open(key);
        screen.settle();
        return screen;
    }
}
