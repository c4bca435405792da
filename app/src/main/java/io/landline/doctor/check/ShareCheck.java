package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Whether the profile lies on a network share, where its history is written another way: slower, but safe there.
public final class ShareCheck implements Check {
    private final BooleanSupplier onShare;

    public ShareCheck(BooleanSupplier onShare) { this.onShare = onShare; }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.NETWORK_SHARE);
    }

    @Override
    public List<Finding> run() {
        return List.of(onShare.getAsBoolean()
                ? Finding.note(FindingCode.NETWORK_SHARE, DoctorMessage.of("share.network"),
                        DoctorMessage.of("share.network.nothing"))
                : Finding.ok(FindingCode.NETWORK_SHARE, DoctorMessage.of("share.none")));
    }
}
