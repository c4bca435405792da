package io.landline.doctor;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether other computers of this subnet answer at all, below IP. An access point may keep its guests apart; that
/// looks like a network in which nobody else is.
final class IsolationCheck implements Check {
    /// What to look at.
    interface Link {
        /// The neighbour table of the interfaces in use, after others were asked; empty where the system does not show
        /// it.
        Optional<Neighbours> neighbours() throws InterruptedException;

        Set<InetAddress> gateways() throws InterruptedException;
    }

    private final Link link;

    IsolationCheck(Link link) { this.link = link; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.ISOLATION);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        Optional<Neighbours> neighbours = link.neighbours();
        if (neighbours.isEmpty()) return List.of(Finding.unknown(Code.ISOLATION, Words.of("link.hidden")));
        return List.of(finding(neighbours.get(), link.gateways()));
    }

    private static Finding finding(Neighbours neighbours, Set<InetAddress> gateways) {
        List<InetAddress> others = neighbours.answers()
                .keySet()
                .stream()
                .filter(address -> !gateways.contains(address))
                .toList();
        int answered = (int) others.stream().filter(address -> isKnown(neighbours, address)).count();
        int silent = others.size() - answered;
        if (answered > 0) return Finding.ok(Code.ISOLATION, Words.of("link.ok", answered));
        Optional<InetAddress> gateway = gateways.stream()
                .filter(address -> isKnown(neighbours, address))
                .findFirst();
        if (silent == 0) {
            return Finding.unknown(Code.ISOLATION,
                    gateway.map(router -> Words.of("link.untried.router", router.getHostAddress()))
                            .orElseGet(() -> Words.of("link.untried")));
        }
        Words evidence = gateway.map(router -> Words.of("link.silent.router", silent, router.getHostAddress()))
                .orElseGet(() -> Words.of("link.silent", silent));
        return new Finding(Code.ISOLATION, State.UNKNOWN, evidence.and(Words.of("link.silent.either")),
                Remedies.ISOLATION);
    }

    /// Whether it answered, now or some minutes ago: that others can be reached on this link is true either way.
    private static boolean isKnown(Neighbours neighbours, InetAddress address) {
        return neighbours.of(address).filter(answer -> answer != Neighbours.Answer.SILENT).isPresent();
    }
}
