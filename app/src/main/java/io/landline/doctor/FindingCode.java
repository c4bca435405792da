package io.landline.doctor;

import io.landline.peer.WireWord;

/// What the doctor looks for, in the order in which it tells of it. docs/doctor.md says of each what it means.
public enum FindingCode {
    /// No usable network.
    NO_INTERFACE,
    /// Another program has our port.
    PORT_TAKEN,
    /// The system does not let this program use the network.
    NO_PERMISSION,
    /// UDP does not leave this computer.
    UDP_OUT_BLOCKED,
    /// What comes in is dropped on this computer.
    FIREWALL_HERE,
    /// Broadcast does not go out, or does not come in.
    NO_BROADCAST,
    /// Multicast does not go out, or does not come in.
    NO_MULTICAST,
    /// What is sent to others by UDP is not answered, or nobody is heard.
    UDP_IN_BLOCKED,
    /// What is meant for neighbours leaves by a tunnel.
    VPN_ROUTE,
    /// The other computer lies behind a router.
    OTHER_SUBNET,
    /// The network keeps its computers apart, or the other one is off.
    ISOLATION,
    /// The other computer was not met.
    NOT_FOUND,
    /// Another version of Landline.
    OTHER_VERSION,
    /// No room in common.
    OTHER_ROOM,
    /// A room of one name with two keys.
    KEY_DIFFERS,
    /// A copied profile.
    IDENTITY_TWICE,
    /// A clock that is wrong, here or there.
    CLOCK_OFF,
    /// The profile lies where other computers write too.
    NETWORK_SHARE;

    /// As programs read it: `no-interface`.
    public String word() {
        return WireWord.of(this);
    }
}
