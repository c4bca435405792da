package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.peer.WrittenAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether this very identity runs elsewhere too: a copied profile.
public final class DuplicateIdentityCheck implements Check {
    private static final DoctorMessage REMEDY = DoctorMessage.of("twin.remedy");

    private final NeighbourList neighbours;

    public DuplicateIdentityCheck(NeighbourList neighbours) { this.neighbours = neighbours; }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.IDENTITY_TWICE);
    }

    @Override
    public List<Finding> run() throws InterruptedException {
        List<HeardPacket> heard = neighbours.listen();
        InetAddress proven = neighbours.twin();
        if (proven != null) {
            return List.of(Finding.bad(FindingCode.IDENTITY_TWICE,
                    DoctorMessage.of("twin.proven", WrittenAddress.of(proven)), REMEDY));
        }
        Optional<HeardPacket> claimed = heard.stream()
                .filter(packet -> packet.peer().equals(Optional.of(neighbours.self())))
                .findFirst();
        return List.of(claimed
                .map(packet -> Finding.note(FindingCode.IDENTITY_TWICE,
                        DoctorMessage.of("twin.claimed", WrittenAddress.of(packet.from())),
                        DoctorMessage.of("twin.claimed.remedy").and(REMEDY)))
                .orElseGet(() -> Finding.ok(FindingCode.IDENTITY_TWICE, DoctorMessage.of("twin.none"))));
    }
}
