package io.landline.beacon;

import static java.net.StandardProtocolFamily.INET;
import static java.net.StandardProtocolFamily.INET6;

import io.landline.beacon.UsableInterface.OwnAddress;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.Selector;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The own sockets of one interface, one a family, with their ways out, and the multicast groups that the shared
/// sockets joined on it. Confined to the beacon's thread.
final class InterfaceSockets implements AutoCloseable {
    /// In the range for one site's own use (RFC 2365 §6.1); the last bytes are 52 63, the shared port.
    static final InetAddress GROUP_4 = address("efff343f");
    /// Link-local scope, not permanent (RFC 4291 §2.7); the last bytes say LAND.
    static final InetAddress GROUP_6 = address("ff12000000000000000000004c414e44");
    static final InetAddress BROADCAST = address("ffffffff");
    /// Java reports no broadcast address for the loopback interface, but it has one.
    static final InetAddress LOOPBACK_BROADCAST = address("7fffffff");
    private static final Logger LOG = System.getLogger(InterfaceSockets.class.getName());

    private UsableInterface at;
    private final int sharedPort;
    private @Nullable UdpSocket own4;
    private @Nullable UdpSocket own6;
    private @Nullable MembershipKey member4;
    private @Nullable MembershipKey member6;
    private boolean joinFailureTold;

    InterfaceSockets(UsableInterface at, int sharedPort) {
        this.at = at;
        this.sharedPort = sharedPort;
    }

    UsableInterface at() {
        return at;
    }

    /// Whether these sockets still fit the interface as it is now: bound to its addresses, with its ways out.
    boolean suits(UsableInterface now) {
        return at.index() == now.index() && at.multicast() == now.multicast() && at.ipv4().equals(now.ipv4())
                && at.ipv6().equals(now.ipv6());
    }

    /// Takes note of addresses that came or went beside those that the sockets are bound to.
    void update(UsableInterface now) {
        at = now;
    }

    /// Opens what is not open yet: an address may not be ready (IPv6 looks for duplicates first), and is tried again at
    /// the next call. True when a socket came.
    boolean open(Selector selector, IntConsumer strangePort) {
        boolean news = false;
        if (own4 == null && at.ipv4().isPresent()) {
            own4 = tryOpen(selector, INET, at.ipv4().get(), strangePort);
            news = own4 != null;
        }
        // Loopback does without IPv6: it has no multicast there, and all our nodes on this host have IPv4.
        if (own6 == null && !at.loopback() && at.ipv6().isPresent()) {
            own6 = tryOpen(selector, INET6, at.ipv6().get(), strangePort);
            news |= own6 != null;
        }
        return news;
    }

    private @Nullable UdpSocket tryOpen(Selector selector, StandardProtocolFamily family, OwnAddress own,
            IntConsumer strangePort) {
        try {
            for (int port = sharedPort + 1; port <= sharedPort + SocketBeacon.OWN_PORTS; port++) {
                try {
                    return UdpSocket.own(selector, at, family, new InetSocketAddress(own.address(), port));
                } catch (BindException e) {
                    if (!canBind(own.address())) return null; // the address is not ready, whatever the port
                }
            }
            var any = UdpSocket.own(selector, at, family, new InetSocketAddress(own.address(), 0));
            strangePort.accept(any.localPort());
            return any;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "no socket on " + at.name() + ": " + e.getMessage());
            return null;
        }
    }

    private static boolean canBind(InetAddress address) {
        try (var probe = DatagramChannel.open(address instanceof Inet6Address ? INET6 : INET)) {
            probe.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Joins the groups on this interface that are not joined yet. Where a join fails, broadcast has to do (and the
    /// next call tries again).
    void join(@Nullable UdpSocket shared4, @Nullable UdpSocket shared6) {
        if (!at.multicast()) return;
        if (shared4 != null && own4 != null && (member4 == null || !member4.isValid())) {
            member4 = tryJoin(shared4, GROUP_4);
        }
        if (shared6 != null && own6 != null && (member6 == null || !member6.isValid())) {
            member6 = tryJoin(shared6, GROUP_6);
        }
    }

    private @Nullable MembershipKey tryJoin(UdpSocket shared, InetAddress group) {
        try {
            NetworkInterface card = NetworkInterface.getByIndex(at.index());
            return card == null ? null : shared.channel.join(group, card);
        } catch (IOException e) {
            if (!joinFailureTold) LOG.log(Level.INFO, () -> "no multicast on " + at.name() + ": " + e.getMessage());
            joinFailureTold = true;
            return null;
        }
    }

    /// Tries each way out of this interface; `tap` hears of each.
    void broadcast(byte[] datagram, boolean multicastToo, BiConsumer<UdpSocket, InetSocketAddress> tap) {
        if (own4 != null) {
            boolean went = at.loopback()
                    ? out(own4, datagram, LOOPBACK_BROADCAST, tap)
                    : broadcastOnWire(own4, datagram, tap);
            if (at.multicast() && (multicastToo || !went)) out(own4, datagram, GROUP_4, tap);
        }
        if (own6 != null && at.multicast()) out(own6, datagram, scoped(GROUP_6, at.index()), tap);
    }

    /// Both broadcasts: 255.255.255.255 follows the socket's address, the directed one the routing table.
    private boolean broadcastOnWire(UdpSocket own, byte[] datagram,
            BiConsumer<UdpSocket, InetSocketAddress> tap) {
        boolean limited = out(own, datagram, BROADCAST, tap);
        InetAddress directed = at.ipv4().map(OwnAddress::broadcast).orElse(null);
        return directed == null
                ? limited && at.ipv4()
                        .filter(each -> each.prefixBits() <= SystemInterfaces.BROADCAST_PREFIX_MAX)
                        .isPresent()
                : out(own, datagram, directed, tap) | limited;
    }

    private boolean out(UdpSocket own, byte[] datagram, InetAddress to,
            BiConsumer<UdpSocket, InetSocketAddress> tap) {
        var target = new InetSocketAddress(to, sharedPort);
        boolean went = own.send(datagram, target);
        tap.accept(own, target);
        return went;
    }

    /// Our own socket for such an address; null if there is none.
    @Nullable
    UdpSocket socketFor(InetAddress address) {
        return address instanceof Inet6Address ? own6 : own4;
    }

    /// Forgets a socket that is closed; the next [#open] makes a new one.
    void giveUp(UdpSocket socket) {
        if (socket == own4) own4 = null;
        if (socket == own6) own6 = null;
    }

    @Override
    public void close() {
        if (member4 != null) member4.drop();
        if (member6 != null) member6.drop();
        if (own4 != null) own4.close();
        if (own6 != null) own6.close();
    }

    static InetAddress scoped(InetAddress group, int scope) {
        try {
            return Inet6Address.getByAddress(null, group.getAddress(), scope);
        } catch (UnknownHostException e) {
            throw new AssertionError("16 bytes make an address", e);
        }
    }

    private static InetAddress address(String hex) {
        try {
            return InetAddress.getByAddress(HexFormat.of().parseHex(hex));
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 bytes make an address", e);
        }
    }
}
