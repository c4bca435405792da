package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.ShelfSeen;
import io.landline.node.port.NodeEvent.ShelfTake;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.ShelfCommands;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.node.port.TimelineItem;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Direction;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.shelf.ShelfItem;
import io.landline.shelf.ShelfPage;
import io.landline.shelf.ShelfRefusal;
import io.landline.shelf.WantedItem;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Shelves between real nodes on the loopback interface.
@ExtendWith(BackgroundFailures.class)
class ShelfTest {
    private static final List<String> TOP = List.of();
    private static final int ITEMS_MAX = 100;

    @TempDir
    Path folder;
    private Path photos;
    private int udpPort;

    @BeforeEach
    void prepare() throws IOException {
        udpPort = FreePorts.udp();
        photos = Files.createDirectories(folder.resolve("Photos/2024")).getParent();
        Files.writeString(photos.resolve("2024/a.jpg"), "aaa");
        Files.writeString(photos.resolve("2024/b.txt"), "bb");
        Files.writeString(photos.resolve("top.txt"), "top");
        Files.writeString(photos.resolve(".hidden"), "h");
        Files.writeString(photos.resolve("2024/.hidden"), "h");
    }

    /// Nobody here takes an offer by a rule.
    private RunningForTest start(String name) throws NodeException {
        return RunningForTest.start(folder, name, udpPort, RunningForTest.room(), AcceptRule.ASK);
    }

    private static ShelfCommands shelves(RunningForTest of) {
        return of.node.fileTransfers().shelves();
    }

    private static Shelf seen(RunningForTest bob, Shelf shelf) throws Exception {
        bob.await(ShelfSeen.class, each -> each.shelf().equals(shelf.id()) && each.open());
        return shelves(bob).find(shelf.id());
    }

    private static void refused(Code code, Executable act) {
        assertEquals(code, assertThrows(CommandException.class, act).code());
    }

    private static ShelfTake taken(RunningForTest bob, Shelf shelf, List<String> path, List<String> only)
            throws Exception {
        WantedItem item = shelves(bob).look(shelf, path);
        String take = shelves(bob).take(shelf, List.of(item), only);
        return bob.await(ShelfTake.class, each -> each.take().equals(take));
    }

    /// The offer that is accepted.
    private static String offer(ShelfTake take) {
        return assertInstanceOf(ShelfTake.Offered.class, take.answer()).offer();
    }

    private static void here(RunningForTest bob, ShelfTake take) throws InterruptedException {
        bob.await(Transferred.class, each -> each.id().offer().equals(offer(take)));
    }

    private static List<String> received(RunningForTest bob) throws IOException {
        try (Stream<Path> all = Files.walk(bob.downloads)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> bob.downloads.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    /// Also where it arrived before the node was started again: then no event tells of it.
    private static boolean hasArrived(RunningForTest bob, String offer) throws CommandException {
        return bob.node.fileTransfers()
                .ofOffers(List.of(offer))
                .stream()
                .anyMatch(each -> each.state() == TransferState.DONE);
    }

    private static List<String> names(ShelfPage page) {
        return page.items().stream().map(ShelfItem::name).toList();
    }

    /// One group of nodes for all that needs them up at once: starting them is what takes time.
    @Test
    void membersBrowseAFolderAndTakeFromItWithoutAQuestion() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.awaitJoined(ada);
            ada.awaitJoined(bob);
            Shelf own = shelves(ada).add("#class", photos, null);
            assertEquals(List.of("Photos", "#class", ""), List.of(own.title(), own.conversation(), own.name()));
            Shelf shelf = seen(bob, own);
            assertEquals(List.of("Photos", "#class", "Ada"),
                    List.of(shelf.title(), shelf.conversation(), shelf.name()));
            assertEquals(List.of("2024", "top.txt"), names(shelves(bob).list(shelf, TOP, null)));
            assertEquals(List.of("a.jpg", "b.txt"), names(shelves(bob).list(shelf, List.of("2024"), null)));
            here(bob, taken(bob, shelf, List.of("top.txt"), List.of()));
            here(bob, taken(bob, shelf, List.of("2024"), List.of("*.jpg")));
            assertEquals(List.of("2024/a.jpg", "top.txt"), received(bob));
            givingIsNoMessageAndWhatOneTookIsNotUnread(ada, bob);
            here(bob, taken(bob, shelf, TOP, List.of()));
            assertEquals(List.of("2024/a.jpg", "Photos/2024/a.jpg", "Photos/2024/b.txt", "Photos/top.txt", "top.txt"),
                    received(bob));
            whatIsNotThereIsRefused(ada, bob, own, shelf);
            somebodyBlockedSeesNothing(ada, bob, own);
            theShelfIsRemoved(ada, bob, own, shelf);
        }
    }

    private void givingIsNoMessageAndWhatOneTookIsNotUnread(RunningForTest ada, RunningForTest bob)
            throws CommandException {
        assertEquals(List.of("#class"), ada.node.chats().list().stream().map(Conversation::key).toList());
        assertEquals(2, ada.node.fileTransfers().recent().size());
        Conversation direct = bob.node.chats().list().stream().filter(each -> each.peer() != null).findAny().get();
        assertEquals(0, direct.unread());
        assertNull(bob.node.chats().unread(direct.key(), null).first());
        List<TimelineItem> items = bob.node.chats().page(direct.key(), null, ITEMS_MAX).items();
        assertEquals(2, items.size());
        for (TimelineItem each : items)
            assertTrue(each instanceof TimelineItem.Offer offer && offer.taken(), each::toString);
    }

    private void whatIsNotThereIsRefused(RunningForTest ada, RunningForTest bob, Shelf own, Shelf shelf)
            throws Exception {
        refused(Code.NO_FILE, () -> shelves(bob).look(shelf, List.of(".hidden")));
        refused(Code.NO_FILE, () -> shelves(bob).list(shelf, List.of("gone"), null));
        refused(Code.NO_SHELF, () -> shelves(bob).find("Videos"));
        CommandException noSharp = assertThrows(CommandException.class, () -> shelves(ada).add("class", photos, null));
        assertEquals("Nobody called class is here or was met before. Did you mean #class?", noSharp.getMessage());
        refused(Code.NOT_POSSIBLE, () -> shelves(bob).remove(shelf.id()));
        refused(Code.NOT_POSSIBLE, () -> shelves(ada).list(own, TOP, null));
        WantedItem before = shelves(bob).look(shelf, List.of("top.txt"));
        Files.writeString(photos.resolve("top.txt"), "longer");
        String take = shelves(bob).take(shelf, List.of(before), List.of());
        assertEquals(new ShelfTake.Refused(ShelfRefusal.CHANGED),
                bob.await(ShelfTake.class, each -> each.take().equals(take)).answer());
        refused(Code.NOT_POSSIBLE, () -> shelves(ada).add("#class", ada.node.status().profile(), null));
        refused(Code.NOT_POSSIBLE, () -> shelves(ada).add("#class", Path.of("/"), null));
        refused(Code.NOT_POSSIBLE, () -> shelves(ada).add("#class", photos.resolve("top.txt"), null));
        refused(Code.NO_FILE, () -> shelves(ada).add("#class", photos.resolve("gone"), null));
        assertEquals(own.id(), shelves(ada).add("#class", photos, null).id(),
                "the same folder again is the same shelf");
        refused(Code.MALFORMED, () -> shelves(ada).add("#class", photos, " "));
    }

    private static void somebodyBlockedSeesNothing(RunningForTest ada, RunningForTest bob, Shelf own)
            throws Exception {
        ada.node.contacts().setBlocked(bob.node.fingerprint(), true);
        bob.await(ShelfSeen.class, each -> each.shelf().equals(own.id()) && !each.open());
        refused(Code.NO_SHELF, () -> shelves(bob).find(own.id()));
        int from = bob.position();
        ada.node.contacts().setBlocked(bob.node.fingerprint(), false);
        bob.await(ShelfSeen.class, each -> each.shelf().equals(own.id()) && each.open(), from);
    }

    private static void theShelfIsRemoved(RunningForTest ada, RunningForTest bob, Shelf own, Shelf shelf)
            throws Exception {
        int from = bob.position();
        shelves(ada).remove("Photos");
        bob.await(ShelfSeen.class, each -> each.shelf().equals(own.id()) && !each.open(), from);
        assertEquals(List.of(), shelves(ada).shelves());
        refused(Code.NO_SHELF, () -> shelves(bob).list(shelf, TOP, null));
        refused(Code.NO_SHELF,
                () -> shelves(bob).take(shelf, List.of(new WantedItem(TOP, true, 0, 0)), List.of()));
    }

    @Test
    void aShelfAndAWishOutliveTheNodesAndALeftRoomTakesItsShelvesAlong() throws Exception {
        Shelf own;
        String offer;
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.awaitJoined(ada);
            own = shelves(ada).add("#class", photos, "Summer");
            Shelf shelf = seen(bob, own);
            ShelfTake take = taken(bob, shelf, List.of("top.txt"), List.of());
            offer = offer(take);
        }
        try (var ada = start("Ada"); var bob = start("Bob")) {
            Shelf shelf = seen(bob, own);
            assertEquals("Summer", shelf.title());
            while (!hasArrived(bob, offer)) Thread.onSpinWait();
            assertEquals(List.of("top.txt"), received(bob));
            ada.node.rooms().leave("#class");
            bob.await(ShelfSeen.class, each -> !each.open());
            assertEquals(List.of(), shelves(ada).shelves());
            ada.node.rooms().join("class", RunningForTest.KEY);
            assertEquals(List.of(), shelves(ada).shelves());
        }
    }

    /// "caf" and the byte of an acute e in Latin-1, for a folder, and for a file in it.
    @Test
    @EnabledOnOs(OS.LINUX)
    void namesInAnotherEncodingAreBrowsedAndTaken() throws Exception {
        Path cafe = Files.createDirectory(Path.of(URI.create(photos.toUri() + "caf%E9")));
        Files.writeString(Path.of(URI.create(cafe.toUri() + "th%E9.txt")), "tea");
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.awaitJoined(ada);
            ada.awaitJoined(bob);
            Shelf shelf = seen(bob, shelves(ada).add("#class", photos, null));
            assertEquals(List.of("2024", "café", "top.txt"), names(shelves(bob).list(shelf, TOP, null)));
            assertEquals(List.of("thé.txt"), names(shelves(bob).list(shelf, List.of("café"), null)));
            here(bob, taken(bob, shelf, List.of("café", "thé.txt"), List.of()));
            here(bob, taken(bob, shelf, TOP, List.of("*.txt")));
            assertEquals(List.of("Photos/2024/b.txt", "Photos/café/thé.txt", "Photos/top.txt", "thé.txt"),
                    received(bob));
        }
    }

    /// The bound of one member's open takes, over real nodes: what does not fit is refused and said.
    @Test
    void whoLetsOffersStandIsRefusedTheSeventeenth() throws Exception {
        for (int i = 0; i <= io.landline.shelf.ShelfRules.TAKES_OPEN_MAX; i++) {
            Files.writeString(photos.resolve("f" + i), "x");
        }
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.awaitJoined(ada);
            Shelf shelf = seen(bob, shelves(ada).add("#class", photos, null));
            var offers = new ArrayList<String>();
            for (int i = 0; i < io.landline.shelf.ShelfRules.TAKES_OPEN_MAX; i++) {
                // nothing of it is wanted, so nothing of it ends
                offers.add(offer(taken(bob, shelf, List.of("f" + i), List.of("no-such-name"))));
            }
            assertEquals(offers.size(), offers.stream().distinct().count());
            ShelfTake last = taken(bob, shelf, List.of("f16"), List.of());
            assertEquals(new ShelfTake.Refused(ShelfRefusal.TOO_MUCH), last.answer());
            ada.node.fileTransfers().withdraw(offers.getFirst());
            offer(taken(bob, shelf, List.of("f16"), List.of()));
        }
    }

    @Test
    void aShelfNeedsARoomWithAKeyAndAnOfferThatNobodyAskedForWaits() throws Exception {
        try (var ada = RunningForTest.start(folder, "Ada", udpPort,
                new RequestedRoom(new RoomName("class"), true, null))) {
            refused(Code.NOT_POSSIBLE, () -> shelves(ada).add("#class", photos, null));
            refused(Code.NO_ROOM, () -> shelves(ada).add("#none", photos, null));
            assertEquals(List.of(), shelves(ada).shelves());
            assertTrue(ada.all(Offered.class).stream().noneMatch(each -> each.id().direction() == Direction.IN));
            assertFalse(Files.exists(ada.downloads.resolve("Photos")));
        }
    }

    @Test
    void aTitleThatIsALetterOffIsOffered() throws Exception {
        try (var ada = start("Ada")) {
            shelves(ada).add("#class", photos, null);
            var refused = assertThrows(CommandException.class, () -> shelves(ada).find("fotos"));
            assertEquals("No shelf fotos is open to you now: it was removed, or its owner is away. landline shelf list"
                    + " shows those that are.", refused.getMessage());
            refused = assertThrows(CommandException.class, () -> shelves(ada).find("potos"));
            assertEquals(Code.NO_SHELF, refused.code());
            assertEquals("No shelf potos is open to you now. Did you mean Photos?", refused.getMessage());
        }
    }

    /// An offer that no account has would get past the bound on takes, and past what its taker was told.
    @Test
    void theOfferOfATakeThatCannotBeCountedIsWithdrawn() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.awaitJoined(ada);
            Shelf shelf = seen(bob, shelves(ada).add("#class", photos, null));
            try (Database database = Database.open(folder.resolve("Ada").resolve("history.db"))) {
                database.write(Durability.FULL, connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("CREATE TRIGGER uncounted BEFORE INSERT ON shelf_given"
                                + " BEGIN SELECT RAISE(ABORT, 'not counted'); END");
                    }
                });
            }
            taken(bob, shelf, List.of("top.txt"), List.of()); // he may hear of the offer before it is withdrawn
            WantedItem gone = shelves(bob).look(shelf, List.of("2024"));
            Files.move(photos.resolve("2024"), photos.resolve("2025"));
            String next = shelves(bob).take(shelf, List.of(gone), List.of()); // answered behind the first
            bob.await(ShelfTake.class, each -> each.take().equals(next));
            assertEquals(List.of(), ada.node.fileTransfers().open());
        }
    }

    /// As if Ada offered files of other names than Bob saw and asked for, as many and as large.
    @Test
    void anOfferOfOtherNamesThanWereAskedForWaitsForThePerson() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.awaitJoined(ada);
            Shelf shelf = seen(bob, shelves(ada).add("#class", photos, null));
            try (Database database = Database.open(folder.resolve("Bob").resolve("history.db"))) {
                database.write(Durability.FULL, connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("CREATE TRIGGER other AFTER INSERT ON shelf_asked BEGIN UPDATE"
                                + " shelf_asked SET asked = replace(asked, 'top.txt', 'top.pdf'); END");
                    }
                });
            }
            ShelfTake take = taken(bob, shelf, List.of("top.txt"), List.of());
            ShelfTake.Waits waits = assertInstanceOf(ShelfTake.Waits.class, take.answer());
            assertEquals(ShelfTake.WaitReason.DIFFERS, waits.reason());
            assertEquals(List.of(), received(bob));
            Offered offered = bob.await(Offered.class, each -> each.id().offer().equals(waits.offer()));
            bob.node.fileTransfers().accept(offered.id().transfer());
            bob.await(Transferred.class, each -> each.id().offer().equals(waits.offer()));
            assertEquals(List.of("top.txt"), received(bob));
        }
    }
}
