package io.landline.settings;

import io.landline.filetransfer.AcceptRule;
import io.landline.peer.PeerName;
import io.landline.presence.Presence;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the user chose, with the defaults filled in where they did not. Rooms are not here: they live in the database,
/// with their keys. Immutable; any thread.
///
/// @param name null until one was chosen: [DefaultName] suggests one
/// @param downloads absolute; null until one was chosen
/// @param udpPort the shared port; null: the default one
/// @param tcpPort 0: any; null: the default one
/// @param interfaces those to use, at most [#INTERFACES_MAX]; empty: all
/// @param peers addresses typed by hand, `HOST[:PORT]`, at most [#PEERS_MAX]
/// @param listeningOnly networks in which nothing is announced, at most [#NETWORKS_MAX], as `wlan0 192.168.1.0/24`
/// @param shareActivity others learn when the user types, reads and was here, and the user learns it of them
public record Settings(@Nullable PeerName name, @Nullable Path downloads, AcceptRule accept, @Nullable Integer udpPort,
        @Nullable Integer tcpPort, List<String> interfaces, List<String> peers, List<String> listeningOnly,
        boolean shareActivity) {
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
    /// One folder's path (PATH_MAX on Linux).
    public static final int PATH_BYTES_MAX = 4_096;

    public static final Settings DEFAULTS = new Settings(null, null, AcceptRule.ASK, null, null, List.of(), List.of(),
            List.of(), true);

    public Settings {
        if (downloads != null && !downloads.isAbsolute()) {
            throw new IllegalArgumentException("the downloads folder is given absolutely");
        }
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
        listeningOnly = List.copyOf(listeningOnly);
        peers = List.copyOf(peers);
    }

    public Settings withName(PeerName chosen) {
        return with(copy -> copy.name = chosen);
    }

    public Settings withDownloads(Path chosen) {
        return with(copy -> copy.downloads = chosen);
    }

    public Settings withoutDownloads() {
        return with(copy -> copy.downloads = null);
    }

    public Settings withUdpPort(int port) {
        return with(copy -> copy.udpPort = port);
    }

    public Settings withTcpPort(int port) {
        return with(copy -> copy.tcpPort = port);
    }

    public Settings withInterfaces(List<String> chosen) {
        return with(copy -> copy.interfaces = chosen);
    }

    public Settings withPeers(List<String> typed) {
        return with(copy -> copy.peers = typed);
    }

    public Settings withListeningOnly(List<String> networks) {
        return with(copy -> copy.listeningOnly = networks);
    }

    public Settings withAccept(AcceptRule chosen) {
        return with(copy -> copy.accept = chosen);
    }

    public Settings withShareActivity(boolean shared) {
        return with(copy -> copy.shareActivity = shared);
    }

    private Settings with(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.settings();
    }

    /// All components, before they are checked: the one place that names them in their order.
    private static final class Copy {
        private @Nullable PeerName name;
        private @Nullable Path downloads;
        private AcceptRule accept;
        private @Nullable Integer udpPort;
        private @Nullable Integer tcpPort;
        private List<String> interfaces;
        private List<String> peers;
        private List<String> listeningOnly;
        private boolean shareActivity;

        Copy(Settings of) {
            name = of.name;
            downloads = of.downloads;
            accept = of.accept;
            udpPort = of.udpPort;
            tcpPort = of.tcpPort;
            interfaces = of.interfaces;
            peers = of.peers;
            listeningOnly = of.listeningOnly;
            shareActivity = of.shareActivity;
        }

        Settings settings() {
            return new Settings(name, downloads, accept, udpPort, tcpPort, interfaces, peers, listeningOnly,
                    shareActivity);
        }
    }
}
