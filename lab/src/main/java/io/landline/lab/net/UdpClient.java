package io.landline.lab.net;

import io.landline.lab.Addresses;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.lab.Transport;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A client's UDP socket, tied to one server. Tying (`connect`) sends nothing: it lets only that server's datagrams in,
/// and it lets the system report a closed port, which an untied socket never hears of. Confined to the client's thread,
/// which may be interrupted to end it.
public final class UdpClient implements Closeable {
    /// The course's clients wait without end.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DatagramSocket socket;
    private final Peer server;
    private final Consumer<LabEvent> events;

    private UdpClient(DatagramSocket socket, Peer server, Consumer<LabEvent> events) {
        this.socket = socket;
        this.server = server;
        this.events = events;
    }

    /// @param localPort the port to send from; 0: the system chooses
    public static UdpClient open(Target target, int localPort, Consumer<LabEvent> events)
            throws IOException, InterruptedException {
        UdpClient client = openUntold(target, localPort, events);
        DatagramSocket socket = client.socket;
        String family = ((InetSocketAddress) client.server.address()).getAddress() instanceof Inet4Address
                ? "IPv4"
                : "IPv6";
        events.accept(
                new LabEvent.Started(Instant.now(), false, socket.getLocalSocketAddress(), Transport.UDP, family));
        String local = Addresses.text(socket.getLocalSocketAddress());
        events.accept(new LabEvent.Opened(Instant.now(), SocketCards.of(socket, family, local)));
        return client;
    }

    /// Opens without events so far, for measuring how long that takes: to read a socket's card takes time too.
    public static UdpClient openUntold(Target target, int localPort, Consumer<LabEvent> events)
            throws IOException, InterruptedException {
        List<InetAddress> addresses = Names.destinations(target.host(), target.family());
        // With UDP nobody can tell which address is heard. Most servers of a course are IPv4 only, and a dual-stack one
        // hears it too.
        InetAddress address = addresses.stream()
                .min(Comparator.comparing(each -> !(each instanceof Inet4Address)))
                .orElseThrow();
        InetAddress any = InetAddress.getByName(address instanceof Inet4Address ? "0.0.0.0" : "::");
        DatagramSocket socket = Sockets.datagram(
                new ServerOptions("", localPort, target.family(), false, Limits.STANDARD),
                any);
        var server = new InetSocketAddress(address, target.port());
        try {
            socket.connect(server);
        } catch (IOException e) {
            socket.close();
            if (NetworkInterfaces.isEverybody(address)) {
                throw new LabException(e,
                        "{0} means everybody on a network (broadcast), which the system allows only with the option"
                                + " SO_BROADCAST: landline lab broadcast sets it.",
                        Addresses.host(address));
            }
            throw new LabException(e, "{0}: {1}. {2}", Addresses.text(server), Failures.kind(e),
                    Failures.remedy(Failures.kind(e)));
        }
        return new UdpClient(socket, new Peer(server, false), events);
    }

    public void send(Payload payload) throws IOException {
        Instant at = Instant.now(); // before: the other end may be quicker to tell of it
        try {
            // An empty datagram is a datagram, but from a tied socket Java sends none of it. To tie it again drops what
            // has come meanwhile, so that waits until the next message.
            boolean untied = payload.length() == 0;
            if (untied) {
                socket.disconnect();
            } else if (!socket.isConnected()) {
                socket.connect(server.address());
            }
            socket.send(new DatagramPacket(payload.bytes(), payload.length(), server.address()));
        } catch (IOException e) {
            throw new LabException(e, "Sending to {0} failed: {1}. {2}", server.name(), Failures.kind(e),
                    Failures.remedy(Failures.kind(e)));
        }
        events.accept(new LabEvent.Out(at, server, payload, null, LabMessage.NOTHING));
    }

    /// The next datagram, or null where none came in time. A closed port is a [LabException].
    public @Nullable Payload receive(int bytesMax, Duration patience) throws IOException {
        ReadDatagram read;
        socket.setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis()))); // 0 would mean for ever
        try {
            do {
                read = ReadDatagram.of(socket, bytesMax);
            } while (!read.from().equals(server.address())); // while untied, others could send
        } catch (SocketTimeoutException _) {
            return null;
        } catch (IOException e) {
            LabMessage kind = Failures.kind(e);
            throw new LabException(e, "No answer from {0}: {1}. {2}", server.name(), kind, Failures.remedy(kind));
        }
        events.accept(new LabEvent.In(Instant.now(), server, read.payload(), read.note()));
        return read.payload();
    }

    /// Sends one datagram and waits for one.
    public Payload ask(Payload payload, int bytesMax) throws IOException {
        send(payload);
        Payload reply = receive(bytesMax, PATIENCE);
        if (reply != null) return reply;
        throw new LabException("No answer from {0} within {1} s. {2}", server.name(), PATIENCE.toSeconds(),
                Failures.remedy(Failures.TIMED_OUT));
    }

    public boolean isClosed() {
        return socket.isClosed();
    }

    public Peer server() {
        return server;
    }

    @Override
    public void close() {
        socket.close();
    }
}
