package io.landline.session.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Which control connections of one session are read, and in which order. Frames of a connection wait until all
/// connections that it replaces have ended. So a handover between two healthy connections keeps the order and loses
/// nothing. Which one was proven first says nothing about that: the two sides may see it differently. The lock is held
/// for a few assignments. Reading threads, and the one that ends the session.
final class ReadTurns {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turned = lock.newCondition();
    private final List<ControlConnection> read = new ArrayList<>();
    private boolean ended;

    /// What this connection replaces is read before it.
    void add(ControlConnection connection) {
        lock.lock();
        try {
            if (!read.contains(connection)) read.add(connection);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all that this connection replaces have ended, or the time is over. Returns those that have not: they
    /// are not read any more. None after [#end].
    List<ControlConnection> await(ControlConnection connection, Duration longest) {
        lock.lock();
        try {
            long nanos = longest.toNanos();
            while (!ended && !replacedBy(connection).isEmpty() && nanos > 0) nanos = awaitTurned(nanos);
            List<ControlConnection> superseded = ended ? List.of() : replacedBy(connection);
            read.removeAll(superseded);
            return superseded;
        } finally {
            lock.unlock();
        }
    }

    private List<ControlConnection> replacedBy(ControlConnection connection) {
        if (read.size() == 1 && read.contains(connection)) return List.of(); // nearly always
        return read.stream()
                .filter(other -> other != connection && connection.priority().replaces(other.priority()))
                .toList();
    }

    private long awaitTurned(long nanos) {
        try {
            return turned.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// Nothing more comes of this connection.
    void remove(ControlConnection connection) {
        lock.lock();
        try {
            read.remove(connection);
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The session has ended: nobody waits.
    void end() {
        lock.lock();
        try {
            ended = true;
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
