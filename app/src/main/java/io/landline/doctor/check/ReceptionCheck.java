package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.system.FirewallPorts;
import io.landline.peer.WrittenAddress;
import java.util.List;
import java.util.Set;

/// Whether others are heard by UDP.
public final class ReceptionCheck implements Check {
    private final NeighbourList neighbours;
    private final FirewallPorts ports;

    public ReceptionCheck(NeighbourList neighbours, FirewallPorts ports) {
        this.neighbours = neighbours;
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

    private Finding nobody() {
        if (neighbours.listed() == 0) {
            return new Finding(FindingCode.UDP_IN_BLOCKED, FindingState.UNKNOWN, DoctorMessage.of("hearing.nobody"),
                    DoctorMessage.of("hearing.nobody.remedy").and(Remedies.LOOK_AROUND));
        }
        return Finding.note(FindingCode.UDP_IN_BLOCKED, DoctorMessage.of("hearing.deaf", neighbours.listed()),
                DoctorMessage.of("hearing.deaf.remedy", ports.range()).and(Remedies.LOOK_AROUND));
    }
}
