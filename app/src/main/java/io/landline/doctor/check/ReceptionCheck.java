package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.system.FirewallPorts;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.peer.WrittenAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether others are heard by UDP. Where nobody is, the link tells whether other computers are on at all.
public final class ReceptionCheck implements Check {
    private final NeighbourList neighbours;
    private final IsolationCheck.Link link;
    private final FirewallPorts ports;

    public ReceptionCheck(NeighbourList neighbours, IsolationCheck.Link link, FirewallPorts ports) {
        this.neighbours = neighbours;
        this.link = link;
        this.ports = ports;
    }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.UDP_IN_BLOCKED);
    }

    @Override
    public List<Finding> run() throws InterruptedException {
        List<HeardPacket> heard = neighbours.listen().stream().filter(packet -> packet.peer().isPresent()).toList();
        return List.of(heard.isEmpty() ? nobody() : somebody(heard));
    }

    private static Finding somebody(List<HeardPacket> heard) {
        List<String> addresses = heard.stream().map(packet -> WrittenAddress.of(packet.from())).distinct().toList();
        return Finding.ok(FindingCode.UDP_IN_BLOCKED, DoctorMessage.of("hearing.ok", DoctorMessage.some(addresses)));
    }

    private Finding nobody() throws InterruptedException {
        if (neighbours.listed() == 0) {
            List<String> others = onTheLink();
            if (!others.isEmpty()) {
                return new Finding(FindingCode.UDP_IN_BLOCKED, FindingState.UNKNOWN,
                        DoctorMessage.of("hearing.others", DoctorMessage.some(others)), Remedies.ASK_THE_OTHERS);
            }
            return new Finding(FindingCode.UDP_IN_BLOCKED, FindingState.UNKNOWN, DoctorMessage.of("hearing.nobody"),
                    DoctorMessage.of("hearing.nobody.remedy").and(Remedies.LOOK_AROUND));
        }
        return Finding.note(FindingCode.UDP_IN_BLOCKED, DoctorMessage.of("hearing.deaf", neighbours.listed()),
                DoctorMessage.of("hearing.deaf.remedy", ports.range()).and(Remedies.LOOK_AROUND));
    }

    /// Computers beside this one that are no routers and answered below IP.
    private List<String> onTheLink() throws InterruptedException {
        Optional<LinkNeighbours> table = link.neighbours();
        if (table.isEmpty()) return List.of();
        return table.get()
                .others(link.gateways())
                .stream()
                .filter(table.get()::isKnown)
                .map(WrittenAddress::of)
                .sorted()
                .toList();
    }
}
