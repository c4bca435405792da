package io.landline.beacon;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/// One UDP socket of a beacon. Confined to the beacon's thread.
final class UdpSocket implements ReplyPath, AutoCloseable {
    /// Asked for; the system gives what it allows. It holds the answers of a whole crowd that arrive at once, and the
    /// start of a flood.
    private static final int RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;
    /// Windows reports an unreachable port at the next receive, which then fails once. A socket that fails this often
    /// in a row is dead.
    static final int ERRORS_IN_A_ROW_MAX = 10;
    private static final int HOPS = 1;
    private static final Logger LOG = System.getLogger(UdpSocket.class.getName());

    /// Takes one datagram off the socket; a test replaces it by one that fails.
    interface Receiver {
        @Nullable
        SocketAddress receive(ByteBuffer buffer) throws IOException;
    }

    final DatagramChannel channel;
    private Receiver receiver;
    private final String interfaceName;
    private final InetSocketAddress local;
    private int errorsInARow;
    private String problem = "";

    private UdpSocket(DatagramChannel channel, String interfaceName) throws IOException {
        this.channel = channel;
        receiver = channel::receive;
        this.interfaceName = interfaceName;
        local = (InetSocketAddress) channel.getLocalAddress();
    }

    /// The shared kind: wildcard address, address reuse on, so that all nodes of a host hear broadcast and multicast.
    static UdpSocket shared(Selector selector, StandardProtocolFamily family, int port) throws IOException {
        return open(selector, DatagramChannel.open(family), "", channel -> {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (OperatingSystem.here() == OperatingSystem.MACOS
                    && channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true); // BSD shares a UDP port by this one only
            }
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.bind(new InetSocketAddress(port));
        });
    }

    /// The own kind: bound to one interface's address, for itself alone.
    static UdpSocket own(Selector selector, UsableInterface at, StandardProtocolFamily family,
            InetSocketAddress local) throws IOException {
        return open(selector, DatagramChannel.open(family), at.name(), channel -> {
            channel.bind(local);
            var card = NetworkInterface.getByIndex(at.index());
            if (card != null && at.multicast()) channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, card);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
        });
    }

    private interface Setup {
        void apply(DatagramChannel channel) throws IOException;
    }

    private static UdpSocket open(Selector selector, DatagramChannel channel, String interfaceName, Setup setup)
            throws IOException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            setup.apply(channel);
            var socket = new UdpSocket(channel, interfaceName);
            channel.register(selector, SelectionKey.OP_READ, socket);
            return socket;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public String interfaceName() {
        return interfaceName;
    }

    boolean isShared() {
        return interfaceName.isEmpty();
    }

    /// Whether it went out, as far as this host can tell.
    boolean send(byte[] datagram, InetSocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(datagram), to); // a full send buffer loses the datagram, as the wire may
            problem = "";
            return true;
        } catch (IOException e) {
            if (problem.isEmpty()) LOG.log(Level.DEBUG, () -> "cannot send by " + this + ": " + e.getMessage());
            String why = e.getMessage();
            problem = why == null || why.isBlank() ? e.getClass().getSimpleName() : why;
            return false;
        }
    }

    /// The system's error for the last datagram that was to be sent; empty if it was sent.
    String problem() {
        return problem;
    }

    /// The source of the next datagram; its bytes are in the buffer then. Null if none waits.
    @Nullable
    InetSocketAddress receive(ByteBuffer buffer) throws IOException {
        buffer.clear();
        try {
            var from = (InetSocketAddress) receiver.receive(buffer);
            errorsInARow = 0;
            buffer.flip();
            return from;
        } catch (IOException e) {
            if (++errorsInARow >= ERRORS_IN_A_ROW_MAX) throw e;
            return null;
        }
    }

    void receiveBy(Receiver other) { receiver = other; }

    /// Address and port that it is bound to; the wildcard address for a shared one.
    InetSocketAddress local() {
        return local;
    }

    int localPort() {
        return local.getPort();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing a socket", e);
        }
    }

    @Override
    public String toString() {
        return isShared() ? "the shared socket" : "the socket of " + interfaceName;
    }
}
