package io.landline.violations.beacon;

import io.landline.violations.presence.Packet;

/// A carrier that looks at what it carries.
final class KnowsMeaning {
    private KnowsMeaning() {}

    static boolean isAnnounce(Packet packet) {
        return packet.kind() == 1;
    }
}
