package io.landline.doctor;

import io.landline.beacon.UsableInterface;
import io.landline.node.Node;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The neighbour table of the interfaces in use, and the routers, by the commands of the system. Any thread.
final class SystemLink implements IsolationCheck.Link {
    /// What has to be over before the table says something.
    interface Beforehand {
        void await() throws InterruptedException;
    }

    private final Node node;
    private final OperatingSystem system;
    private final Beforehand beforehand;
    private final long began = System.nanoTime();

    SystemLink(Node node, OperatingSystem system, Beforehand beforehand) {
        this.node = node;
        this.system = system;
        this.beforehand = beforehand;
    }

    /// Empty where the system does not show it.
    Optional<NeighbourTable> table() throws InterruptedException {
        Optional<String> printed = switch (system) {
            case LINUX -> SystemCommand.output("ip", "-s", "neigh");
            case MACOS -> SystemCommand.output("arp", "-an");
            case WINDOWS -> SystemCommand.output("arp", "-a");
        };
        var now = Duration.ofNanos(System.nanoTime() - began);
        List<UsableInterface> used = node.network().interfaces().stream().filter(each -> !each.loopback()).toList();
        return printed.map(text -> NeighbourTable.parse(system, text, now)
                .within(address -> used.stream().anyMatch(card -> card.reaches(address))));
    }

    @Override
    public Optional<LinkNeighbours> neighbours() throws InterruptedException {
        beforehand.await();
        return table().map(NeighbourTable::alone);
    }

    @Override
    public Set<InetAddress> gateways() throws InterruptedException {
        String printed = switch (system) {
            case LINUX -> SystemCommand.output("ip", "route").orElse("")
                    + SystemCommand.output("ip", "-6", "route").orElse("");
            case MACOS -> SystemCommand.output("netstat", "-rn").orElse("");
            case WINDOWS -> SystemCommand.output("route", "print", "-4").orElse("");
        };
        return Gateways.parse(system, printed);
    }
}
