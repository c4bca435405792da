package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.NodeEvent.Progress;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.Subscription;
import io.landline.peer.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Somebody is blocked while others of the room give parts of their files, of real nodes on the loopback interface.
class BlockedMeanwhileTest extends LoopbackNodes {
    private static final int BYTES = 40_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BYTES_A_SECOND = 4_000_000;

    /// Until each has done what is tested while the film is on its way.
    private Subscription slow;

    private static TransferState state(RunningForTest who) {
        return who.node.fileTransfers().open().getFirst().state();
    }

    /// Once all three have met, Ben offers a film to the room, slowly; an eighth of it is at Ada's.
    private Progress begins(RunningForTest ada, RunningForTest ben, RunningForTest cid) throws Exception {
        byte[] bytes = new byte[BYTES];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("film"), bytes);
        for (RunningForTest each : List.of(ben, cid)) {
            ada.awaitJoined(each);
            each.awaitJoined(ada);
        }
        ben.awaitJoined(cid);
        slow = ben.node.fileTransfers().limit(Direction.OUT, BYTES_A_SECOND);
        ben.node.chats().send("#class", FilesToSend.of(List.of(file)));
        return ada.await(Progress.class, each -> each.bytes() > BYTES / 8);
    }

    /// Paused and resumed by its receiver, and by its sender, while each has blocked a third person.
    @Test
    void aTransferOfOthersIsResumedWhileSomebodyElseIsBlocked() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben"); var cid = start("Cid")) {
            Progress begun = begins(ada, ben, cid);
            String transfer = begun.id().transfer();
            ada.node.contacts().setBlocked(cid.node.fingerprint(), true);
            ada.node.fileTransfers().pause(transfer);
            ada.node.fileTransfers().resume(transfer);
            ben.node.contacts().setBlocked(cid.node.fingerprint(), true);
            ben.node.fileTransfers().pause(transfer);
            ben.node.fileTransfers().resume(transfer);
            slow.close();
            assertEquals(BYTES, ada.await(Transferred.class, _ -> true).bytes());
        }
    }

    @Test
    void theTransferWaitsAndGoesOnAfterwards() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben"); var cid = start("Cid")) {
            begins(ada, ben, cid);
            ada.node.contacts().setBlocked(ben.node.fingerprint(), true);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (state(ada) != TransferState.WAITING && System.nanoTime() < end) Thread.onSpinWait();
            assertEquals(TransferState.WAITING, state(ada));
            ada.node.contacts().setBlocked(ben.node.fingerprint(), false);
            slow.close();
            Transferred got = ada.await(Transferred.class, _ -> true);
            assertEquals(BYTES, got.bytes());
        }
    }
}
