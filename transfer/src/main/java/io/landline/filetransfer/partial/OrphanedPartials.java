package io.landline.filetransfer.partial;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.PathText;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredPartial;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Partial files that no open transfer owns: left by a kill, or by a cancel while bytes were written. Any thread.
///
/// A transfer may be taken up again meanwhile. It is stored as open before it asks [#isRemoving], and its files are
/// marked here before the store is asked whether it is open: so one of the two sees the other.
public final class OrphanedPartials {
    private static final System.Logger LOG = System.getLogger(OrphanedPartials.class.getName());

    private final TransferStore store;
    private final Executor housekeeping;
    private final Consumer<TransferId> cleared;
    private final Set<TransferId> removing = ConcurrentHashMap.newKeySet();

    /// @param housekeeping off the files' queue: a network folder may take its time
    /// @param cleared told there, after something of this transfer was removed
    public OrphanedPartials(TransferStore store, Executor housekeeping, Consumer<TransferId> cleared) {
        this.cleared = cleared;
        this.store = store;
        this.housekeeping = housekeeping;
    }

    /// Removes them; one in an unreachable folder stays until the next time.
    public void sweep() {
        housekeeping.execute(() -> {
            var removed = new HashSet<TransferId>();
            try {
                for (StoredPartial orphan : store.orphans()) {
                    if (remove(orphan, DownloadFolder::delete,
                            () -> store.forgetPartial(orphan.transfer(), orphan.file()))) {
                        removed.add(orphan.transfer());
                    }
                }
                for (StoredPartial orphan : store.orphanedFolders()) {
                    if (remove(orphan, DownloadFolder::deleteHidden, () -> store.forgetHidden(orphan.transfer()))) {
                        removed.add(orphan.transfer());
                    }
                }
                removed.forEach(cleared);
            } catch (TransferStoreException e) {
                LOG.log(WARNING, "Partial files that nobody owns stay until the next start: the store does not answer",
                        e);
            }
        });
    }

    /// Whether something of this transfer is being removed, so that it must not begin yet.
    public boolean isRemoving(TransferId transfer) {
        return removing.contains(transfer);
    }

    private interface Removal {
        void of(DownloadFolder folder, String name) throws IOException;
    }

    /// True where it was removed.
    private boolean remove(StoredPartial orphan, Removal removal, Runnable forget) {
        removing.add(orphan.transfer());
        try {
            StoredTransfer now = store.transfer(orphan.transfer());
            if (now != null && now.state().isOpen()) return false; // taken up again since
            removal.of(DownloadFolder.reopen(PathText.read(orphan.folder())), orphan.partial());
            forget.run();
            return true;
        } catch (IOException e) {
            LOG.log(INFO, "A partial file stays until the next start: its folder is away, or it cannot be removed", e);
        } catch (IllegalArgumentException e) {
            LOG.log(WARNING, "What the store calls a partial file has not the name of one; it is left alone", e);
        } finally {
            removing.remove(orphan.transfer());
        }
        return false;
    }
}
