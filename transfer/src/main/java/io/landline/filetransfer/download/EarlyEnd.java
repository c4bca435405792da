package io.landline.filetransfer.download;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.download.Download.Ended;
import io.landline.filetransfer.download.FileReception.DiskLimitException;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.filetransfer.partial.DiskFailure;
import io.landline.frame.MalformedFrameException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Whether a download is to end before it is complete, and what its end means if it does. Any thread may say that it is
/// to end; [#within] is the writer's alone.
final class EarlyEnd {
    private static final System.Logger LOG = System.getLogger(EarlyEnd.class.getName());

    /// Nothing of what was wanted can be had.
    static final class NothingLeftException extends Exception {
        private static final long serialVersionUID = 1;
        private final FailureReason reason;

        NothingLeftException(FailureReason reason) { this.reason = reason; }
    }

    /// All that a download does.
    interface Receiving {
        Ended run() throws IOException, InterruptedException, MalformedFrameException, StoppedException,
                NothingLeftException;
    }

    private final StoredTransfer transfer;
    private final Path folder;
    private volatile boolean twoPages;
    private volatile @Nullable TransferStoreException notKept;
    private volatile boolean interrupted;
    private boolean finishing;

    EarlyEnd(StoredTransfer transfer, Path folder) {
        this.transfer = transfer;
        this.folder = folder;
    }

    /// Somebody asks it to end. False where it is too late: see [#commitToFinish].
    synchronized boolean interrupt() {
        if (finishing) return false;
        interrupted = true;
        return true;
    }

    /// From here on nothing stops it: a transfer is either cancelled, and leaves nothing, or complete.
    synchronized void commitToFinish(boolean lastFile) throws StoppedException {
        if (interrupted) throw new StoppedException();
        finishing = lastFile;
    }

    /// The author signed two different pages of one number.
    void twoPages(int number) {
        LOG.log(WARNING, "Transfer {0}: the author signed two different pages {1}", transfer.id(), number);
        twoPages = true;
    }

    /// What came could not be kept.
    void notKept(TransferStoreException why) {
        notKept = why;
    }

    boolean isInterrupted() {
        return interrupted;
    }

    /// Whether something asks it to end.
    boolean isDue() {
        return interrupted || twoPages || notKept != null;
    }

    /// Runs a download, and says how it ended.
    Ended within(Receiving download) {
        try {
            return download.run();
        } catch (NothingLeftException e) {
            return new Ended.Failed(e.reason);
        } catch (StoppedException e) {
            if (twoPages) return new Ended.Failed(FailureReason.SOURCE_CHANGED);
            TransferStoreException failure = notKept;
            if (failure != null) return new Ended.Stopped(failure.reason());
            return new Ended.Interrupted(!interrupted);
        } catch (InterruptedException e) {
            return new Ended.Interrupted(false);
        } catch (MalformedFrameException e) {
            LOG.log(WARNING, "Transfer {0}: {1}", transfer.id(), e.getMessage());
            return new Ended.Failed(FailureReason.SOURCE_CHANGED);
        } catch (BulkConnections.NoConnectionException e) {
            return new Ended.Interrupted(true);
        } catch (DiskLimitException e) {
            LOG.log(INFO, "Transfer {0} stopped, as the disk does not take the rest of it: {1}", transfer.id(),
                    e.reason.text());
            return new Ended.Stopped(e.reason);
        } catch (IOException e) {
            FailureReason reason = DiskFailure.reason(e, folder);
            LOG.log(WARNING, "Transfer " + transfer.id() + " stopped at the disk: " + reason.text(), e);
            return new Ended.Stopped(reason);
        } catch (TransferStoreException e) {
            LOG.log(WARNING, "Transfer " + transfer.id() + " stopped at the store: " + e.reason().text(), e);
            return new Ended.Stopped(e.reason());
        } catch (RuntimeException e) {
            LOG.log(ERROR, "Transfer " + transfer.id() + " stopped by a fault of ours", e); // what is kept is kept
            return new Ended.Stopped(FailureReason.LOST);
        }
    }
}
