package io.landline.presence;

import io.landline.beacon.UsableInterface;
import io.landline.peer.RateWindow;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Searches for peers on its own, address by address: at addresses that a person typed, at those where known peers were
/// last met, and in the whole subnet while nobody is listed. Confined to the presence thread.
final class PeerSearch {
    /// Remembered ones and those of a sweep together (docs/protocol/presence.md, "Who speaks when").
    static final int NEW_ADDRESSES_PER_SECOND_MAX = 10;

    private final Consumer<InetAddress> probe;
    private final Consumer<RememberedPeers.Target> ask;
    private final RememberedPeers remembered = new RememberedPeers();
    private final RateWindow pace = new RateWindow(NEW_ADDRESSES_PER_SECOND_MAX);
    private final SubnetSweep sweep = new SubnetSweep();
    private TypedAddresses typed;

    /// @param probe announces us to one address
    /// @param ask asks for one peer at one address
    PeerSearch(List<InetAddress> typedAddresses, Consumer<InetAddress> probe, Consumer<RememberedPeers.Target> ask) {
        typed = new TypedAddresses(typedAddresses);
        this.probe = probe;
        this.ask = ask;
    }

    /// We start, or the network is another one: all is looked for anew.
    void beginAnew(Duration uptime) {
        typed.askSoon(uptime);
        remembered.askSoon(uptime);
        sweep.beginAnew();
    }

    /// These addresses are the typed ones from now on.
    void typed(List<InetAddress> addresses, Duration uptime) {
        typed = new TypedAddresses(addresses);
        typed.askSoon(uptime);
    }

    /// These are the remembered ones from now on, those met last first.
    void remembered(List<RememberedPeer> peers, Duration uptime) {
        remembered.know(peers, uptime);
    }

    boolean isTyped(InetAddress address) {
        return typed.contains(address);
    }

    /// Sends what is due.
    ///
    /// @param interfaces the subnets of these are swept
    void run(PeerTable table, List<UsableInterface> interfaces, Duration uptime) {
        typed.claim(uptime, table::isAnybodyAt).forEach(probe);
        sweep.alone(table.size() == 0, uptime);
        while (nextAt().compareTo(uptime) <= 0) {
            RememberedPeers.Target met = remembered.claim(uptime, peer -> table.get(peer) != null);
            if (met != null) {
                pace.claim(uptime);
                ask.accept(met);
            } else {
                sweep(interfaces, uptime);
            }
        }
    }

    /// Each sweep brings a round of the remembered ones with it.
    private void sweep(List<UsableInterface> interfaces, Duration uptime) {
        if (sweep.isBeginning(uptime)) remembered.askAgain(uptime);
        InetAddress next = sweep.claim(interfaces, uptime);
        if (next == null) return;
        pace.claim(uptime);
        probe.accept(next);
    }

    private Duration nextAt() {
        Duration next = earlier(remembered.dueAt(), sweep.dueAt());
        return next.compareTo(pace.opensAt()) > 0 ? next : pace.opensAt();
    }

    Duration dueAt() {
        return earlier(typed.dueAt(), nextAt());
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
