package io.landline.doctor;

import io.landline.beacon.SocketBeacon;

/// The ports that a rule of a firewall has to name: the shared one and the sixteen own ones after it, for UDP and TCP
/// alike.
record FirewallPorts(int first) {
    int last() {
        return first + SocketBeacon.OWN_PORTS;
    }

    /// For a sentence.
    String from() {
        return String.valueOf(first);
    }

    /// For a sentence.
    String to() {
        return String.valueOf(last());
    }

    /// `5263-5279`.
    String range() {
        return first + "-" + last();
    }
}
