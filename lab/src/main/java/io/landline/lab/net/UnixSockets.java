package io.landline.lab.net;

import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Peer;
import io.landline.lab.SocketCard;
import io.landline.lab.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/// Sockets with a path as their address (AF_UNIX): streams between programs of one computer, without any network.
public final class UnixSockets {
    private UnixSockets() {}

    /// Listens at a path, which must be free and is removed at the end.
    ///
    /// @throws LabException the path cannot be had
    public static TcpServer start(Path path, ServerOptions options, ServerMode mode, TcpService service,
            Consumer<LabEvent> events)
            throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path));
        } catch (IOException | UnsupportedOperationException e) {
            channel.close();
            throw new LabException(e,
                    "{0} cannot be listened at: it exists already, its folder does not exist, or it is longer than"
                            + " about 100 bytes. Remove it, or choose another path.",
                    path.toString());
        }
        return TcpServer.start(new UnixListeningSocket(channel, path), options, mode, service, events);
    }

    /// @throws LabException nobody listens at the path
    public static Connection connect(Path path, Consumer<LabEvent> events) throws IOException {
        try {
            SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
            events.accept(new LabEvent.Started(Instant.now(), false, UnixDomainSocketAddress.of(path), Transport.TCP,
                    "Unix"));
            return new Connection(new UnixByteStream(channel), new Peer(UnixDomainSocketAddress.of(path), false), null,
                    events);
        } catch (IOException e) {
            throw new LabException(e, "Nobody listens at {0}: {1}.", path.toString(), Failures.kind(e));
        }
    }

    private record UnixListeningSocket(ServerSocketChannel channel, Path path) implements TcpServer.ListeningSocket {
        @Override
        public Arrival accept() throws IOException {
            // A client's own end has no path; nothing shows which program it is.
            return new Arrival(new UnixByteStream(channel.accept()), UnixDomainSocketAddress.of(path),
                    InetAddress.getLoopbackAddress());
        }

        @Override
        public SocketAddress local() {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        public String family() {
            return "Unix";
        }

        @Override
        public SocketCard card() {
            return new SocketCard(LabMessage.of("stream (SOCK_STREAM)"), "Unix", path.toString(), null,
                    LabMessage.of(channel.isOpen() ? "listening" : "closed"),
                    Map.of());
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(path);
        }
    }
}
