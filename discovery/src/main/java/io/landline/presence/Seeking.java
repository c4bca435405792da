package io.landline.presence;

import io.landline.beacon.UsableInterface;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Whom we look for of ourselves, address by address: where a person typed it, and in the whole subnet while nobody is listed. Confined to the
/// presence thread.
final class Seeking {
    private final Consumer<InetAddress> probe;
    private final Sweep sweep = new Sweep();
    private TypedAddresses typed;

    /// @param probe announces us to one address
    Seeking(List<InetAddress> typedAddresses, Consumer<InetAddress> probe) {
        typed = new TypedAddresses(typedAddresses);
        this.probe = probe;
    }

    void start(Duration uptime) {
        typed.askSoon(uptime);
    }

    /// These addresses are the typed ones from now on.
    void typed(List<InetAddress> addresses) { typed = new TypedAddresses(addresses); }

    boolean isTyped(InetAddress address) {
        return typed.contains(address);
    }

    /// The network is another one: all is looked for anew.
    void networkChanged(Duration uptime) {
        typed.askSoon(uptime);
        sweep.beginAnew();
    }

    /// Nothing could be heard for a while.
    void stoodStill() {
        sweep.beginAnew();
    }

    /// Sends what is due.
    ///
    /// @param isListed whether somebody listed has this address
    void run(boolean alone, Predicate<InetAddress> isListed, List<UsableInterface> interfaces, Duration uptime) {
        typed.claim(uptime, isListed).forEach(probe);
        sweep.alone(alone, uptime);
        InetAddress next = sweep.claim(interfaces, uptime);
        if (next != null) probe.accept(next);
    }

    Duration dueAt() {
        return typed.dueAt().compareTo(sweep.dueAt()) < 0 ? typed.dueAt() : sweep.dueAt();
    }
}
