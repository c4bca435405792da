package io.landline.filetransfer.core;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.download.Download;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.incoming.IncomingTransfers;
import io.landline.filetransfer.outgoing.OutgoingTransfers;
import io.landline.filetransfer.outgoing.UploadScheduler;
import io.landline.filetransfer.source.ChunkServer;
import io.landline.filetransfer.source.Upload;
import io.landline.filetransfer.swarm.Swarms;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.room.RoomId;
import io.landline.session.BulkConnection;
import io.landline.session.EndReason;
import io.landline.session.ReceivedFrame;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.swarm.SwarmFrame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Brings what sessions and their connections tell to the files' queue, to downloads and to those that serve chunks.
/// Any thread: a session calls from its own.
final class FileConnections implements SessionListener {
    private static final System.Logger LOG = System.getLogger(FileConnections.class.getName());

    private final Fingerprint self;
    private final SpeedLimits limits;
    private final SerialQueue queue;
    private final FrameTurns turns;
    private final ConnectedPeers peers;
    private final IncomingTransfers incoming;
    private final OutgoingTransfers outgoing;
    private final UploadScheduler uploads;
    private final FileMessageRouter messages;
    private final StatePace states = new StatePace();
    private final Swarms swarms;
    private final Map<BulkConnection, ChunkServer> servers = new ConcurrentHashMap<>();

    FileConnections(TransferSettings settings, SerialQueue queue, ConnectedPeers peers, IncomingTransfers incoming,
            OutgoingTransfers outgoing, Swarms swarms) {
        self = settings.self();
        limits = settings.limits();
        this.swarms = swarms;
        this.queue = queue;
        turns = new FrameTurns(queue, settings.standings());
        this.peers = peers;
        this.incoming = incoming;
        this.outgoing = outgoing;
        uploads = outgoing.uploads();
        messages = new FileMessageRouter(incoming, outgoing, swarms.members());
        uploads.slots().onRunnable(() -> servers.values().forEach(ChunkServer::runnableChanged));
    }

    @Override
    public void opened(Session session) {
        turns.add(session, () -> {
            peers.opened(session);
            incoming.opened(session);
            outgoing.opened(session);
            swarms.met(session);
        });
    }

    @Override
    public void joined(Session session, RoomId room) {
        turns.add(session, () -> swarms.met(session));
    }

    @Override
    public void left(Session session, RoomId room) {
        turns.add(session, () -> swarms.gone(session));
    }

    @Override
    public void closed(Session session, EndReason reason) {
        turns.addLast(session, () -> {
            states.closed(session);
            boolean current = peers.closed(session);
            swarms.gone(session);
            if (!current) return;
            incoming.closed(session);
            outgoing.closed(session);
        });
    }

    @Override
    public void take(ReceivedFrame received) {
        Session session = received.session();
        Frame frame = received.frame();
        try {
            switch (frame.type()) {
                case FrameType.HASHES -> paged(session, HashPage.received(ByteBuffer.wrap(frame.body())));
                default -> {
                    if (SwarmFrame.isOurs(frame.type())) {
                        SwarmFrame message = SwarmFrame.decode(frame);
                        turns.add(session, () -> handle(received, message));
                        return;
                    }
                    FileMessage message = FileMessage.received(frame);
                    if (message != null) {
                        turns.add(session, () -> handle(received, message));
                        return;
                    }
                }
            }
            received.done();
        } catch (MalformedFrameException e) {
            received.broken(e);
        }
    }

    private void handle(ReceivedFrame received, FileMessage message) {
        try {
            Session session = received.session();
            boolean isAgain = message instanceof FileMessage.Accept accept
                    && outgoing.isTakenAgain(accept.offer(), session.peer());
            Duration now = queue.uptime();
            if (states.admits(session, message, isAgain, now)) tell(new StatePace.Said(session, message, now));
        } finally {
            received.done();
        }
    }

    /// What cannot be noted has not happened. But who accepts waits for what comes of it, so an accept is tried again.
    private void tell(StatePace.Said said) {
        try {
            messages.handle(said.session(), said.message());
        } catch (TransferStoreException e) {
            if (!(said.message() instanceof FileMessage.Accept)) throw e;
            LOG.log(WARNING, "{0} accepts, and that cannot be noted yet: {1}", said.session().peer().brief(),
                    e.getMessage());
            states.notNoted(said, queue.uptime());
            return;
        }
        if (said.then() != null) messages.handle(said.session(), said.then());
    }

    /// Tells what came too fast and may be told by now; where one fails, the others wait for the next look. Whether
    /// more waits. The files' queue only.
    boolean tick(Duration uptime) {
        for (StatePace.Said said; (said = states.next(uptime)) != null;) {
            tell(said);
        }
        return !states.isEmpty();
    }

    private void handle(ReceivedFrame received, SwarmFrame message) {
        try {
            swarms.handle(received.session(), message);
        } catch (MalformedFrameException e) {
            received.broken(e);
        } finally {
            received.done();
        }
    }

    private void paged(Session session, HashPage page) throws MalformedFrameException {
        Download download = incoming.downloads().get(TransferId.of(page.offer(), self));
        if (download != null && download.takesFrom(session.peer())) download.paged(page);
    }

    @Override
    public void bulkOpened(BulkConnection bulk) {
        swarms.senders().opened(bulk);
        servers.put(bulk,
                new ChunkServer(bulk, limits,
                        (upload, file) -> queue.post(() -> uploads.lost(upload, file))));
    }

    @Override
    public void bulkClosed(BulkConnection bulk) {
        swarms.senders().closed(bulk);
        ChunkServer server = servers.remove(bulk);
        if (server != null) server.close();
        incoming.downloads().values().forEach(download -> download.bulkClosed(bulk));
    }

    @Override
    public void received(BulkConnection bulk, int type, ByteBuffer body) throws MalformedFrameException {
        switch (type) {
            case FrameType.DATA -> {
                DataFrame frame = DataFrame.received(body);
                Download download = incoming.downloads().get(frame.transfer());
                if (download == null || !download.takesFrom(bulk.session().peer())) return;
                await(bulk, body.remaining());
                download.data(bulk.session().peer(), frame.chunk(), body);
            }
            case FrameType.RANGE_REQUEST -> {
                RangeFrame frame = RangeFrame.received(body);
                Upload upload = uploadTo(bulk.session(), frame.transfer());
                ChunkServer server = servers.get(bulk);
                if (upload != null && server != null) server.ask(upload, frame.runs());
            }
            case FrameType.HASH_REQUEST -> {
                PageRequest request = PageRequest.received(body);
                Upload upload = uploadTo(bulk.session(), request.transfer());
                ChunkServer server = servers.get(bulk);
                if (upload != null && server != null) server.askForPages(upload, request.pages());
            }
            default -> throw new MalformedFrameException("frame " + FrameType.written(type) + " on a bulk connection");
        }
    }

    /// Holds the connection up, and so the peer, where bytes come faster than they may.
    private void await(BulkConnection bulk, int bytes) {
        try {
            limits.await(Direction.IN, bytes, bulk::isOpen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The accepted transfer of this id to the peer of this session; null if we are not sending it to that peer.
    private @Nullable Upload uploadTo(Session session, TransferId id) {
        Upload upload = uploads.slots().uploads().get(id);
        return upload != null && upload.session().peer().equals(session.peer()) ? upload : null;
    }

    /// Serves nothing more.
    void close() {
        servers.values().forEach(ChunkServer::close);
    }
}
