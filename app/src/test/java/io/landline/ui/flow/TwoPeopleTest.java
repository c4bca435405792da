package io.landline.ui.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.peer.Direction;
import io.landline.ui.page.Drop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada sits at the window, Bob is another node: they talk and hand each other files. Nodes and window are the same for
/// all of these, as each key that is stretched takes its time; each test uses words and files of its own.
class TwoPeopleTest {
    private static final int FILE_BYTES = 3_000_000;

    @TempDir
    static Path folder;
    private static Flow flow;
    private static LocalNode ada;
    private static LocalNode bob;

    @BeforeAll
    static void meet() throws Exception {
        flow = new Flow(folder);
        ada = flow.windowOf("Ada", LocalNode.KEY);
        bob = flow.friend("Bob", LocalNode.KEY);
        flow.met(ada, bob);
    }

    @AfterAll
    static void part() {
        flow.close();
    }

    @BeforeEach
    void goToTheChats() {
        flow.click("#nav-chats");
    }

    @Test
    void whatIsTypedReachesTheOtherAndIsMarkedSo() {
        flow.open("class");
        flow.click("#composer");
        flow.write("good morning").type(KeyCode.ENTER);
        flow.until(() -> bob.has("#class", "good morning"), "the message at Bob's");
        flow.shows("good morning");
        flow.shows("delivered to");
    }

    @Test
    void whatTheOtherWritesAppearsInTheOpenConversation() throws Exception {
        flow.open("Bob");
        bob.node().chats().say(ada.key(), "are you there?");
        flow.shows("are you there?");
    }

    @Test
    void aMessageToAnAbsentFriendWaitsInSightAndArrivesWhenSheIsBack() throws Exception {
        LocalNode chloe = flow.friend("Chloe", LocalNode.KEY);
        flow.met(ada, chloe);
        chloe.close();
        flow.until(() -> !ada.isConnectedTo(chloe), "Chloe is away");
        flow.open("Chloe");
        flow.click("#composer");
        flow.write("see you").type(KeyCode.ENTER);
        flow.shows("waits until");
        LocalNode again = flow.friend("Chloe", LocalNode.KEY);
        flow.until(() -> again.has(ada.key(), "see you"), "the message at Chloe's");
    }

    @Test
    void aDroppedFileIsOfferedAndShownAsDeliveredWhenItIsTaken() throws Exception {
        flow.open("Bob");
        Path file = file("worksheet.pdf");
        var pane = flow.shown(".chats-conversation");
        assertTrue(flow.onFx(() -> Drop.files(pane, List.of(file))));
        flow.shows("worksheet");
        flow.until(() -> offeredToBob() != null, "the offer at Bob's");
        bob.node().fileTransfers().accept(offeredToBob().ids().transfer());
        flow.shows("Delivered to");
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(bob.downloads().resolve("worksheet.pdf")));
    }

    @Test
    void anOfferThatIsAcceptedOnItsCardStandsInTheDownloads() throws Exception {
        Path file = file("film.mkv");
        bob.node().chats().send("#class", FilesToSend.of(List.of(file)));
        flow.open("class");
        flow.click(".transfers-card-accept");
        flow.shows("Arrived complete and checked");
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(ada.downloads().resolve("film.mkv")));
    }

    @Test
    void anOfferThatIsDeclinedOnThePageOfFilesIsDeclinedForBoth() throws Exception {
        String offer = bob.node().chats().send(ada.key(), FilesToSend.of(List.of(file("game.zip")))).offer();
        flow.click("#nav-transfers");
        flow.click(".transfers-card-decline");
        flow.shows("Declined here. Nothing was saved.");
        flow.until(() -> bob.node().fileTransfers().ofOffers(List.of(offer)).getFirst().state() == TransferState.FAILED,
                "Bob hears of it");
    }

    private static Path file(String name) throws Exception {
        var bytes = new byte[FILE_BYTES];
        new Random(name.hashCode()).nextBytes(bytes);
        return Files.write(Files.createDirectories(folder.resolve("sources")).resolve(name), bytes);
    }

    private static @Nullable Transfer offeredToBob() {
        return bob.node()
                .fileTransfers()
                .recent()
                .stream()
                .filter(each -> each.direction() == Direction.IN && each.state() == TransferState.OFFERED)
                .findFirst()
                .orElse(null);
    }
}
