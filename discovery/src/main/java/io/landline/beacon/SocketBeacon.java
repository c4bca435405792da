package io.landline.beacon;

import static java.net.StandardProtocolFamily.INET;
import static java.net.StandardProtocolFamily.INET6;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The beacon on real sockets: a shared one of each family for all interfaces, own ones for each. One selector waits
/// for all of them, so the thread that owns the state also receives: no queue between threads, and few wake-ups.
/// Confined to that thread; a platform thread, since a waiting selector would hold on to a virtual one's carrier.
public final class SocketBeacon implements Beacon {
    /// With the shared port before them one range for a firewall's rule (docs/protocol/presence.md, "Who speaks when").
    public static final int OWN_PORTS = 16;
    /// Datagrams taken off one socket before the others have their turn.
    private static final int BATCH_MAX = 64;
    /// One byte over the limit, so that too long is seen.
    private static final int BUFFER_BYTES = MAX_BYTES + 1;
    private static final Logger LOG = System.getLogger(SocketBeacon.class.getName());

    private final int sharedPort;
    private List<String> interfaceNames;
    private final InterfaceSource source;
    private final Consumer<PortWarning> warnings;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Map<String, InterfaceSockets> sockets = new LinkedHashMap<>();
    private List<UsableInterface> interfaces = List.of();
    private @Nullable UdpSocket shared4;
    private @Nullable UdpSocket shared6;
    private ListenOnlyNetworks silentIn = ListenOnlyNetworks.NOWHERE;
    private @Nullable DatagramTap tap;
    private boolean sharedFailureTold;
    private boolean strangePortTold;

    SocketBeacon(int sharedPort, List<String> interfaceNames, InterfaceSource source,
            Consumer<PortWarning> warnings) throws IOException {
        this.sharedPort = sharedPort;
        this.interfaceNames = List.copyOf(interfaceNames);
        this.source = source;
        this.warnings = warnings;
        selector = Selector.open();
    }

    /// Opens every socket that can be opened now; those that cannot are tried again by [#refresh].
    ///
    /// @param interfaceNames the only interfaces to use; empty for all usable ones
    /// @param warnings is told on the beacon's thread of ports that are taken
    public static SocketBeacon open(int sharedPort, List<String> interfaceNames, Consumer<PortWarning> warnings)
            throws IOException {
        var beacon = new SocketBeacon(sharedPort, interfaceNames, new SystemInterfaces(), warnings);
        beacon.refresh();
        return beacon;
    }

    /// Only these interfaces are used from the next [#refresh] on; empty for all usable ones. The sockets of others are
    /// closed there.
    public void use(List<String> names) {
        interfaceNames = List.copyOf(names);
    }

    @Override
    public List<UsableInterface> interfaces() {
        return interfaces;
    }

    @Override
    public List<UsableInterface> interfacesNow() {
        try {
            return source.interfaces();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the system does not list its interfaces now", e);
            return interfaces;
        }
    }

    @Override
    public OptionalInt sharedPort() {
        return shared4 == null && shared6 == null ? OptionalInt.empty() : OptionalInt.of(sharedPort);
    }

    @Override
    public boolean refresh() {
        boolean news = openShared();
        List<UsableInterface> now = chosenInterfaces();
        boolean closed = false;
        for (var each : List.copyOf(sockets.values())) {
            var same = now.stream().filter(other -> other.name().equals(each.at().name())).findFirst();
            if (same.isPresent() && each.suits(same.get())) {
                each.update(same.get());
            } else {
                each.close();
                sockets.remove(each.at().name());
                closed = true;
            }
        }
        if (closed) flushClosed();
        for (var each : now) {
            var open = sockets.computeIfAbsent(each.name(), _ -> new InterfaceSockets(each, sharedPort));
            news |= open.open(selector, port -> tellStrangePort(port, each.name()));
            open.join(shared4, shared6);
        }
        news |= !now.equals(interfaces);
        interfaces = now;
        return news;
    }

    /// A closed socket keeps its port until its selector has looked again.
    private void flushClosed() {
        try {
            selector.selectNow();
        } catch (IOException e) {
            throw new IllegalStateException("the system's selector failed", e);
        }
    }

    private List<UsableInterface> chosenInterfaces() {
        try {
            return InterfaceChoice.of(source.interfaces(), interfaceNames);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the system does not list its interfaces now", e);
            return interfaces;
        }
    }

    private boolean openShared() {
        boolean news = false;
        if (shared4 == null) {
            shared4 = tryShared(INET);
            news = shared4 != null;
        }
        if (shared6 == null && shared4 != null) shared6 = tryShared(INET6);
        return news;
    }

    private @Nullable UdpSocket tryShared(StandardProtocolFamily family) {
        try {
            return UdpSocket.shared(selector, family, sharedPort);
        } catch (IOException | UnsupportedOperationException e) { // no IPv6 on this host is the second
            if (family == INET && !sharedFailureTold) {
                sharedFailureTold = true;
                warnings.accept(new PortWarning.SharedPortTaken(sharedPort));
            }
            return null;
        }
    }

    private void tellStrangePort(int port, String interfaceName) {
        if (strangePortTold) return;
        strangePortTold = true;
        warnings.accept(
                new PortWarning.OwnPortsTaken(sharedPort + 1, sharedPort + OWN_PORTS, port,
                        interfaceName));
    }

    @Override
    public void broadcast(byte[] datagram) {
        spread(datagram, false);
    }

    @Override
    public void broadcastWidely(byte[] datagram) {
        spread(datagram, true);
    }

    private void spread(byte[] datagram, boolean multicastToo) {
        for (var each : sockets.values()) {
            if (isSilent(each.at().name())) continue;
            each.broadcast(datagram, multicastToo, (own, to) -> noteOut(datagram, own, to, each.at().name()));
        }
    }

    /// The network may have changed since the last look at the interfaces: a computer was carried elsewhere.
    private boolean isSilent(String interfaceName) {
        if (silentIn.isNowhere()) return false;
        return interfacesNow().stream()
                .noneMatch(each -> each.name().equals(interfaceName) && !silentIn.covers(each));
    }

    @Override
    public void keepSilentIn(ListenOnlyNetworks networks) { silentIn = networks; }

    @Override
    public void send(byte[] datagram, InetSocketAddress to) {
        UdpSocket own = ownSocketFor(to.getAddress());
        if (own != null) {
            sendBy(own, datagram, to);
        } else {
            sendByShared(datagram, to);
        }
    }

    @Override
    public void sendFromShared(byte[] datagram, InetAddress to) {
        var target = new InetSocketAddress(to, sharedPort);
        if (!sendByShared(datagram, target)) send(datagram, target);
    }

    private boolean sendByShared(byte[] datagram, InetSocketAddress to) {
        UdpSocket shared = to.getAddress() instanceof Inet6Address ? shared6 : shared4;
        if (shared != null) sendBy(shared, datagram, to);
        return shared != null;
    }

    private @Nullable UdpSocket ownSocketFor(InetAddress address) {
        for (var each : sockets.values()) {
            UdpSocket own = each.socketFor(address);
            boolean scopeFits = address instanceof Inet6Address six && six.isLinkLocalAddress()
                    && six.getScopeId() == each.at().index();
            if (own != null && (scopeFits || each.at().reaches(address))) return own;
        }
        return null;
    }

    @Override
    public void answer(byte[] datagram, ReceivedDatagram question) {
        if (question.by() instanceof UdpSocket socket && socket.channel.isOpen()) {
            sendBy(socket, datagram, question.from());
        } else {
            send(datagram, question.from()); // its socket was replaced since
        }
    }

    private void sendBy(UdpSocket socket, byte[] datagram, InetSocketAddress to) {
        socket.send(datagram, to);
        noteOut(datagram, socket, to, socket.isShared() ? nameFor(to.getAddress()) : socket.interfaceName());
    }

    private void noteOut(byte[] datagram, UdpSocket by, InetSocketAddress to, String interfaceName) {
        if (tap == null) return;
        if (by.problem().isEmpty()) {
            tap.wentOut(datagram, by.local(), to, interfaceName);
        } else {
            tap.wasRefused(to, interfaceName, by.problem());
        }
    }

    @Override
    public void receive(Duration wait, Consumer<ReceivedDatagram> each) {
        try {
            // never early: a wake-up too soon would be one for nothing
            long millis = (wait.toNanos() + 999_999) / 1_000_000;
            if (millis <= 0) {
                selector.selectNow();
            } else {
                selector.select(millis);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the system's selector failed", e);
        }
        for (SelectionKey key : new ArrayList<>(selector.selectedKeys())) {
            if (key.attachment() instanceof UdpSocket socket && key.isValid()) take(socket, each);
        }
        selector.selectedKeys().clear();
    }

    private void take(UdpSocket socket, Consumer<ReceivedDatagram> each) {
        for (int i = 0; i < BATCH_MAX; i++) {
            InetSocketAddress from;
            try {
                from = socket.receive(buffer);
            } catch (IOException e) {
                LOG.log(Level.WARNING, () -> socket + " failed and is opened anew: " + e.getMessage());
                giveUp(socket);
                return;
            }
            if (from == null) return;
            if (from.getPort() == 0 || !AddressPolicy.isPossibleSource(from.getAddress())) continue;
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            var heard = new ReceivedDatagram(bytes, from,
                    socket.isShared() ? nameFor(from.getAddress()) : socket.interfaceName(),
                    socket);
            if (isBroadcastAddress(from.getAddress())) continue;
            if (tap != null) tap.cameIn(heard, socket.local());
            each.accept(heard);
        }
    }

    private boolean isBroadcastAddress(InetAddress from) {
        return from instanceof Inet4Address && interfaces.stream()
                .flatMap(each -> each.addresses().stream())
                .anyMatch(own -> from.equals(own.broadcast()));
    }

    /// Java does not say by which interface a datagram came: the source's scope or subnet tells.
    private String nameFor(InetAddress address) {
        for (UsableInterface each : interfaces) {
            boolean scoped = address instanceof Inet6Address six && six.isLinkLocalAddress();
            if (scoped ? ((Inet6Address) address).getScopeId() == each.index() : each.reaches(address)) {
                return each.name();
            }
        }
        return "";
    }

    private void giveUp(UdpSocket socket) {
        socket.close();
        if (socket == shared4) shared4 = null;
        if (socket == shared6) shared6 = null;
        for (var each : sockets.values()) each.giveUp(socket);
        // not flushed here, in the midst of the selected keys: the look at the interfaces opens it anew, after another
        // select
    }

    @Override
    public void wakeUp() {
        selector.wakeup();
    }

    @Override
    public void tap(@Nullable DatagramTap newTap) {
        tap = newTap;
    }

    @Override
    public void close() {
        sockets.values().forEach(InterfaceSockets::close);
        sockets.clear();
        if (shared4 != null) shared4.close();
        if (shared6 != null) shared6.close();
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing the selector", e);
        }
    }
}
