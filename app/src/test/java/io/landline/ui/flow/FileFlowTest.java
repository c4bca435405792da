package io.landline.ui.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.landline.filetransfer.TransferState;
import io.landline.node.FileTransfers.Transfer;
import io.landline.node.NodeEvent.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files go from one to the other, by the window of one of them.
class FileFlowTest {
    private static final int FILE_BYTES = 3_000_000;

    @TempDir
    Path folder;

    private Path file(String name) throws Exception {
        var bytes = new byte[FILE_BYTES];
        new Random(1).nextBytes(bytes);
        return Files.write(Files.createDirectories(folder.resolve("sources")).resolve(name), bytes);
    }

    @Test
    void aDroppedFileIsOfferedAndShownAsDeliveredWhenItIsTaken() throws Exception {
        try (var flow = new Flow(folder)) {
            LocalNode ada = flow.windowOf("Ada", LocalNode.KEY);
            LocalNode bob = flow.friend("Bob", LocalNode.KEY);
            flow.met(ada, bob);
            flow.open("Bob");
            Path file = file("worksheet.pdf");
            flow.onFx(() -> Drop.files(flow.shown(".chats-conversation"), List.of(file)));
            flow.shows("worksheet");
            flow.until(() -> incoming(bob, TransferState.OFFERED) != null, "the offer at Bob's");
            bob.node().fileTransfers().accept(incoming(bob, TransferState.OFFERED).transfer());
            flow.shows("Delivered to");
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(bob.downloads().resolve("worksheet.pdf")));
        }
    }

    @Test
    void anOfferThatIsAcceptedOnItsCardStandsInTheDownloads() throws Exception {
        try (var flow = new Flow(folder)) {
            LocalNode ada = flow.windowOf("Ada", LocalNode.KEY);
            LocalNode bob = flow.friend("Bob", LocalNode.KEY);
            flow.met(ada, bob);
            Path file = file("film.mkv");
            bob.node().chats().send("#class", List.of(file));
            flow.open("class");
            flow.click(".transfers-card-accept");
            flow.shows("Arrived complete and checked.");
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(ada.downloads().resolve("film.mkv")));
        }
    }

    @Test
    void anOfferThatIsDeclinedOnThePageOfFilesWritesNothing() throws Exception {
        try (var flow = new Flow(folder)) {
            LocalNode ada = flow.windowOf("Ada", LocalNode.KEY);
            LocalNode bob = flow.friend("Bob", LocalNode.KEY);
            flow.met(ada, bob);
            bob.node().chats().send(ada.key(), List.of(file("game.zip")));
            flow.click("#nav-transfers");
            flow.click(".transfers-card-decline");
            flow.shows("You declined it. Nothing was saved.");
            flow.until(() -> bob.node().fileTransfers().recent().getFirst().state() == TransferState.FAILED, "Bob hears of it");
            try (var files = Files.list(ada.downloads())) {
                assertArrayEquals(new Object[0], files.toArray());
            }
        }
    }

    private static Transfer incoming(LocalNode node, TransferState state) {
        return node.node().fileTransfers().recent().stream()
                .filter(each -> each.direction() == Direction.IN && each.state() == state).findFirst().orElse(null);
    }
}
