package io.landline.handshake;

import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The guesses at one room key in one direction: which were taken lately, and which wait. No clock and no thread: the
/// caller brings the time. Guarded by the lock of its [GuessQueue].
///
/// The budgets are windows that slide: in no ten seconds, and in no minute, are there more than allowed, not even at
/// the start. What is given back counts as never taken, so members who come all at once wait for one another only as
/// long as an exchange lasts.
final class GuessLedger {
    /// 5 a minute per source address (docs/protocol/handshake.md, "What each concludes").
    static final int PER_SOURCE = 5;
    /// The rule is five a minute.
    static final Duration PER_SOURCE_WINDOW = Duration.ofMinutes(1);
    /// 1 a second for a generated key, counted over ten seconds so that a class may come through the
    /// door together.
    static final int GENERATED = 10;
    static final Duration GENERATED_WINDOW = Duration.ofSeconds(10);
    /// 10 a minute for a weaker one.
    static final int WEAKER = 10;
    /// The rule is ten a minute.
    static final Duration WEAKER_WINDOW = Duration.ofMinutes(1);
    /// 60 s in the queue.
    static final Duration WAIT_MAX = Duration.ofSeconds(60);
    /// Those of one address that wait; one more is turned away. Twenty nodes on one machine still fit.
    static final int WAITING_PER_SOURCE_MAX = 32;
    /// All that wait. One more pushes out the last comer of the address with the most.
    static final int WAITING_MAX = 512;

    /// Of the windows above.
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(1);
    private static final Duration FAR_AWAY = Duration.ofDays(365);

    enum State { WAITING, GRANTED, TURNED_AWAY }

    /// One guess, from the asking until it no longer counts.
    static final class Ticket {
        private final ScopedAddress source;
        private final Duration waitUntil;
        private State state = State.WAITING;
        private Duration takenAt = Duration.ZERO;

        private Ticket(ScopedAddress source, Duration waitUntil) {
            this.source = source;
            this.waitUntil = waitUntil;
        }

        State state() {
            return state;
        }
    }

    private final int inAll;
    private final Duration inAllWindow;
    /// In the order of their taking; those older than the longest window are dropped.
    private final ArrayDeque<Ticket> taken = new ArrayDeque<>();
    /// By source address, next turn first; no list is empty.
    private final Map<ScopedAddress, ArrayDeque<Ticket>> waiting = new LinkedHashMap<>();

    GuessLedger(boolean generatedStrength) {
        inAll = generatedStrength ? GENERATED : WEAKER;
        inAllWindow = generatedStrength ? GENERATED_WINDOW : WEAKER_WINDOW;
    }

    /// Asks for a guess. One that never waits, since a person does, counts all the same.
    Ticket ask(InetAddress address, boolean neverWaits, Duration uptime) {
        update(uptime);
        var source = new ScopedAddress(address);
        var ticket = new Ticket(source, uptime.plus(WAIT_MAX));
        if (neverWaits) {
            take(ticket, uptime);
            return ticket;
        }
        ArrayDeque<Ticket> sameSource = waiting.computeIfAbsent(source, _ -> new ArrayDeque<>());
        sameSource.addLast(ticket);
        if (sameSource.size() > WAITING_PER_SOURCE_MAX) turnAway(ticket);
        if (waitingCount() > WAITING_MAX) turnAway(longestQueue().getLast());
        update(uptime);
        return ticket;
    }

    /// Grants what may be granted now, in turn over the source addresses, and refuses guesses that waited too long.
    void update(Duration uptime) {
        while (!taken.isEmpty() && !isWithin(LONGEST_WINDOW, taken.getFirst(), uptime)) taken.removeFirst();
        for (Ticket late : waitingTickets()) if (late.waitUntil.compareTo(uptime) <= 0) turnAway(late);
        while (takenWithin(inAllWindow, uptime) < inAll) {
            ScopedAddress source = sourceInTurn(uptime);
            if (source == null) return;
            ArrayDeque<Ticket> queue = Objects.requireNonNull(waiting.remove(source));
            take(queue.removeFirst(), uptime);
            if (!queue.isEmpty()) waiting.put(source, queue); // at the end: the others' turn
        }
    }

    /// The exchange succeeded: the guess counts as never taken.
    void giveBack(Ticket ticket, Duration uptime) {
        taken.remove(ticket);
        update(uptime);
    }

    /// The side that asked has gone. A guess that was taken stays taken.
    void withdraw(Ticket ticket, Duration uptime) {
        if (ticket.state == State.WAITING) turnAway(ticket);
        update(uptime);
    }

    /// When [#update] could next change something by the passing of time alone; far away where nobody waits.
    Duration nextChange(Duration uptime) {
        Duration earliest = FAR_AWAY;
        if (waiting.isEmpty()) return earliest;
        for (Ticket ticket : waitingTickets()) earliest = min(earliest, ticket.waitUntil);
        for (Ticket ticket : taken) {
            if (isWithin(inAllWindow, ticket, uptime)) earliest = min(earliest, ticket.takenAt.plus(inAllWindow));
            if (isWithin(PER_SOURCE_WINDOW, ticket, uptime)) {
                earliest = min(earliest, ticket.takenAt.plus(PER_SOURCE_WINDOW));
            }
        }
        return earliest;
    }

    boolean isIdle() {
        return taken.isEmpty() && waiting.isEmpty();
    }

    private void take(Ticket ticket, Duration uptime) {
        ticket.state = State.GRANTED;
        ticket.takenAt = uptime;
        taken.addLast(ticket);
    }

    private void turnAway(Ticket ticket) {
        ticket.state = State.TURNED_AWAY;
        ArrayDeque<Ticket> queue = Objects.requireNonNull(waiting.get(ticket.source));
        queue.remove(ticket);
        if (queue.isEmpty()) waiting.remove(ticket.source);
    }

    /// The first address in turn with room in its own budget; null if no address has any.
    private @Nullable ScopedAddress sourceInTurn(Duration uptime) {
        for (ScopedAddress source : waiting.keySet()) {
            long lately = taken.stream()
                    .filter(t -> t.source.equals(source) && isWithin(PER_SOURCE_WINDOW, t, uptime))
                    .count();
            if (lately < PER_SOURCE) return source;
        }
        return null;
    }

    private long takenWithin(Duration window, Duration uptime) {
        return taken.stream().filter(ticket -> isWithin(window, ticket, uptime)).count();
    }

    private static boolean isWithin(Duration window, Ticket ticket, Duration uptime) {
        return uptime.minus(ticket.takenAt).compareTo(window) < 0;
    }

    private ArrayDeque<Ticket> longestQueue() {
        return waiting.values().stream().max(Comparator.comparingInt(ArrayDeque::size)).orElseThrow();
    }

    private List<Ticket> waitingTickets() {
        return waiting.values().stream().flatMap(ArrayDeque::stream).toList();
    }

    private int waitingCount() {
        return waiting.values().stream().mapToInt(ArrayDeque::size).sum();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
