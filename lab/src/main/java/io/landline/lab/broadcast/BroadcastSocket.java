package io.landline.lab.broadcast;

import io.landline.lab.Addresses;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.lab.Transport;
import io.landline.lab.broadcast.BroadcastTargets.Way;
import io.landline.lab.net.Failures;
import io.landline.lab.net.NetworkInterfaces;
import io.landline.lab.net.ReadDatagram;
import io.landline.lab.net.UdpPort;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A UDP socket that may send to everybody: SO_BROADCAST is set, without which the system refuses. Confined to its
/// client's thread.
final class BroadcastSocket implements Closeable {
    private final DatagramSocket socket;
    private final Consumer<LabEvent> events;

    /// @param port 0: any free one
    /// @param shared other programs on this computer may have the port as well, and each gets what is sent to everybody
    BroadcastSocket(int port, boolean shared, Family family, Consumer<LabEvent> events) throws IOException {
        this.events = events;
        boolean six = family == Family.IPV6;
        socket = DatagramChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET).socket();
        try {
            if (!six) socket.setBroadcast(true);
            if (shared) socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(six ? "::" : "0.0.0.0", port));
            if (six && shared) NetworkInterfaces.hearAllNodes(socket);
        } catch (IOException e) {
            socket.close();
            throw new LabException(e, Failures.opening(port, e));
        }
        events.accept(new LabEvent.Started(Instant.now(), false, socket.getLocalSocketAddress(), Transport.UDP,
                six ? "IPv6" : "IPv4"));
    }

    /// Sends to all of them; one interface that cannot send does not keep the others from it.
    void send(List<Way> ways, int port, Payload payload) throws IOException {
        IOException failure = null;
        int sent = 0;
        for (Way way : ways) {
            var to = new InetSocketAddress(way.to(), port);
            try {
                NetworkInterface by = way.by();
                if (by != null) socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, by);
                Instant at = Instant.now(); // before: the other end may be quicker to tell of it
                socket.send(new DatagramPacket(payload.bytes(), payload.length(), to));
                sent++;
                events.accept(new LabEvent.Out(at, new Peer(to, false), payload, null,
                        LabMessage.of("to {0}", Addresses.text(to))));
            } catch (IOException e) {
                if (socket.isClosed()) throw e;
                failure = e;
            }
        }
        if (sent > 0) return;
        LabMessage why = failure == null ? LabMessage.of("no interface can") : Failures.kind(failure);
        throw new LabException("Nothing could be sent to everybody: {0}. Is this computer on a network?", why);
    }

    /// The next datagram, or null where none came in time.
    LabEvent.@Nullable In receive(Duration patience) throws IOException {
        ReadDatagram read;
        socket.setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis())));
        try {
            read = ReadDatagram.of(socket, UdpPort.BUFFER_BYTES);
        } catch (SocketTimeoutException _) {
            return null;
        }
        var from = new Peer(read.from(), false);
        boolean isWhole = read.cut().equals(LabMessage.NOTHING);
        var heard = new LabEvent.In(Instant.now(), from, read.payload(),
                isWhole ? LabMessage.of("from {0}", from.name()) : read.cut());
        events.accept(heard);
        return heard;
    }

    @Override
    public void close() {
        socket.close();
    }
}
