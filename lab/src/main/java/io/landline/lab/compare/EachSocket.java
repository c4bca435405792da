package io.landline.lab.compare;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.SocketCard;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpEchoServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.SocketCards;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UdpServer;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Opens one socket of each kind on this computer, shows its card, and closes it (S22).
public record EachSocket(Consumer<LabEvent> events) implements Client {
    @Override
    public void run() throws IOException, InterruptedException {
        var service = new TcpEchoServer(Transform.UPPER, false);
        try (var udp = UdpServer.start(ServerOptions.everywhere(0),
                new UdpEchoServer(Transform.UPPER, UdpEchoServer.BUFFER_BYTES), _ -> {});
                var tcp = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT, service, _ -> {});
                var socket = new Socket()) {
            socket.connect(tcp.local());
            for (SocketCard each : List.of(udp.card(), tcp.card(), SocketCards.of(socket, "IPv4"))) {
                events.accept(new LabEvent.Result(Instant.now(), each));
            }
            events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
        }
    }
}
