package io.landline.filetransfer.download;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What kept a checkpoint from being noted: a disk or a store that failed. Told by the thread of checkpoints, and
/// thrown on the one that writes. Any thread.
final class CheckpointFailure {
    private volatile @Nullable Exception failure;

    void is(Exception what) {
        failure = what;
    }

    void throwIfAny() throws IOException {
        Exception failed = failure;
        if (failed instanceof IOException disk) throw disk;
        if (failed instanceof RuntimeException store) throw store;
    }
}
