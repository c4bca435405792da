package io.landline.lab.net;

import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.function.Consumer;

/// A server's UDP socket: one for any number of clients, because UDP has no connections. It tells what passes, keeps
/// the limits, and never lets one bad datagram end the server. One thread receives; any thread may answer.
public final class UdpPort {
    /// What the smallest loop of the course reads.
    public static final int BUFFER_BYTES = 1_024;
    /// The longest payload of a datagram over IPv4: 65,535 less 20 (IP header) less 8 (UDP header).
    public static final int PAYLOAD_BYTES_MAX = 65_507;

    private final DatagramSocket socket;
    private final ServerOptions options;
    private final boolean dual;
    private final Family reach;
    private final TrafficBudget budget;
    private final Consumer<LabEvent> events;
    private volatile boolean answered;

    /// @param family `IPv4`, `IPv6` or `dual`, as the socket was opened
    UdpPort(DatagramSocket socket, ServerOptions options, String family, Consumer<LabEvent> events) {
        this.socket = socket;
        this.options = options;
        dual = family.equals("dual");
        reach = family.equals("IPv4") ? Family.IPV4 : Family.ANY; // one of IPv6 sends by IPv4 too
        this.events = events;
        budget = new TrafficBudget(options.limits(), System.nanoTime());
    }

    /// One datagram, with the event that told of it.
    public record Datagram(Peer peer, InetSocketAddress from, Payload payload, LabEvent.In heard) {}

    /// Waits for the next datagram that may pass, and gives its first `bytesMax` bytes.
    public Datagram receive(int bytesMax) throws IOException {
        while (true) {
            ReadDatagram read = ReadDatagram.of(socket, bytesMax);
            var peer = peer(read.from());
            if (!mayPass(peer, read.from(), read.payload().length())) continue;
            var heard = new LabEvent.In(Instant.now(), peer, read.payload(), read.note());
            events.accept(heard);
            return new Datagram(peer, read.from(), read.payload(), heard);
        }
    }

    private boolean mayPass(Peer peer, InetSocketAddress from, int length) {
        if (Sockets.isUnwanted(from.getAddress(), options.family())) {
            refuse(peer, LabMessage.of("of the other IP version"));
            return false;
        }
        LabMessage broken = budget.spend(from.getAddress(), length, System.nanoTime());
        if (broken != null) refuse(peer, broken);
        return broken == null;
    }

    /// Replies to the sender: to the address and the port that the datagram came from.
    public void answer(Datagram to, Payload payload) throws IOException {
        answer(to, payload, LabMessage.NOTHING);
    }

    public void answer(Datagram to, Payload payload, LabMessage note) throws IOException {
        Instant at = Instant.now(); // before: the other end may be quicker to tell of it
        try {
            socket.send(packet(payload, to.from()));
        } catch (IOException e) {
            if (socket.isClosed()) throw e;
            leave(to, "the reply could not be sent: {0}", Failures.kind(e)); // this client's trouble, not the server's
            return;
        }
        answered = true;
        events.accept(new LabEvent.Out(at, to.peer(), payload, to.heard(), note));
    }

    private Peer peer(InetSocketAddress address) {
        return new Peer(address, dual);
    }

    /// Of which IP version an address must be for this socket to send there.
    public Family reach() {
        return reach;
    }

    /// Sends to somebody else, unasked.
    ///
    /// @throws IOException it cannot be sent, as to an address that [#reach] leaves out
    public void send(InetSocketAddress to, Payload payload, LabMessage note) throws IOException {
        if (!Names.fits(to.getAddress(), reach)) throw new LabException("of the other IP version");
        Instant at = Instant.now();
        socket.send(packet(payload, to));
        events.accept(new LabEvent.Out(at, peer(to), payload, null, note));
    }

    /// No reply, and why, as a sentence with places (see [LabMessage]).
    public void leave(Datagram datagram, String english, Object... places) {
        events.accept(new LabEvent.Unanswered(Instant.now(), datagram.heard(), LabMessage.of(english, places)));
    }

    /// As [#leave], what is no text. Some languages write UTF-16 unless they are told otherwise.
    public void leaveNoText(Datagram datagram) {
        LabMessage why = TextEncoding.noText(datagram.payload());
        events.accept(new LabEvent.Unanswered(Instant.now(), datagram.heard(), why));
    }

    public void refuse(Peer peer, LabMessage reason) {
        if (budget.mayTell(System.nanoTime())) events.accept(new LabEvent.Refused(Instant.now(), peer, reason));
    }

    public void remark(String english, Object... places) {
        events.accept(new LabEvent.Remark(Instant.now(), LabMessage.of(english, places)));
    }

    /// False after the first exchange of a server that was opened for one.
    public boolean goesOn() {
        return !(options.once() && answered);
    }

    /// Whether the server was opened for one exchange.
    public boolean isForOne() {
        return options.once();
    }

    /// Also hears what is sent to IPv6's group of all nodes, where the socket is one for IPv6 and for all interfaces.
    public void hearAllNodes() throws IOException {
        if (options.host().isBlank() && options.family() != Family.IPV4 && Sockets.hasIpv6()) {
            NetworkInterfaces.hearAllNodes(socket);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    private static DatagramPacket packet(Payload payload, SocketAddress to) {
        return new DatagramPacket(payload.bytes(), payload.length(), to);
    }
}
