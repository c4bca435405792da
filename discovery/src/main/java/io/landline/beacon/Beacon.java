package io.landline.beacon;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts datagrams on all usable interfaces and takes them off. What cannot be sent is lost, as datagrams are: nothing
/// here throws for the network's sake. Confined to one thread, but for [#wakeUp].
public interface Beacon extends Closeable {
    /// With the UDP and IP headers this fits the smallest MTU that IPv6 allows (1,280, RFC 8200 §5), so nothing is ever
    /// fragmented.
    int MAX_BYTES = 1_200;

    /// The interfaces in use.
    List<UsableInterface> interfaces();

    /// The interfaces as the system has them at this moment, whether in use yet or not. Takes some hundred
    /// microseconds.
    List<UsableInterface> interfacesNow();

    /// The port of the shared socket; empty while another program holds it for itself.
    OptionalInt sharedPort();

    /// Looks which interfaces there are now, opens and closes sockets to suit, and tries again what failed. True when
    /// something changed that others should hear of: an interface, an address or a socket was added or removed. To be
    /// called once a second: Java does not say when interfaces change.
    boolean refresh();

    /// By all steady ways out: both IPv4 broadcasts and IPv6 multicast, on each interface.
    void broadcast(byte[] datagram);

    /// By all ways out, IPv4 multicast included.
    void broadcastWidely(byte[] datagram);

    /// From now on, announcements do not leave by these networks; what arrives there is heard as before.
    void keepSilentIn(ListenOnlyNetworks networks);

    /// To one address, from the own socket of the interface that reaches it, else from the shared one.
    void send(byte[] datagram, InetSocketAddress to);

    /// To the shared port of one address, from our shared port.
    void sendFromShared(byte[] datagram, InetAddress to);

    /// To the question's source, by the socket that it came to.
    void answer(byte[] datagram, ReceivedDatagram question);

    /// Waits at most this long for datagrams, or for [#wakeUp], and hands over those that are there, a bounded number.
    void receive(Duration wait, Consumer<ReceivedDatagram> each);

    /// Ends a [#receive] that waits. Any thread.
    void wakeUp();

    /// Shows all that passes from now on; null for nobody.
    void tap(@Nullable DatagramTap tap);

    @Override
    void close();
}
