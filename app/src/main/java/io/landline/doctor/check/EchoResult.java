package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;

/// What became of one datagram that this computer sent to everybody: whether it left, and whether the system gave us
/// our own copy. That copy passes the firewall of this computer like any that comes in.
///
/// @param interfaceName by which it left
/// @param error what the system said instead of sending it, in English where that is for a check to know
///            ([io.landline.doctor.system.SendErrors]); empty where it went
public record EchoResult(String interfaceName, Way way, String error, boolean cameBack) {
    /// The kind of address it went to.
    public enum Way {
        BROADCAST, SUBNET_BROADCAST, MULTICAST, MULTICAST_6;

        public boolean isBroadcast() {
            return this == BROADCAST || this == SUBNET_BROADCAST;
        }

        /// The rest of a sentence.
        DoctorMessage named() {
            return switch (this) {
                case BROADCAST -> DoctorMessage.of("way.broadcast");
                case SUBNET_BROADCAST -> DoctorMessage.of("way.subnet-broadcast");
                case MULTICAST -> DoctorMessage.of("way.multicast-4");
                case MULTICAST_6 -> DoctorMessage.of("way.multicast-6");
            };
        }
    }

    boolean left() {
        return error.isEmpty();
    }
}
