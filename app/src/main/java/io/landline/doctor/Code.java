package io.landline.doctor;

import java.util.Locale;

/// What the doctor looks for, in the order in which it tells of it. docs/doctor.md says of each what it means.
public enum Code {
    NO_INTERFACE, PORT_TAKEN, NO_PERMISSION, UDP_OUT_BLOCKED, FIREWALL_HERE, NO_BROADCAST, NO_MULTICAST, UDP_IN_BLOCKED, VPN_ROUTE, OTHER_SUBNET, ISOLATION, NOT_FOUND, OTHER_VERSION, OTHER_ROOM, KEY_DIFFERS, IDENTITY_TWICE, CLOCK_OFF;

    /// As programs read it: `no-interface`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
