package io.landline.node.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.TransferState;
import io.landline.node.RunningForTest;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.NotRetried;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Retried;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.profile.NodeException;
import io.landline.process.FreePorts;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a person left out of an offer, and takes later in vain.
@ExtendWith(BackgroundFailures.class)
class FailedRestTest {
    @TempDir
    Path folder;
    private int udpPort;

    @BeforeEach
    void choosePort() throws IOException {
        udpPort = FreePorts.udp();
    }

    /// Each try of all that failed asked for it again, and it failed again with the same reason.
    @Test
    void aRestThatIsGoneAtItsSenderIsToldAndTriedAgainByItselfAlone() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            String offer = loseRest(ada, bob);
            FileTransfers files = bob.node.fileTransfers();
            Transfer first = files.ofOffers(List.of(offer)).getFirst();
            String transfer = first.ids().transfer();
            assertEquals(TransferState.DONE, first.state());
            assertEquals(FailureReason.SOURCE_GONE, first.progress().reason());
            assertEquals(new Part(1, 2), first.taken());
            Retried all = files.retryFailed();
            assertEquals(0, all.tried());
            assertEquals(List.of(new NotRetried(transfer, Code.NOT_POSSIBLE, "Its sender could not give the rest, or it"
                    + " came wrong. What is here is kept. That may be over: a retry by its id tries again. What is"
                    + " gone or changed must be offered again.")), all.problems());
            assertEquals(new Retried(1, null, List.of()), files.retry(transfer));
        }
    }

    /// It was left out of all that failed, since what came at first is done.
    @Test
    void theRestThatFailedByItselfIsTriedAgainWithAllThatFailed() throws Exception {
        try (var ada = start("Ada")) {
            try (var bob = start("Bob")) {
                loseRest(ada, bob);
            }
            try (Database database = Database.open(folder.resolve("Bob/history.db"))) {
                database.write(Durability.BATCHED, connection -> {
                    try (var sql = connection.prepareStatement("UPDATE file_transfer SET reason = 'DISK_FULL'")) {
                        return sql.executeUpdate();
                    }
                });
            }
            try (var bob = start("Bob")) {
                assertEquals(new Retried(1, null, List.of()), bob.node.fileTransfers().retryFailed());
            }
        }
    }

    /// Bob takes a part, and the rest fails since Ada has deleted it.
    private String loseRest(RunningForTest ada, RunningForTest bob) throws Exception {
        Path holiday = Files.createDirectories(folder.resolve("Holiday/raw")).getParent();
        Path lost = Files.writeString(holiday.resolve("a.txt"), "a");
        Files.writeString(holiday.resolve("raw/b.txt"), "bb");
        ada.meet(bob);
        FileTransfers files = bob.node.fileTransfers();
        String offer = ada.node.chats().send("Bob", FilesToSend.of(List.of(holiday))).offer();
        String transfer = bob.transferOf(offer);
        assertTrue(files.look(transfer));
        files.accept(transfer, List.of("/Holiday/raw"));
        bob.await(Transferred.class, e -> e.id().transfer().equals(transfer));
        assertEquals(0, files.retryFailed().tried(), "it is done");
        Files.delete(lost);
        files.retry(transfer);
        bob.await(TransferFailed.class, e -> e.id().transfer().equals(transfer));
        return offer;
    }

    private RunningForTest start(String name) throws NodeException {
        return RunningForTest.start(folder, name, udpPort, RunningForTest.room(), AcceptRule.ASK);
    }
}
