package io.landline.node.network;

import io.landline.beacon.PortWarning;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.WarningCode;
import io.landline.peer.WrittenAddress;
import io.landline.session.SessionWarning;
import java.net.InetAddress;
import java.util.List;

/// What presence and sessions warn of, as sentences in English. Stateless; any thread.
final class NetworkWarnings {
    private NetworkWarnings() {}

    static Warning of(PortWarning warning) {
        return switch (warning) {
            case PortWarning.SharedPortTaken(int port) -> new Warning(WarningCode.SHARED_PORT,
                    "Another program holds UDP port " + port + " for itself, so Landline hears only what is"
                            + " sent to it directly. Others still see this computer. End that program, or start all"
                            + " with another --udp-port.",
                    List.of(String.valueOf(port)));
            case PortWarning.OwnPortsTaken(int first, int last, int used, String name) -> new Warning(
                    WarningCode.OWN_PORT,
                    "All UDP ports from " + first + " to " + last + " are taken; Landline uses UDP port " + used
                            + " on " + name + ", which a firewall's rule for Landline does not cover.",
                    List.of(String.valueOf(first), String.valueOf(last), String.valueOf(used), name));
        };
    }

    /// @param from where such a node is
    static Warning foreignVersion(String version, InetAddress from) {
        String where = WrittenAddress.of(from);
        return new Warning(WarningCode.VERSION, "A Landline of the incompatible version " + version + " is at " + where
                + ". Install the same version on both computers.", List.of(version, where));
    }

    static Warning of(SessionWarning warning) {
        return switch (warning) {
            case SessionWarning.PortTaken(int wished, int used) -> new Warning(WarningCode.PORT_TAKEN,
                    "TCP port " + wished + " is taken by another program; listening on " + used + " instead.",
                    List.of(String.valueOf(wished), String.valueOf(used)));
            case SessionWarning.CannotListen(InetAddress address, String why) -> new Warning(WarningCode.CANNOT_LISTEN,
                    "Nobody can connect to " + WrittenAddress.of(address) + " now (" + why
                            + "). Landline still connects to others; start it anew to listen on another port.",
                    List.of(WrittenAddress.of(address)));
            case SessionWarning.TooManyFiles(String why) -> new Warning(WarningCode.TOO_MANY_FILES,
                    "New connections wait: " + why + ". Close something, or raise the limit.", List.of());
            case SessionWarning.InternalError(var typed) -> {
                String where = typed.getHostString() + ":" + typed.getPort();
                yield new Warning(WarningCode.INTERNAL_ERROR, "Landline failed while it connected to " + where
                        + ", by a fault of its own. The log has the details; please report it.", List.of(where));
            }
        };
    }
}
