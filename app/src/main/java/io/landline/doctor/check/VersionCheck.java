package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.peer.WrittenAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Whether another Landline near us speaks another version of presence.
public final class VersionCheck implements Check {
    private final NeighbourList neighbours;

    public VersionCheck(NeighbourList neighbours) { this.neighbours = neighbours; }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.OTHER_VERSION);
    }

    @Override
    public List<Finding> run() throws InterruptedException {
        List<HeardPacket> heard = neighbours.listen();
        List<DoctorMessage> others = heard.stream()
                .filter(packet -> !packet.foreignVersion().isEmpty())
                .sorted(Comparator.comparing(packet -> WrittenAddress.of(packet.from())))
                .map(packet -> DoctorMessage.of("version.other.at", WrittenAddress.of(packet.from()),
                        packet.foreignVersion()))
                .distinct()
                .limit(DoctorMessage.NAMED_MAX)
                .toList();
        if (!others.isEmpty()) {
            return List.of(Finding.note(FindingCode.OTHER_VERSION, DoctorMessage.of("version.other", others),
                    DoctorMessage.of("version.other.remedy")));
        }
        return List.of(heard.isEmpty()
                ? Finding.unknown(FindingCode.OTHER_VERSION, DoctorMessage.of("nobody.heard"))
                : Finding.ok(FindingCode.OTHER_VERSION, DoctorMessage.of("version.ok")));
    }
}
