package io.landline.doctor.probe;

import io.landline.beacon.UsableInterface;
import io.landline.doctor.check.IsolationCheck;
import io.landline.doctor.system.FollowedCommand;
import io.landline.doctor.system.Gateways;
import io.landline.doctor.system.InnerBridges;
import io.landline.doctor.system.LinkAnswers;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.doctor.system.NeighbourTable;
import io.landline.doctor.system.SystemCommand;
import io.landline.node.Node;
import io.landline.system.OperatingSystem;
import java.net.InetAddress;
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

    SystemLink(Node node, OperatingSystem system, Beforehand beforehand) {
        this.node = node;
        this.system = system;
        this.beforehand = beforehand;
    }

    /// Of all interfaces, in use or not; empty where the system does not show it.
    Optional<LinkNeighbours> table() throws InterruptedException {
        return table(Set.of());
    }

    private Optional<LinkNeighbours> table(Set<String> leftOut) throws InterruptedException {
        Optional<String> printed = switch (system) {
            case LINUX, OTHER -> SystemCommand.output("ip", "neigh");
            case MACOS -> SystemCommand.output("arp", "-an");
            case WINDOWS -> SystemCommand.output("arp", "-a");
        };
        return printed.map(text -> NeighbourTable.parse(system, text, leftOut));
    }

    /// Those of the interfaces in use.
    LinkNeighbours inUse(LinkNeighbours all) {
        return inUse(all, node.network().interfaces());
    }

    /// Without this computer itself, which some systems keep among its neighbours.
    static LinkNeighbours inUse(LinkNeighbours all, List<UsableInterface> interfaces) {
        List<UsableInterface> used = interfaces.stream().filter(each -> !each.loopback()).toList();
        return all.within(address -> used.stream().anyMatch(card -> card.reaches(address))
                && used.stream().noneMatch(card -> card.has(address)));
    }

    /// Tells who answers until it is closed; nothing but on Linux.
    FollowedCommand follow(LinkAnswers answers) {
        return system == OperatingSystem.LINUX
                ? FollowedCommand.of(answers::take, "ip", "monitor", "neigh")
                : FollowedCommand.NONE;
    }

    /// Containers and virtual machines of this computer tell nothing of a network that keeps its computers apart.
    @Override
    public Optional<LinkNeighbours> neighbours() throws InterruptedException {
        beforehand.await();
        List<String> used = node.network()
                .interfaces()
                .stream()
                .filter(each -> !each.loopback())
                .map(UsableInterface::name)
                .toList();
        return table(leftOut(used, InnerBridges.among(used))).map(this::inUse);
    }

    /// Nothing where no interface in use leads to others: then they are all the network that there is.
    static Set<String> leftOut(List<String> used, Set<String> innerBridges) {
        return innerBridges.containsAll(used) ? Set.of() : innerBridges;
    }

    @Override
    public Set<InetAddress> gateways() throws InterruptedException {
        String printed = switch (system) {
            case LINUX, OTHER -> SystemCommand.output("ip", "route").orElse("")
                    + SystemCommand.output("ip", "-6", "route").orElse("");
            case MACOS -> SystemCommand.output("netstat", "-rn").orElse("");
            case WINDOWS -> SystemCommand.output("route", "print", "-4").orElse("");
        };
        return Gateways.parse(system, printed);
    }
}
