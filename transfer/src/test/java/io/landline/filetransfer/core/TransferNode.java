package io.landline.filetransfer.core;

import io.landline.cost.Standing;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FakeVerdicts;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TrustedWallClock;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.running.OfferExpiry;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.Session;
import io.landline.swarm.LinkKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A node as far as files go: transfers with a store, a folder, and a conversation in which offers stand. It can be
/// killed and started again.
public final class TransferNode implements Closeable {
    static final ConversationId CONVERSATION = new ConversationId(0x1122334455667788L, 7);

    private static final long LOOK_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// An entry that reached the conversation.
    record Published(EntryId id, byte[] body) {}

    final Identity identity = Identity.generate();
    final Fingerprint fingerprint = identity.fingerprint();
    volatile Path downloads;
    final List<Published> published = new CopyOnWriteArrayList<>();
    final List<EntryId> withdrawn = new CopyOnWriteArrayList<>();
    final List<byte[]> identities = new CopyOnWriteArrayList<>();
    volatile FakeStore store = new FakeStore();
    volatile TransferRecorder recorder = new TransferRecorder();
    volatile boolean reaches = true;
    final FakeVerdicts verdicts = new FakeVerdicts();
    /// Whom this node's user knows; all others are members.
    final Set<Fingerprint> trusted = ConcurrentHashMap.newKeySet();
    volatile Clock clock = Clock.systemUTC();
    volatile Duration clockSettled = TrustedWallClock.SETTLED;
    volatile DiskSpace.Disks disks = DiskSpace.REAL;
    volatile LinkKind link = LinkKind.UNKNOWN;
    private SpeedLimits limits = SpeedLimits.ofThisComputer();
    Transfers transfers;
    private final AcceptRule rule;
    private final TransferNode[] direct = new TransferNode[1];
    private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();

    TransferNode(Path downloads, AcceptRule rule) {
        this.downloads = downloads;
        this.rule = rule;
        start();
    }

    /// From now on the conversation is the direct one with this node.
    void talkTo(TransferNode other) {
        direct[0] = other;
    }

    /// Starts anew, with these limits.
    void limitBy(SpeedLimits its) {
        transfers.close();
        limits = its;
        start();
    }

    void start() {
        transfers = new Transfers(new TransferSettings(identity, () -> downloads, () -> rule, verdicts,
                clock, limits, () -> PrivateFiles.NONE,
                person -> trusted.contains(person) ? Standing.TRUSTED : Standing.MEMBER, () -> link),
                store, new Log(), recorder, new DiskSpace(disks), new OfferExpiry(clock, clockSettled));
    }

    /// As kill −9 between two writes to the store: what follows finds only what was committed, and partials as they
    /// were left. Its sessions end.
    void killAndStart() throws InterruptedException {
        FakeStore left = store.afterKill();
        store.failAfter(0);
        transfers.close();
        FakeSession.cutAll(sessions);
        sessions.clear();
        store = left;
        recorder = new TransferRecorder();
        start();
    }

    /// Waits until the store refused to note something of an offer that comes here, or the offer has come whole.
    void awaitWriteRefused(EntryId offer) throws InterruptedException {
        FakeStore its = store;
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (its) {
            while (its.refused == 0 && !isOver(offer)) {
                if (System.nanoTime() > until) throw new AssertionError("neither refused nor over");
                its.wait(LOOK_MILLIS);
            }
        }
    }

    /// Waits until the hidden folders of transfers that are over are removed and forgotten, or the store refused that.
    void awaitSwept() throws InterruptedException {
        FakeStore its = store;
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (its) {
            while (its.refused == 0 && !its.orphanedFolders().isEmpty()) {
                if (System.nanoTime() > until) throw new AssertionError("hidden folders stay");
                its.wait(LOOK_MILLIS);
            }
        }
    }

    /// Waits until the store knows of some file of an offer that it is here.
    void awaitNoted(EntryId offer) throws InterruptedException {
        TransferId transfer = TransferId.of(offer, fingerprint);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (store.files(transfer, 0, Integer.MAX_VALUE).stream().noneMatch(file -> file.keptChunks() > 0)) {
            if (System.nanoTime() > until) throw new AssertionError("nothing was noted");
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// Waits until the store knows of this file of an offer that it is whole and has its name.
    void awaitWhole(EntryId offer, String path) throws InterruptedException {
        TransferId transfer = TransferId.of(offer, fingerprint);
        FakeStore its = store;
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (its) {
            while (its.files(transfer, 0, Integer.MAX_VALUE)
                    .stream()
                    .noneMatch(file -> file.path().equals(path) && file.complete())) {
                if (System.nanoTime() > until) throw new AssertionError(path + " is not whole");
                its.wait(LOOK_MILLIS);
            }
        }
    }

    /// Whether an offer has come whole.
    boolean isOver(EntryId offer) {
        StoredTransfer stored = store.transfer(TransferId.of(offer, fingerprint));
        return stored != null && stored.state() == TransferState.DONE;
    }

    /// Hands an offer of ours to another node, as its conversations would.
    void tell(TransferNode other, EntryId id) {
        tell(other, id, true);
    }

    void tell(TransferNode other, EntryId id, boolean keyedRoom) {
        tell(other, id, keyedRoom, Instant.now());
    }

    /// @param written by our clock
    void tell(TransferNode other, EntryId id, boolean keyedRoom, Instant written) {
        byte[] body = published.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow().body();
        other.transfers.offerArrived(id, CONVERSATION, fingerprint, body, written, keyedRoom);
    }

    /// Offers files and hands the offer over.
    EntryId send(TransferNode other, Path... files) throws IOException {
        EntryId id = transfers.offer(CONVERSATION, List.of(files));
        tell(other, id);
        return id;
    }

    FakeSession connect(TransferNode other) {
        return connect(other, new FakeSession.Wire() {});
    }

    FakeSession connect(TransferNode other, FakeSession.Wire wire) {
        FakeSession session = FakeSession.connect(fingerprint, transfers.connections(), other.fingerprint,
                other.transfers.connections(), wire);
        sessions.add(session);
        other.sessions.add(session);
        return session;
    }

    /// The names in the downloads folder.
    List<String> downloaded() throws IOException {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        transfers.close();
    }

    private final class Log implements OfferPublisher {
        @Override
        public void publish(ConversationId conversation, byte[] body, Consumer<EntryId> committed) {
            byte[] hash = Sha256.digest()
                    .digest(ByteBuffer.allocate(Fingerprint.BYTES + 4 + body.length)
                            .put(fingerprint.bytes())
                            .putInt(published.size())
                            .put(body)
                            .array());
            var id = EntryId.of(java.util.Arrays.copyOf(hash, EntryId.BYTES));
            published.add(new Published(id, body));
            committed.accept(id);
        }

        @Override
        public void withdraw(ConversationId conversation, EntryId offer) {
            withdrawn.add(offer);
        }

        @Override
        public void identity(ConversationId conversation, EntryId offer, byte[] sha256, Runnable committed) {
            identities.add(sha256);
            committed.run();
        }

        @Override
        public boolean reaches(ConversationId conversation, Session session) {
            return reaches;
        }

        @Override
        public Optional<Fingerprint> directPeer(ConversationId conversation) {
            return Optional.ofNullable(direct[0]).map(node -> node.fingerprint);
        }
    }
}
