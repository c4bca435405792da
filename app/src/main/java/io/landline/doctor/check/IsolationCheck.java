package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.peer.WrittenAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether other computers of this subnet answer at all, below IP. An access point may keep its guests apart; that
/// looks like a network with nobody else in it.
public final class IsolationCheck implements Check {
    /// What to look at.
    public interface Link {
        /// The neighbour table of the interfaces in use, after others were asked; empty where the system does not show
        /// it.
        Optional<LinkNeighbours> neighbours() throws InterruptedException;

        Set<InetAddress> gateways() throws InterruptedException;
    }

    private final Link link;

    public IsolationCheck(Link link) { this.link = link; }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.ISOLATION);
    }

    @Override
    public List<Finding> run() throws InterruptedException {
        Optional<LinkNeighbours> neighbours = link.neighbours();
        if (neighbours.isEmpty()) {
            return List.of(Finding.unknown(FindingCode.ISOLATION, DoctorMessage.of("link.hidden")));
        }
        return List.of(finding(neighbours.get(), link.gateways()));
    }

    private static Finding finding(LinkNeighbours neighbours, Set<InetAddress> gateways) {
        List<InetAddress> others = neighbours.others(gateways);
        int answered = (int) others.stream().filter(neighbours::isKnown).count();
        int silent = others.size() - answered;
        if (answered > 0) return Finding.ok(FindingCode.ISOLATION, DoctorMessage.of("link.ok", answered));
        Optional<InetAddress> gateway = gateways.stream()
                .filter(neighbours::isKnown)
                .findFirst();
        if (silent == 0) {
            return Finding.unknown(FindingCode.ISOLATION,
                    gateway.map(router -> DoctorMessage.of("link.untried.router", WrittenAddress.of(router)))
                            .orElseGet(() -> DoctorMessage.of("link.untried")));
        }
        DoctorMessage evidence = gateway
                .map(router -> DoctorMessage.of("link.silent.router", silent, WrittenAddress.of(router)))
                .orElseGet(() -> DoctorMessage.of("link.silent", silent));
        return new Finding(FindingCode.ISOLATION, FindingState.UNKNOWN,
                evidence.and(DoctorMessage.of("link.silent.either")),
                Remedies.ISOLATION);
    }
}
