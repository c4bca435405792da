package io.landline.filetransfer.core;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FakeStore;
import io.landline.room.EntryId;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Pages of hashes are asked for once somebody is there who has them.
class SwarmPagesTest extends SwarmFixture {
    /// Time for steps that nothing tells of.
    private static final int A_MOMENT_MILLIS = 500;

    /// Holds up the download before it has asked for anything.
    private static final class SlowStore extends FakeStore {
        private final CountDownLatch begins = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        @Override
        public byte @Nullable [] hashPage(EntryId offer, int number) {
            if (Thread.currentThread().getName().startsWith("files-write-")) {
                begins.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return super.hashPage(offer, number);
        }
    }

    /// Only a page tells of an empty file, and it was asked for once: of nobody.
    @Test
    void whatWasWantedWhileNobodyWasThereIsAskedOfWhoComes() throws Exception {
        receivers(1);
        Path empty = file("empty", 0);
        EntryId id = offer(empty);
        TransferNode ben = receivers.getFirst();
        assertGot(ben, empty);
        var late = new TransferNode(dir.resolve("late"), AcceptRule.ALL);
        late.close();
        var store = new SlowStore();
        late.store = store;
        late.start();
        receivers.add(late);
        FakeSession[] lines = {late.connect(ben, new Helping()), late.connect(anna, new Helping())};
        for (FakeSession line : lines) line.awaitOpened();
        anna.tell(late, id);
        store.begins.await();
        for (FakeSession line : lines) {
            line.cut();
            line.awaitEnd();
        }
        late.transfers.open(); // by then that is known
        store.goesOn.countDown();
        Thread.sleep(A_MOMENT_MILLIS);
        late.connect(ben, new Helping());
        assertGot(late, empty);
    }
}
