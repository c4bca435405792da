package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.system.FirewallPorts;

/// Remedies that several checks give.
final class Remedies {
    static final DoctorMessage ISOLATION = DoctorMessage.of("remedy.isolation");

    private static final String LOOK_AROUND_COMMAND = "landline peers --look-around";

    /// Where UDP does not get through, and TCP may.
    static final DoctorMessage LOOK_AROUND = DoctorMessage.of("remedy.look-around", LOOK_AROUND_COMMAND);

    /// Where other computers are on, and nobody was heard.
    static final DoctorMessage ASK_THE_OTHERS = DoctorMessage.of("remedy.ask-the-others", LOOK_AROUND_COMMAND);

    private Remedies() {}

    /// For a firewall on the other computer, with an unknown system.
    static DoctorMessage firewallThere(FirewallPorts ports) {
        return DoctorMessage.of("remedy.firewall-there", ports.from(), ports.to());
    }
}
