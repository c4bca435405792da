package io.landline.session;

import java.util.Set;

/// Where a node listens and from where it dials. Immutable.
///
/// @param tcpPort the port wished for; 0 for any
/// @param portGiven whether the user asked for that very port: then another one is no substitute
/// @param interfaces the names of the only interfaces to listen on and to dial from; empty for all. `lo` alone: this
///        machine only
public record ListenSettings(int tcpPort, boolean portGiven, Set<String> interfaces) {
    /// LAND on a telephone keypad.
    public static final int PORT_DEFAULT = 5263;
    /// Where the default is taken the next free one up to here, so that one firewall rule is enough; then any.
    public static final int PORT_LAST = 5279;

    public ListenSettings {
        if (tcpPort < 0 || tcpPort > 65_535) throw new IllegalArgumentException("port " + tcpPort);
        interfaces = Set.copyOf(interfaces);
    }
}
