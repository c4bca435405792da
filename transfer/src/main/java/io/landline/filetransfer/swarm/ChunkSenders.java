package io.landline.filetransfer.swarm;

import io.landline.filetransfer.SpeedLimits;
import io.landline.peer.Fingerprint;
import io.landline.session.BulkConnection;
import io.landline.session.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A [ChunkSender] for each session that chunks of swarms go to, and the open bulk connections. Confined to the
/// files' queue, but bulk connections: any thread.
public final class ChunkSenders {
    /// Told of each chunk, on the sending thread.
    interface Done {
        void told(Fingerprint to, ChunkSender.Job job, ChunkSender.Outcome outcome);
    }

    private final Map<Session, ChunkSender> senders = new HashMap<>();
    private final Set<BulkConnection> bulks = ConcurrentHashMap.newKeySet();
    private final SpeedLimits limits;
    private final Done done;

    ChunkSenders(SpeedLimits limits, Done done) {
        this.limits = limits;
        this.done = done;
    }

    /// Any thread.
    public void opened(BulkConnection bulk) {
        bulks.add(bulk);
    }

    /// Any thread.
    public void closed(BulkConnection bulk) {
        bulks.remove(bulk);
    }

    private @Nullable BulkConnection bulkOf(Session session) {
        for (BulkConnection bulk : bulks) if (bulk.session() == session && bulk.isOpen()) return bulk;
        return null;
    }

    /// Ends the bulk connections to a peer; the session stays.
    void cut(Fingerprint peer) {
        for (BulkConnection bulk : bulks) if (bulk.session().peer().equals(peer)) bulk.close();
    }

    boolean hasSpace(Session session) {
        ChunkSender sender = senders.get(session);
        return sender == null || sender.hasSpace();
    }

    /// The caller has asked [#hasSpace].
    void give(Session session, ChunkSender.Job job) {
        senders.computeIfAbsent(session,
                _ -> new ChunkSender(session, limits, () -> bulkOf(session),
                        (sent, outcome) -> done.told(session.peer(), sent, outcome)))
                .give(job);
    }

    /// The session has ended.
    void gone(Session session) {
        ChunkSender sender = senders.remove(session);
        if (sender != null) sender.close();
    }

    void close() {
        senders.values().forEach(ChunkSender::close);
    }
}
