package io.landline.doctor;

/// What became of one datagram that this computer sent to everybody: whether it left, and whether the system gave us the copy that is
/// for ourselves. That copy passes the firewall of this computer like any that comes in.
///
/// @param interfaceName by which it left
/// @param error what the system said instead of sending it; empty where it went
record Echo(String interfaceName, Way way, String error, boolean cameBack) {
    /// To whom it went.
    enum Way {
        BROADCAST("255.255.255.255"), SUBNET_BROADCAST("the broadcast address of the subnet"), MULTICAST("IPv4 multicast");

        final String label;

        Way(String label) { this.label = label; }

        boolean isBroadcast() {
            return this != MULTICAST;
        }
    }

    boolean left() {
        return error.isEmpty();
    }
}
