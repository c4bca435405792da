package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.peer.Direction;
import io.landline.room.EntryId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A sender shows what its receiver has, and not what it handed to the network. Of each transfer here the network gives
/// eight chunks and keeps the later ones.
class SenderProgressTest extends TransferFixture {
    private static final int PASSING = 8;

    private long shown(TransferId id) {
        return anna.transfers.open()
                .stream()
                .filter(view -> view.direction() == Direction.OUT && view.transfer().equals(id))
                .map(TransferView::amount)
                .mapToLong(TransferView.Amount::bytes)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatLiesInTheNetworkIsNotShown() throws Exception {
        Standing standing = standing(file("film", 32 * MIB));
        standing.wire().awaitSent(PASSING + 4);
        anna.recorder.await(Told.Progress.class, told -> told.view().amount().bytes() >= PASSING * MIB);
        assertEquals(PASSING * MIB, shown(standing.id()));
        assertTrue(anna.recorder.all()
                .stream()
                .filter(Told.Progress.class::isInstance)
                .allMatch(told -> told.view().amount().bytes() <= PASSING * MIB));
    }

    @Test
    void itGoesOnFromWhatTheReceiverKept() throws Exception {
        Standing standing = standing(file("film", 32 * MIB));
        standing.wire().awaitSent(PASSING + 4);
        ben.recorder.await(Told.Progress.class, told -> told.view().amount().bytes() == PASSING * MIB);
        standing.end();
        var nothing = new Gate(0);
        anna.connect(ben, nothing);
        nothing.awaitSent(4);
        assertEquals(PASSING * MIB, shown(standing.id()));
    }

    /// As a receiver of the first versions.
    @Test
    void whereTheReceiverDoesNotTellWhatWasHandedToTheNetworkIsShown() throws Exception {
        var told = new CountDownLatch(1);
        var offer = new AtomicReference<EntryId>();
        var gate = new Gate(PASSING) {
            @Override
            public @Nullable Frame control(Frame frame) {
                if (frame.type() == FrameType.ACCEPT) return new FileMessage.Accept(offer.get()).toFrame();
                if (frame.type() != FrameType.RECEIVED) return frame;
                told.countDown();
                return null;
            }
        };
        anna.connect(ben, gate);
        offer.set(anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("film", 32 * MIB))));
        anna.tell(ben, offer.get());
        TransferId id = TransferId.of(offer.get(), ben.fingerprint);
        gate.awaitSent(PASSING + 4);
        told.await();
        assertTrue(shown(id) > PASSING * MIB, shown(id) + " bytes");
    }
}
