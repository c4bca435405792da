package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A file that one receiver has already is lost to those alone who come after the change: the sender's progress goes on
/// counting it for the first.
class LostForOthersTest extends SwarmFixture {
    private static final int LARGE_CHUNKS = 10;
    private static final long ALL = 13L * MIB;

    private final CountDownLatch secondFile = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    private EntryId offered(Path large) throws IOException {
        return anna.transfers.offer(TransferNode.CONVERSATION, List.of(large, file("zebra", 3 * MIB)));
    }

    /// Somebody else without a swarm asks for all of it, once the file has changed.
    private void lostToAnother(EntryId id, Path large) throws IOException {
        Files.write(large, new byte[]{1}, StandardOpenOption.APPEND);
        TransferNode late = receiver(new FakeSession.Wire() {}, new FakeSession.Wire() {});
        anna.tell(late, id);
        var end = late.recorder.await(Told.Transferred.class);
        assertEquals(1, end.failures().files());
    }

    private long totalOf(TransferNode receiver) {
        return anna.transfers.open()
                .stream()
                .filter(each -> each.peer().equals(receiver.fingerprint))
                .map(TransferView::amount)
                .mapToLong(TransferView.Amount::total)
                .findFirst()
                .orElseThrow();
    }

    private void assertCountsAll(EntryId id, Path large, TransferNode first) throws IOException {
        while (Files.notExists(first.downloads.resolve("large"))) Thread.onSpinWait();
        lostToAnother(id, large);
        assertEquals(ALL, totalOf(first));
    }

    @Test
    void whatAReceiverHasAlreadyCountsInItsProgress() throws Exception {
        Path large = file("large", LARGE_CHUNKS * MIB);
        EntryId id = offered(large);
        TransferNode first = receiver(new FakeSession.Wire() {
            @Override
            public Frame bulk(Frame frame) {
                if (frame.type() == FrameType.DATA && chunk(frame) >= LARGE_CHUNKS) {
                    secondFile.countDown();
                    Patience.await(open);
                }
                return frame;
            }
        }, new Helping());
        anna.tell(first, id);
        secondFile.await();
        assertCountsAll(id, large, first);
        open.countDown();
        var end = first.recorder.await(Told.Transferred.class);
        assertTrue(end.failures().none());
    }

    @Test
    void soItDoesInASwarm() throws Exception {
        Path large = file("large", LARGE_CHUNKS * MIB);
        EntryId id = offered(large);
        var passed = new CountDownLatch(LARGE_CHUNKS);
        TransferNode first = receiver(new Counted() {
            @Override
            public @Nullable Frame bulk(Frame frame) {
                if (frame.type() != FrameType.DATA) return frame;
                if (chunk(frame) < LARGE_CHUNKS) passed.countDown();
                return chunk(frame) < LARGE_CHUNKS ? frame : null;
            }
        }, new Helping());
        anna.tell(first, id);
        passed.await();
        assertCountsAll(id, large, first);
    }
}
