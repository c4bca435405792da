package io.landline.doctor.system;

import io.landline.beacon.SocketBeacon;

/// The ports that a rule of a firewall has to name: the shared one and the sixteen own ones after it, for UDP and TCP
/// alike.
public record FirewallPorts(int first) {
    public int last() {
        return first + SocketBeacon.OWN_PORTS;
    }

    /// For a sentence.
    public String from() {
        return String.valueOf(first);
    }

    /// For a sentence.
    public String to() {
        return String.valueOf(last());
    }

    /// `5263-5279`.
    public String range() {
        return first + "-" + last();
    }
}
