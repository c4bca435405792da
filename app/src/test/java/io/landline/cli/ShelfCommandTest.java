package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.node.Node;
import io.landline.node.port.CommandException;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.node.port.Subscription;
import io.landline.queue.Uninterrupted;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `shelf …` between two people: Ada opens a folder to a room, and Bob browses it and takes from it. A node runs for
/// each.
@StartsPrograms
class ShelfCommandTest extends AdaAndBob {
    private static final int OPENED_EVERY_MILLIS = 300;

    private CommandProcess commands;
    private Path photos;

    @BeforeEach
    void openShelves() throws Exception {
        photos = Files.createDirectories(folder.resolve("Photos/2024")).getParent();
        Files.createDirectory(photos.resolve("empty"));
        Files.writeString(photos.resolve("2024/a.jpg"), "aaa");
        Files.writeString(photos.resolve("2024/b.txt"), "bb");
        Files.writeString(photos.resolve("top.txt"), "top");
        meet(null);
        commands = new CommandProcess("en", KEY);
    }

    @AfterEach
    void close() throws Exception {
        closeNodes();
        commands.close(); // what waits for a node ends with it
    }

    private Ran ada(String... arguments) throws IOException {
        return commands.run(folder.resolve("Ada"), arguments);
    }

    private Ran bob(String... arguments) throws IOException {
        return commands.run(folder.resolve("Bob"), arguments);
    }

    private Shelf open(String title) throws CommandException {
        return ada.fileTransfers().shelves().add("#class", photos.resolve("2024"), title);
    }

    /// Again and again, until somebody has seen it.
    private Void openAndClose(String title, CountDownLatch seen) throws Exception {
        boolean over;
        do {
            String shelf = open(title).id();
            over = seen.await(OPENED_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            ada.fileTransfers().shelves().remove(shelf);
        } while (!over);
        return null;
    }

    private static List<JsonObject> json(Ran ran) {
        return ran.text().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    private String received(String path) throws IOException {
        return Files.readString(folder.resolve("Bob-downloads").resolve(path));
    }

    /// One pair of nodes for all that needs a shelf: starting them is what takes time.
    @Test
    void aFolderIsOpenedBrowsedTakenFromAndClosed() throws Exception {
        bob("shelf").assertEnded(ExitCode.USAGE, "Say what to do: ");
        bob("shelf", "list").assertEnded(ExitCode.DONE, "No shelf is open to you now.");
        ada("shelf", "add", "#class", photos.resolve("gone").toString()).assertEnded(ExitCode.FAILED, "gone");
        Ran opened = ada("shelf", "add", "#class", photos.toString(), "--title", "Summer");
        opened.assertEnded(ExitCode.DONE, "  Summer");
        assertTrue(opened.text().startsWith("Opened: "), opened.text());
        String id = opened.text().split(" ")[1];
        ada("shelf", "list").assertEnded(ExitCode.DONE, id + "  #class  yours: Summer (" + photos + ")");
        itIsBrowsed(id);
        itIsTakenFrom(id);
        ada("shelf", "take", "Summer").assertEnded(ExitCode.FAILED, "This shelf is yours");
        Ran listed = ada("shelf", "list", "Summer");
        listed.assertEnded(ExitCode.FAILED, "This shelf is yours: you have its files.");
        assertFalse(listed.text().contains("taken"), listed.text());
        bob("shelf", "remove", "Summer").assertEnded(ExitCode.FAILED, "another's");
        ada("shelf", "remove", id, "--json").assertEnded(ExitCode.DONE, "{\"event\":\"ok\"");
        ada("shelf", "list").assertEnded(ExitCode.DONE, "No shelf is open to you now.");
    }

    private void itIsBrowsed(String id) throws IOException {
        // the command waits for the shelf, which may have come already
        Ran top = bob("shelf", "list", "summer");
        top.assertEnded(ExitCode.DONE, "top.txt  3 B  ");
        assertEquals(List.of("2024/", "empty/"), top.text().lines().limit(2).toList());
        bob("shelf", "list").assertEnded(ExitCode.DONE, id + "  #class  Ada: Summer");
        bob("shelf", "list", id, "empty").assertEnded(ExitCode.DONE, "This folder is empty.");
        List<JsonObject> items = json(bob("shelf", "list", id, "2024/", "--json"));
        assertEquals(List.of("a.jpg", "b.txt"),
                items.stream().filter(each -> each.has("name")).map(each -> each.get("name").getAsString()).toList());
        assertEquals("ok", items.getLast().get("event").getAsString());
        bob("shelf", "list", id, "../up").assertEnded(ExitCode.USAGE, "This is no path in a shelf");
        bob("shelf", "list", id, "gone").assertEnded(ExitCode.FAILED,
                "That is not on the shelf, or not any more: look again.");
    }

    private void itIsTakenFrom(String id) throws IOException {
        bob("shelf", "take", "Summer", "top.txt").assertEnded(ExitCode.DONE, "Bob-downloads/top.txt: ");
        assertEquals("top", received("top.txt"));
        bob("shelf", "take", id, "2024", "--only", "*.jpg").assertEnded(ExitCode.DONE, "Received ");
        assertEquals("aaa", received("2024/a.jpg"));
        assertFalse(Files.exists(folder.resolve("Bob-downloads/2024/b.txt")));
        Ran nothing = bob("shelf", "take", id, "2024", "--only", "*.png", "--json");
        nothing.assertEnded(ExitCode.FAILED, "\"no-file\"");
        nothing.assertEnded(ExitCode.FAILED, "Nothing of it is what --only names: *.png. Nothing was taken.");
        Ran after = bob("transfers", "list", "--json");
        assertFalse(after.text().contains("\"state\":\"offered\""), after.text());
        bob("shelf", "take", id, "gone.txt").assertEnded(ExitCode.FAILED, "That is not on the shelf, or not any more");
    }

    /// As one types it who was just told of a shelf.
    @Test
    void aShelfThatIsOpenedALittleLaterIsWaitedFor() throws Exception {
        commands.begin(folder.resolve("Bob"), "", "shelf", "take", "Films", "a.jpg", "--json");
        var waits = new CountDownLatch(1);
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> others = beside.submit(() -> openAndClose("Talks", waits));
            try {
                commands.until("{\"event\":\"shelf\"", new StringBuilder()); // the command waits
            } finally {
                waits.countDown();
            }
            others.get();
        }
        open("Films");
        commands.finish().assertEnded(ExitCode.DONE, "\"take\"");
        assertEquals("aaa", received("a.jpg"));
    }

    /// What Bob's node does with an offer waits until this is closed.
    private static final class HeldOffer implements AutoCloseable {
        private final CompletableFuture<Offered> came = new CompletableFuture<>();
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private final Subscription watching;

        private HeldOffer(Node bob) {
            watching = bob.watch((event, _) -> {
                if (!(event instanceof Offered offered)) return;
                came.complete(offered);
                Uninterrupted.of(() -> goesOn.await(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS));
            });
        }

        private String await() throws Exception {
            return came.get(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS).id().offer();
        }

        @Override
        public void close() {
            watching.close();
            goesOn.countDown();
        }
    }

    /// Between the offer and the list of what is in it.
    @Test
    void anOwnerWhoTakesTheOfferBackOrLeavesEndsTheCommandWithASentence() throws Exception {
        ada.fileTransfers().shelves().add("#class", photos, "Summer");
        try (var held = new HeldOffer(bob)) {
            commands.begin(folder.resolve("Bob"), "", "shelf", "take", "Summer", "top.txt");
            ada.fileTransfers().withdraw(held.await());
        }
        commands.finish().assertEnded(ExitCode.FAILED, "What Ada offered was taken back or declined.");
        try (var held = new HeldOffer(bob)) {
            commands.begin(folder.resolve("Bob"), "", "shelf", "take", "Summer", "top.txt");
            held.await();
            ada.close();
        }
        commands.finish().assertEnded(ExitCode.LATER, "Ada did not answer.");
    }
}
