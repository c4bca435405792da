package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An offer is taken after all while what an earlier try left of it is still being removed, or could not be.
class RetrySweepTest extends TransferFixture {
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final int LOOK_MILLIS = 50;

    private final SlowStore store = new SlowStore();
    private Path folder;
    private EntryId offer;
    private TransferId id;
    /// Chunks that may still pass.
    private final Semaphore passing = new Semaphore(3);
    private final FakeSession.Wire line = new FakeSession.Wire() {
        @Override
        public Frame bulk(Frame frame) {
            if (frame.type() == FrameType.DATA) passing.acquireUninterruptibly();
            return frame;
        }
    };

    /// Who removes what is left knows of it, and then needs its time.
    private static final class SlowStore extends FakeStore {
        private final CountDownLatch removes = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch isAsked = new CountDownLatch(1);
        private final CountDownLatch answers = new CountDownLatch(1);
        private volatile boolean isLost;

        @Override
        public @Nullable StoredTransfer transfer(TransferId id) {
            StoredTransfer found = super.transfer(id);
            if (removes.getCount() > 0 || !Thread.currentThread().getName().equals("files-housekeeping")) return found;
            isAsked.countDown();
            Patience.await(answers);
            return found;
        }

        @Override
        public List<StoredPartial> orphanedFolders() {
            List<StoredPartial> found = super.orphanedFolders();
            if (found.isEmpty()) return found;
            removes.countDown();
            Patience.await(goOn);
            return isLost ? List.of() : found;
        }
    }

    @BeforeEach
    void decline() throws Exception {
        folder = Files.createDirectories(dir.resolve("Photos/week"));
        for (String name : List.of("a", "b", "c")) Files.write(folder.resolve(name), new byte[MIB + name.charAt(0)]);
        ben.close();
        ben.store = store;
        ben.start();
        anna.connect(ben, line);
        offer = anna.send(ben, folder.getParent());
        id = TransferId.of(offer, ben.fingerprint);
        ben.awaitNoted(offer);
        ben.transfers.decline(id);
        store.removes.await();
    }

    private void assertGot() throws IOException {
        ben.recorder.await(Told.Transferred.class);
        for (String name : List.of("a", "b", "c")) {
            assertEquals(-1, Files.mismatch(folder.resolve(name), ben.downloads.resolve("Photos/week").resolve(name)));
        }
        assertEquals(List.of("Photos"), ben.downloaded());
    }

    /// Waits until it is so, or for a while.
    private static void await(BooleanSupplier isSo) throws InterruptedException {
        long until = System.nanoTime() + A_WHILE.toNanos();
        while (System.nanoTime() < until && !isSo.getAsBoolean()) Thread.sleep(LOOK_MILLIS);
    }

    /// How many files are in the folder that is hidden until everything is here.
    private int hidden() {
        String[] names = ben.downloads.resolve(".landline-" + id + ".folder").resolve("Photos/week").toFile().list();
        return names == null ? 0 : names.length;
    }

    @Test
    void whatIsRemovedIsNotWhatComesAnew() throws Exception {
        store.answers.countDown();
        int before = hidden();
        ben.transfers.retry(id);
        passing.release(2);
        await(() -> hidden() > before);
        store.goOn.countDown();
        await(() -> hidden() == 0);
        passing.release(1_000);
        assertGot();
    }

    @Test
    void whatIsTakenUpWhileItIsRemovedBeginsThereafter() throws Exception {
        store.goOn.countDown();
        store.isAsked.await();
        ben.transfers.retry(id); // it was over when who removes it asked
        passing.release(1_000);
        await(() -> ben.isOver(offer));
        assertFalse(ben.isOver(offer));
        store.answers.countDown();
        assertGot();
    }

    @Test
    void whatCouldNotBeRemovedIsUsedAgain() throws Exception {
        passing.release(1_000);
        store.isLost = true;
        store.goOn.countDown();
        ben.transfers.retry(id);
        assertGot();
    }
}
