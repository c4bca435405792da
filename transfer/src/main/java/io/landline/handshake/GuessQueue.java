package io.landline.handshake;

import io.landline.handshake.GuessLedger.State;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Bounds how often a room key can be guessed (docs/protocol/handshake.md, "What each concludes"): one exchange is one
/// guess, given back when it succeeds. One for the whole node, because addresses and identities cost an attacker
/// nothing. Any thread. Its one lock guards the ledgers and is never held while anything else is called.
public final class GuessQueue {
    /// Which side began the exchange: budgets of the two are apart, so that strangers who guess do not keep us from
    /// joining others.
    public enum Direction { INBOUND, OUTBOUND }

    private record Budget(RoomId room, Direction direction) {}

    private final Supplier<Duration> uptime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /// For our own rooms only, so there are few; one that is idle is dropped.
    private final Map<Budget, GuessLedger> ledgers = new HashMap<>();

    /// @param uptime monotonic time since some start
    public GuessQueue(Supplier<Duration> uptime) { this.uptime = uptime; }

    /// Asks for one guess at the key of a room of ours.
    ///
    /// @param source where the peer is
    /// @param neverWaits it is among the first of a connection that our user asked for
    Guess ask(Room room, Direction direction, InetAddress source, boolean neverWaits) {
        lock.lock();
        try {
            ledgers.values().removeIf(GuessLedger::isIdle);
            var ledger = ledgers.computeIfAbsent(new Budget(room.id(), direction),
                    _ -> new GuessLedger(room.generatedStrength()));
            GuessLedger.Ticket ticket = ledger.ask(source, neverWaits, uptime.get());
            changed.signalAll(); // the newcomer may have pushed another out
            return new Guess(ledger, ticket);
        } finally {
            lock.unlock();
        }
    }

    /// A guess that was asked for. Any thread.
    final class Guess {
        private final GuessLedger ledger;
        private final GuessLedger.Ticket ticket;

        private Guess(GuessLedger ledger, GuessLedger.Ticket ticket) {
            this.ledger = ledger;
            this.ticket = ticket;
        }

        /// Whether the exchange may run now.
        boolean isGranted() {
            return state() == State.GRANTED;
        }

        boolean isWaiting() {
            return state() == State.WAITING;
        }

        /// Waits for its turn, at most [GuessLedger#WAIT_MAX]. False where it did not come.
        boolean await() throws InterruptedException {
            lock.lock();
            try {
                while (ticket.state() == State.WAITING) {
                    Duration now = uptime.get();
                    ledger.update(now);
                    if (ticket.state() != State.WAITING) {
                        changed.signalAll(); // others may have had their turn in the same moment
                    } else {
                        changed.await(ledger.nextChange(now).minus(now).toNanos(), TimeUnit.NANOSECONDS);
                    }
                }
                return ticket.state() == State.GRANTED;
            } finally {
                lock.unlock();
            }
        }

        /// The second right tag was there: as if it had never been taken.
        void giveBack() {
            lock.lock();
            try {
                ledger.giveBack(ticket, uptime.get());
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /// The connection has ended. A guess that waits leaves the queue; one that was taken stays taken.
        void withdraw() {
            lock.lock();
            try {
                ledger.withdraw(ticket, uptime.get());
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private State state() {
            lock.lock();
            try {
                ledger.update(uptime.get());
                changed.signalAll(); // others may have had their turn in the same moment
                return ticket.state();
            } finally {
                lock.unlock();
            }
        }
    }
}
