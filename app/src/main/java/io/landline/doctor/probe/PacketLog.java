package io.landline.doctor.probe;

import io.landline.peer.Direction;
import io.landline.presence.DatagramListener;
import io.landline.presence.ObservedDatagram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Keeps the presence datagrams that pass while the doctor looks. Any thread.
final class PacketLog implements DatagramListener {
    /// A few seconds of a busy segment: 200 answers and as many stills a second. What comes after that is not kept.
    static final int DATAGRAMS_MAX = 4_000;

    private final List<ObservedDatagram> passed = new ArrayList<>();

    @Override
    public synchronized void passed(ObservedDatagram datagram) {
        if (passed.size() >= DATAGRAMS_MAX) return;
        passed.add(datagram);
        notifyAll();
    }

    synchronized List<ObservedDatagram> all() {
        return List.copyOf(passed);
    }

    /// Waits until a fitting datagram has come in, or for at most this time; one that came already counts.
    ///
    /// @return whether one came
    synchronized boolean await(Predicate<ObservedDatagram> fits, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (int i = 0;; i++) {
            while (i >= passed.size()) {
                long left = end - System.nanoTime();
                if (left <= 0) return false;
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            ObservedDatagram each = passed.get(i);
            if (each.hop().direction() == Direction.IN && fits.test(each)) return true;
        }
    }
}
