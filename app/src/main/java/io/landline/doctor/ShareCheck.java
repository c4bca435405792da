package io.landline.doctor;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Whether the profile lies on a network share, where its history is written another way: slower, but safe there.
final class ShareCheck implements Check {
    private final BooleanSupplier onShare;

    ShareCheck(BooleanSupplier onShare) { this.onShare = onShare; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.NETWORK_SHARE);
    }

    @Override
    public List<Finding> look() {
        return List.of(onShare.getAsBoolean()
                ? Finding.note(Code.NETWORK_SHARE, Words.of("share.network"), Words.of("share.network.remedy"))
                : Finding.ok(Code.NETWORK_SHARE, Words.of("share.none")));
    }
}
