package io.landline.lab.net;

import io.landline.lab.Family;
import io.landline.lab.LabException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import org.jspecify.annotations.Nullable;

/// Opens sockets of a chosen IP version. In C or Python one sets the option IPV6_V6ONLY; Java has no such option: an
/// IPv6 socket always hears IPv4 as well, and what it should not hear is dropped after it came (see [#isUnwanted]).
final class Sockets {
    /// How many connections the system keeps ready until they are accepted. They are accepted at once here.
    private static final int BACKLOG = 50;

    private Sockets() {}

    /// The address that the options name; null for all interfaces. Of several the first, as the course's servers do.
    static @Nullable InetAddress address(ServerOptions options) throws LabException, InterruptedException {
        return options.host().isBlank() ? null : Names.resolve(options.host(), options.family()).getFirst();
    }

    static DatagramSocket datagram(ServerOptions options, @Nullable InetAddress address) throws LabException {
        DatagramSocket socket = null;
        try {
            socket = DatagramChannel.open(family(options.family(), address)).socket();
            socket.bind(shown(options.family(), address, options.port()));
            return socket;
        } catch (IOException e) {
            if (socket != null) socket.close();
            throw new LabException(e, Failures.opening(options.port(), e));
        }
    }

    static ServerSocket listening(ServerOptions options, @Nullable InetAddress address) throws LabException {
        ServerSocketChannel channel = null;
        try {
            channel = ServerSocketChannel.open(family(options.family(), address));
            // Else a port stays blocked for a minute after a server closed connections (TIME_WAIT). On Windows the
            // option means that another program may take the port over, and there it is not needed.
            if (!isWindows()) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            }
            channel.bind(shown(options.family(), address, options.port()), BACKLOG);
            return channel.socket();
        } catch (IOException e) {
            closeAfter(e, channel);
            throw new LabException(e, Failures.opening(options.port(), e));
        }
    }

    /// The Lab asks for the system itself, since it knows nothing of Landline.
    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /// Whether the peer is of a version that the options leave out.
    static boolean isUnwanted(InetAddress peer, Family family) {
        return !Names.fits(peer, family);
    }

    /// `IPv4`, `IPv6` or `dual`.
    static String familyName(Family family, @Nullable InetAddress address) {
        if (address != null) return address instanceof Inet4Address ? "IPv4" : "IPv6";
        return switch (family) {
            case ANY -> hasIpv6() ? "dual" : "IPv4";
            case IPV4 -> "IPv4";
            case IPV6 -> "IPv6";
        };
    }

    /// The local address, to be bound and for people: the wildcard of a dual-stack socket is `[::]`. An IPv4 socket
    /// takes no other wildcard than its own.
    static InetSocketAddress shown(Family family, @Nullable InetAddress address, int port) throws IOException {
        if (address != null) return new InetSocketAddress(address, port);
        boolean four = family == Family.IPV4 || !hasIpv6();
        return new InetSocketAddress(InetAddress.getByName(four ? "0.0.0.0" : "::"), port);
    }

    static boolean hasIpv6() {
        return IPV6;
    }

    private static ProtocolFamily family(Family family, @Nullable InetAddress address) {
        boolean four = address != null ? address instanceof Inet4Address : family == Family.IPV4 || !hasIpv6();
        return four ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    private static void closeAfter(IOException failure, @Nullable ServerSocketChannel channel) {
        if (channel == null) return;
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /// A machine may have been started without IPv6 altogether.
    private static final boolean IPV6 = probe();

    private static boolean probe() {
        try (var _ = DatagramChannel.open(StandardProtocolFamily.INET6)) {
            return true;
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
