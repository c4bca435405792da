package io.landline.lab.net;

import io.landline.lab.Addresses;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Peer;
import io.landline.lab.Transport;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Connects to a server: tries the addresses of its name one after the other until one answers.
public final class TcpClient {
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private TcpClient() {}

    /// @throws LabException none could be connected to; the sentence has each address with its reason
    public static Connection connect(Target target, Consumer<LabEvent> events)
            throws IOException, InterruptedException {
        return connect(Names.destinations(target.host(), target.family()), target, events);
    }

    /// As the course does it: the first address alone.
    public static Connection connectToFirst(Target target, Consumer<LabEvent> events)
            throws IOException, InterruptedException {
        return connect(List.of(Names.destinations(target.host(), target.family()).getFirst()), target, events);
    }

    /// Connects without events, for measuring how long that takes: to read a socket's card takes time too.
    public static Closeable connectUntold(Target target) throws IOException, InterruptedException {
        return dial(Names.destinations(target.host(), target.family()), target).socket();
    }

    private static Connection connect(List<InetAddress> addresses, Target target, Consumer<LabEvent> events)
            throws IOException {
        Dialled dialled = dial(addresses, target);
        Socket socket = dialled.socket();
        if (!dialled.tried().isEmpty()) {
            events.accept(new LabEvent.Remark(Instant.now(), LabMessage.all(dialled.tried())));
        }
        String family = dialled.server().getAddress() instanceof Inet4Address ? "IPv4" : "IPv6";
        events.accept(
                new LabEvent.Started(Instant.now(), false, socket.getLocalSocketAddress(), Transport.TCP, family));
        events.accept(new LabEvent.Opened(Instant.now(), SocketCards.of(socket, family)));
        try {
            return new Connection(ByteStream.of(socket), new Peer(dialled.server(), false), null, events);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// @param tried the addresses with what came of each; empty where the first one was connected to
    private record Dialled(Socket socket, InetSocketAddress server, List<LabMessage> tried) {}

    private static Dialled dial(List<InetAddress> addresses, Target target) throws IOException {
        var tried = new ArrayList<LabMessage>();
        LabMessage lastKind = LabMessage.NOTHING;
        for (InetAddress address : addresses) {
            var server = new InetSocketAddress(address, target.port());
            var socket = new Socket();
            try {
                socket.connect(server, Math.toIntExact(PATIENCE.toMillis()));
                if (!tried.isEmpty()) tried.add(LabMessage.of("{0} connected", Addresses.host(address)));
                return new Dialled(socket, server, tried);
            } catch (IOException e) {
                socket.close();
                lastKind = Failures.kind(e);
                tried.add(LabMessage.of("{0} {1}", Addresses.host(address), lastKind));
            }
        }
        throw new LabException("No connection to {0}: {1}. {2}", target.toString(), tried, Failures.remedy(lastKind));
    }
}
