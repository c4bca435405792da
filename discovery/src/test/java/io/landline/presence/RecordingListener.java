package io.landline.presence;

import io.landline.beacon.PortWarning;
import io.landline.beacon.UsableInterface;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.testing.Patience;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Notes what presence tells, in order, as short texts; folds the list of who is here as a listener should be able to.
/// Any thread.
final class RecordingListener implements PresenceListener {
    private final List<String> events = new ArrayList<>();
    private final Map<Fingerprint, Sighting> here = new HashMap<>();
    int heard;

    private synchronized void note(String event) {
        events.add(event);
        notifyAll();
    }

    @Override
    public synchronized void appeared(Sighting sighting) {
        if (here.put(sighting.peer(), sighting) != null) throw new IllegalStateException("appeared twice: " + sighting);
        note("appeared " + sighting.name());
    }

    @Override
    public synchronized void changed(Sighting sighting) {
        if (here.replace(sighting.peer(), sighting) == null) {
            throw new IllegalStateException("changed, not listed: " + sighting);
        }
        note("changed " + sighting.name());
    }

    @Override
    public synchronized void restarted(Sighting sighting) {
        if (here.replace(sighting.peer(), sighting) == null) {
            throw new IllegalStateException("restarted, not listed: " + sighting);
        }
        note("restarted " + sighting.name());
    }

    @Override
    public synchronized void left(Fingerprint peer, LeaveReason reason) {
        Sighting gone = here.remove(peer);
        if (gone == null) throw new IllegalStateException("left, not listed: " + peer);
        note("left " + gone.name() + " " + reason);
    }

    @Override
    public synchronized void heard(Fingerprint peer, InetAddress from) {
        heard++;
        notifyAll();
    }

    @Override
    public void portTaken(PortWarning warning) {
        note(warning.getClass().getSimpleName());
    }

    @Override
    public void foreignVersion(String version, InetAddress from) {
        note("foreign version " + version);
    }

    @Override
    public void identityTwice(InetAddress where) {
        note("identity twice " + where.getHostAddress());
    }

    @Override
    public void interfacesChanged(List<UsableInterface> now) {
        note("interfaces " + now.stream().map(UsableInterface::name).toList());
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }

    /// The events of peers, without those of interfaces.
    synchronized List<String> peerEvents() {
        return events.stream().filter(each -> !each.startsWith("interfaces")).toList();
    }

    synchronized int count() {
        return here.size();
    }

    synchronized boolean lists(Fingerprint peer) {
        return here.containsKey(peer);
    }

    synchronized Map<Fingerprint, Sighting> here() {
        return Map.copyOf(here);
    }

    /// Waits until the events so far are as wished.
    synchronized void await(Predicate<RecordingListener> wish) throws InterruptedException {
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (!wish.test(this)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new AssertionError("never came; so far " + events);
            wait(left);
        }
    }

    void await(String event) throws InterruptedException {
        await(each -> each.events.contains(event));
    }
}
