package io.landline.shelf;

import io.landline.cost.Standing;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.PrivateFiles;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.session.BulkConnection;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// An owner of shelves and a visitor, joined in memory: what one sends, the other has received when `offer` returns.
final class ShelfPair implements AutoCloseable {
    static final Fingerprint OWNER = fingerprint(1);
    static final Fingerprint VISITOR = fingerprint(2);
    static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    static final EntryId OFFER = EntryId.of(new byte[EntryId.BYTES]);

    final List<Shelf> shelves = new CopyOnWriteArrayList<>();
    final List<FilesToSend> given = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    /// Runs once the owner's shelves were looked at, and nothing came of it yet.
    volatile Runnable lookedAt = () -> {};
    volatile boolean isBlocked;
    volatile boolean isOpenRoom;
    volatile boolean mayTake = true;
    volatile boolean storeFails;
    /// What nobody expects: a fault of ours.
    volatile boolean isBroken;
    volatile Duration uptime = Duration.ofSeconds(1);
    final Shelves owner;
    final Shelves visitor;
    final End atOwner = new End(VISITOR);
    final End atVisitor = new End(OWNER);

    ShelfPair() {
        owner = new Shelves(settings(), (_, _) -> {});
        visitor = new Shelves(settings(), (shelf, isOpen) -> told.add((isOpen ? "+" : "-") + shelf.title()));
        atOwner.there = visitor;
        atOwner.other = atVisitor;
        atVisitor.there = owner;
        atVisitor.other = atOwner;
        owner.opened(atOwner);
        visitor.opened(atVisitor);
    }

    private static Fingerprint fingerprint(int first) {
        var bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) first;
        return Fingerprint.of(bytes);
    }

    private List<Shelf> look() {
        List<Shelf> now = List.copyOf(shelves);
        lookedAt.run();
        if (isBroken) throw new IllegalStateException("broken for a test");
        return now;
    }

    private ShelfSettings settings() {
        return new ShelfSettings(this::look, _ -> isBlocked, _ -> Standing.MEMBER,
                _ -> isOpenRoom, () -> PrivateFiles.NONE, () -> uptime,
                new ShelfSettings.Giving() {
                    @Override
                    public boolean mayTake(Fingerprint member) throws IOException {
                        if (storeFails) throw new IOException("the disk is full");
                        return mayTake;
                    }

                    @Override
                    public EntryId give(Fingerprint to, TakeId take, FilesToSend what) {
                        given.add(what);
                        return OFFER;
                    }
                });
    }

    void join(RoomId room) {
        atOwner.joined = Set.of(room);
        atVisitor.joined = Set.of(room);
        owner.joined(atOwner, room);
        visitor.joined(atVisitor, room);
    }

    @Override
    public void close() {
        owner.close();
        visitor.close();
    }

    /// One side of the session.
    static final class End implements Session {
        private final Fingerprint peer;
        final List<Frame> sent = new ArrayList<>();
        private Shelves there;
        private End other;
        volatile Set<RoomId> joined = Set.of();
        volatile boolean open = true;

        End(Fingerprint peer) { this.peer = peer; }

        @Override
        public Fingerprint peer() {
            return peer;
        }

        @Override
        public byte[] peerPublicKey() {
            return new byte[0];
        }

        @Override
        public long run() {
            return 1;
        }

        @Override
        public PeerName name() {
            return new PeerName("peer");
        }

        @Override
        public Endpoint endpoint() {
            return new Endpoint(InetAddress.getLoopbackAddress(), 1);
        }

        @Override
        public Set<RoomId> joined() {
            return joined;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public boolean offer(Lane lane, Frame frame) {
            synchronized (sent) {
                sent.add(frame);
            }
            try {
                there.received(other, frame);
                return true;
            } catch (MalformedFrameException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void send(Lane lane, Frame frame) {
            offer(lane, frame);
        }

        @Override
        public BulkConnection openBulk() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(EndReason reason) {
            open = false;
        }
    }
}
