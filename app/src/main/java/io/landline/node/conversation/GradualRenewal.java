package io.landline.node.conversation;

import io.landline.queue.PartClosedException;
import io.landline.storage.database.StorageException;
import io.landline.storage.entries.SearchRenewal;
import java.time.Duration;

/// Renews the search of a profile that an earlier version wrote, while the node runs, on a thread of its own that rests
/// as long as it works: others write between two steps. What is left when the node ends, the next start does. Nothing
/// waits for it, as a search is whole meanwhile ([SearchRenewal]).
public final class GradualRenewal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GradualRenewal.class.getName());
    /// Between two steps, however short they are.
    private static final Duration REST_MIN = Duration.ofMillis(5);

    private final SearchRenewal search;
    private final Thread thread = Thread.ofVirtual().name("search-renewal").unstarted(this::renew);
    private boolean closed; // guarded by this

    public GradualRenewal(SearchRenewal search) { this.search = search; }

    /// Begins where there is something to renew; once.
    public synchronized void start() {
        if (!closed && search.isDue()) thread.start();
    }

    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
    }

    private void renew() {
        try {
            while (true) {
                long began = System.nanoTime();
                if (!search.step()) return;
                Duration worked = Duration.ofNanos(System.nanoTime() - began);
                Thread.sleep(worked.compareTo(REST_MIN) < 0 ? REST_MIN : worked);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the node ends
        } catch (PartClosedException e) {
            LOG.log(System.Logger.Level.DEBUG, "closed meanwhile", e);
        } catch (StorageException | IllegalStateException e) {
            LOG.log(System.Logger.Level.WARNING, "the search could not be renewed; the next start goes on", e);
        }
    }
}
