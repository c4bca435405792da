package io.landline.filetransfer.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.landline.testing.Patience;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
    private final ArrayDeque<Runnable> posted = new ArrayDeque<>();
    private long nanos;
    private int forced;

    private Checkpoints due(Executor executor) {
        var checkpoints = new Checkpoints(executor, () -> nanos);
        nanos += Checkpoints.INTERVAL.toNanos();
        return checkpoints;
    }

    private void begin(Checkpoints checkpoints) {
        checkpoints.beginIfDue(() -> () -> forced++);
    }

    @Test
    void oneIsUnderWayAtATimeAndTheNextIsDueAfterTheInterval() {
        Checkpoints checkpoints = due(posted::add);
        nanos--;
        begin(checkpoints);
        assertEquals(0, posted.size(), "not due yet");
        nanos++;
        begin(checkpoints);
        nanos += Checkpoints.INTERVAL.toNanos();
        begin(checkpoints);
        assertEquals(1, posted.size());
        posted.removeFirst().run();
        begin(checkpoints);
        assertEquals(1, posted.size());
        assertEquals(1, forced);
    }

    @Test
    void aFailureIsKept() {
        Checkpoints checkpoints = due(Runnable::run);
        checkpoints.beginIfDue(() -> () -> {
            throw new IOException("on purpose");
        });
        nanos += Checkpoints.INTERVAL.toNanos();
        begin(checkpoints);
        for (int i = 0; i < 2; i++) assertThrows(IOException.class, checkpoints::throwIfFailed);
    }

    /// The thread of checkpoints ends with the node, which does not wait for a disk that hangs.
    @Test
    void oneThatCannotBeginKeepsNobodyWaiting() {
        Checkpoints checkpoints = due(_ -> {
            throw new RejectedExecutionException("closed");
        });
        assertThrows(RejectedExecutionException.class, () -> begin(checkpoints));
        assertTimeoutPreemptively(Patience.LIMIT, checkpoints::await);
    }
}
