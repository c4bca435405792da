package io.landline.cost;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The memory that received frames and other peers' bytes may hold while they wait in this node, over all sessions
/// (H38). A reading thread waits here before it takes more, and TCP then slows down that peer and no other.
///
/// Each holder has [#READ_OWN_BYTES] of what was read, and [#SENT_OWN_BYTES] of what is to be sent, that do not count:
/// a peer that says little never waits for others. Neither does a member's only frame, of any size. That of people of
/// open rooms, who may be many under any name, waits where there is no room. What holders have beyond that shares
/// [#BYTES_MAX]. Up to half of it everybody takes what comes. Above that, a holder with more than [#SHARE_BYTES] waits.
/// Each standing has a level, above which all of its holders wait: so room is left for better standings.
///
/// Any thread. The lock is held for a few assignments.
public final class WaitingBytes {
    /// All that may wait at once, beyond what is each holder's own.
    public static final long BYTES_MAX = 8L << 20;
    /// What may wait to be sent to each peer in any case: one of the largest control frames.
    public static final long SENT_OWN_BYTES = 128L << 10;
    /// What each peer may have waiting here in any case: frames of those who chat are smaller.
    public static final long READ_OWN_BYTES = 32L << 10;
    /// What one holder may keep waiting while more than half of all is taken: two of the largest frames.
    public static final long SHARE_BYTES = 256L << 10;
    /// Objects around a piece: a flood of empty frames costs memory too.
    static final long PIECE_BYTES_MIN = 512;

    private final long bytesMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition less = lock.newCondition();
    private long waiting;

    public WaitingBytes() {
        this(BYTES_MAX);
    }

    WaitingBytes(long bytesMax) { this.bytesMax = bytesMax; }

    /// What one session, or another holder, has waiting.
    public final class Holder {
        private final Supplier<Standing> standing;
        private final boolean reads;
        private final long own;
        private long held;
        private int pieces;
        private boolean onlyOneIsOwn;
        /// What of [#held] counts, beyond what is its own.
        private long counted;
        private boolean closed;

        private Holder(Supplier<Standing> standing, boolean reads) {
            this.standing = standing;
            this.reads = reads;
            own = reads ? READ_OWN_BYTES : SENT_OWN_BYTES;
        }

        /// Takes room for a piece, and waits for it where others, or this holder, have too much. False: the holder is
        /// closed, and nothing was taken.
        public boolean take(long bytes) {
            long size = Math.max(bytes, PIECE_BYTES_MIN);
            lock.lock();
            try {
                while (!closed && !fits(size, countAnew())) less.awaitUninterruptibly();
                return !closed && add(size);
            } finally {
                lock.unlock();
            }
        }

        /// Waits until a piece of this size would fit, so that it is not even read before. Takes nothing.
        public void awaitRoom(long bytes) {
            lock.lock();
            try {
                while (!closed && !fits(bytes, countAnew())) less.awaitUninterruptibly();
            } finally {
                lock.unlock();
            }
        }

        /// Takes room for a piece if some is free now. False: none is free, or the holder is closed.
        public boolean tryTake(long bytes) {
            long size = Math.max(bytes, PIECE_BYTES_MIN);
            lock.lock();
            try {
                return !closed && fits(size, countAnew()) && add(size);
            } finally {
                lock.unlock();
            }
        }

        private boolean add(long size) {
            held += size;
            pieces++;
            count();
            return true;
        }

        /// Asks for the standing, which may be another by now, and counts by it.
        private Standing countAnew() {
            Standing now = standing.get();
            onlyOneIsOwn = !reads || now != Standing.OPEN_ROOM && now != Standing.STRANGER;
            count();
            return now;
        }

        private boolean fits(long size, Standing now) {
            long more = beyondOwn(held + size, pieces + 1) - counted;
            if (more <= 0) return true;
            if (waiting + more > bytesMax / 2 && held + size > SHARE_BYTES) return false;
            return waiting + more <= CostRules.level(now, bytesMax);
        }

        private void count() {
            long now = beyondOwn(held, pieces);
            waiting += now - counted;
            counted = now;
        }

        /// Gives back what [#take] took for a piece of this size.
        public void give(long bytes) {
            lock.lock();
            try {
                held -= Math.max(bytes, PIECE_BYTES_MIN);
                pieces--;
                count();
                less.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /// Takes nothing more, and releases the threads that wait in [#take]. What is held counts until it is given
        /// back.
        public void close() {
            lock.lock();
            try {
                closed = true;
                less.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private long beyondOwn(long bytes, int pieces) {
            return pieces <= 1 && onlyOneIsOwn ? 0 : Math.max(0, bytes - own);
        }
    }

    /// For what waits to be sent. One frame is everybody's own: only what leaves here tells that there is room.
    ///
    /// @param standing asked each time, since a person may be verified while the session lasts. Answers from memory
    public Holder sender(Supplier<Standing> standing) {
        return new Holder(standing, false);
    }

    /// For what was read: even the first piece of people of open rooms waits, where the others have all that they may.
    ///
    /// @param standing as above
    public Holder reader(Supplier<Standing> standing) {
        return new Holder(standing, true);
    }

    /// What waits now beyond what is each holder's own.
    public long waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }
}
