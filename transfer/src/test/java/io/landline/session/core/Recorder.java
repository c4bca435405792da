package io.landline.session.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import io.landline.frame.Frame;
import io.landline.handshake.RefusalReason;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.room.RoomId;
import io.landline.session.BulkConnection;
import io.landline.session.ConnectFailure;
import io.landline.session.EndReason;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.SessionWarning;
import io.landline.session.SessionsEvents;
import io.landline.testing.Patience;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Notes what a node is told, in order, and can be waited on. Also watches that one session's calls never overlap.
final class Recorder implements SessionListener, SessionsEvents {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition noted = lock.newCondition();
    private final List<String> lines = new ArrayList<>();
    private final List<BulkConnection> bulks = new ArrayList<>();
    private int read;
    volatile boolean there;
    /// Thrown at whoever tells of a new name, or that we reached ourselves: as by a bug of ours in the middle of an
    /// attempt or of a frame.
    volatile RuntimeException fault;
    /// Whoever tells of a bulk connection waits here.
    volatile CountDownLatch bulksTold = new CountDownLatch(0);
    /// Whoever tells of the end of a bulk connection waits so long for the end of a session.
    volatile Duration bulkEndWaits = Duration.ZERO;

    private void note(String line) {
        lock.lock();
        try {
            lines.add(line);
            noted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next line with this beginning, passing over others.
    String await(String beginning) throws InterruptedException {
        return await(line -> line.startsWith(beginning), beginning);
    }

    private String await(Predicate<String> wanted, String name) throws InterruptedException {
        lock.lock();
        try {
            long nanos = Patience.LIMIT.toNanos();
            for (;;) {
                while (read < lines.size()) {
                    String line = lines.get(read++);
                    if (wanted.test(line)) return line;
                }
                if (nanos <= 0) return fail("waited in vain for " + name + " after " + lines);
                nanos = noted.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /// All lines so far that begin so.
    List<String> all(String beginning) {
        lock.lock();
        try {
            return lines.stream().filter(line -> line.startsWith(beginning)).toList();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until so many lines begin so.
    List<String> awaitCount(String beginning, int count) throws InterruptedException {
        lock.lock();
        try {
            long nanos = Patience.LIMIT.toNanos();
            while (all(beginning).size() < count) {
                if (nanos <= 0) fail(count + " times " + beginning + ", but " + lines);
                nanos = noted.awaitNanos(nanos);
            }
            return all(beginning);
        } finally {
            lock.unlock();
        }
    }

    BulkConnection bulk(int index) throws InterruptedException {
        awaitCount("bulk-opened", index + 1);
        lock.lock();
        try {
            return bulks.get(index);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void opened(Session session) {
        note("opened " + session.peer().brief() + " run " + session.run());
    }

    @Override
    public void joined(Session session, RoomId room) {
        note("joined " + room.hex());
    }

    @Override
    public void left(Session session, RoomId room) {
        note("left " + room.hex());
    }

    @Override
    public void received(Session session, Frame frame) {
        note("frame " + new String(frame.body(), UTF_8));
    }

    @Override
    public void bulkOpened(BulkConnection bulk) {
        lock.lock();
        try {
            bulks.add(bulk);
        } finally {
            lock.unlock();
        }
        note("bulk-opened");
        try {
            bulksTold.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void received(BulkConnection bulk, int type, ByteBuffer body) {
        note("bulk-frame " + type + " " + body.remaining());
    }

    @Override
    public void bulkClosed(BulkConnection bulk) {
        note("bulk-ends");
        waitForTheEndOfASession();
        note("bulk-closed");
    }

    private void waitForTheEndOfASession() {
        lock.lock();
        try {
            long nanos = bulkEndWaits.toNanos();
            while (nanos > 0 && all("closed").isEmpty()) nanos = noted.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void closed(Session session, EndReason reason) {
        String told = "closed " + session.peer().brief() + " " + reason.word();
        note(session.isOpen() ? "still open when told that it is " + told : told);
    }

    @Override
    public void peerAuthenticated(Fingerprint peer, PeerName name, long run, Endpoint endpoint,
            List<RoomListing> rooms) {
        note("met " + peer.brief() + " " + name + " " + endpoint);
    }

    @Override
    public void refused(Fingerprint peer, PeerName name, RoomListing room, RefusalReason reason) {
        note("refused " + reason.word());
    }

    @Override
    public void connectFailed(InetSocketAddress typed, ConnectFailure why) {
        note("connect-failed " + why);
    }

    @Override
    public void renamed(Fingerprint peer, PeerName name) {
        RuntimeException broken = fault;
        if (broken != null) throw broken;
    }

    @Override
    public void ourselves(Endpoint endpoint) {
        RuntimeException broken = fault;
        if (broken != null) throw broken;
        note("ourselves " + endpoint);
    }

    @Override
    public void identityExistsTwice(Endpoint endpoint) {
        note("twice " + endpoint);
    }

    @Override
    public void warning(SessionWarning warning) {
        note("warning " + warning);
    }

    @Override
    public CompletableFuture<Boolean> isThere(Fingerprint peer) {
        note("is-there " + peer.brief());
        return CompletableFuture.completedFuture(there);
    }
}
