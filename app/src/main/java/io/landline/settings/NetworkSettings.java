package io.landline.settings;

import io.landline.presence.Presence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user chose about the network. Immutable; any thread.
///
/// @param udpPort the shared port; null: the default one
/// @param tcpPort 0: any; null: the default one
/// @param interfaces those to use, at most [#INTERFACES_MAX]; empty: all
/// @param peers addresses typed by hand, `HOST[:PORT]`, at most [#PEERS_MAX]
/// @param listeningOnly networks in which nothing is announced, at most [#NETWORKS_MAX], as `wlan0 192.168.1.0/24`
public record NetworkSettings(@Nullable Integer udpPort, @Nullable Integer tcpPort, List<String> interfaces,
        List<String> peers, List<String> listeningOnly) {
    /// Ports below are the system's (RFC 6335 §6).
    public static final int UDP_PORT_MIN = Presence.Settings.SHARED_PORT_MIN;
    /// The sixteen own ports follow the shared one.
    public static final int UDP_PORT_MAX = Presence.Settings.SHARED_PORT_MAX;
    /// A port has sixteen bits.
    public static final int TCP_PORT_MAX = 65_535;
    /// A host with many containers has some dozens.
    public static final int INTERFACES_MAX = 64;
    /// As many as one presence table takes per subnet; a user who types more wants a script.
    public static final int PEERS_MAX = 256;
    /// Generous: one entry per network a traveller ever chose to stay silent in.
    public static final int NETWORKS_MAX = 256;
    /// One interface name or address: a DNS name has at most 253 bytes, its port six.
    public static final int ADDRESS_BYTES_MAX = 260;

    public static final NetworkSettings DEFAULTS = new NetworkSettings(null, null, List.of(), List.of(), List.of());

    public NetworkSettings {
        if (udpPort != null && (udpPort < UDP_PORT_MIN || udpPort > UDP_PORT_MAX)) {
            throw new IllegalArgumentException("UDP port " + udpPort);
        }
        if (tcpPort != null && (tcpPort < 0 || tcpPort > TCP_PORT_MAX)) {
            throw new IllegalArgumentException("TCP port " + tcpPort);
        }
        if (interfaces.size() > INTERFACES_MAX) throw new IllegalArgumentException(interfaces.size() + " interfaces");
        if (peers.size() > PEERS_MAX) throw new IllegalArgumentException(peers.size() + " typed addresses");
        if (listeningOnly.size() > NETWORKS_MAX) throw new IllegalArgumentException(listeningOnly.size() + " networks");
        interfaces = List.copyOf(interfaces);
        peers = List.copyOf(peers);
        listeningOnly = List.copyOf(listeningOnly);
    }

    /// The shared UDP port: the one that was chosen, or the default one.
    public int sharedPort() {
        return udpPort != null ? udpPort : Presence.Settings.SHARED_PORT_DEFAULT;
    }

    public NetworkSettings withUdpPort(int port) {
        return new NetworkSettings(port, tcpPort, interfaces, peers, listeningOnly);
    }

    public NetworkSettings withTcpPort(int port) {
        return new NetworkSettings(udpPort, port, interfaces, peers, listeningOnly);
    }

    public NetworkSettings withInterfaces(List<String> chosen) {
        return new NetworkSettings(udpPort, tcpPort, chosen, peers, listeningOnly);
    }

    public NetworkSettings withPeers(List<String> typed) {
        return new NetworkSettings(udpPort, tcpPort, interfaces, typed, listeningOnly);
    }

    public NetworkSettings withListeningOnly(List<String> networks) {
        return new NetworkSettings(udpPort, tcpPort, interfaces, peers, networks);
    }
}
