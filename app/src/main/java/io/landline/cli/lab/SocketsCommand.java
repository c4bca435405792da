package io.landline.cli.lab;

import io.landline.cli.Failed;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.SocketCard;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpEchoServer;
import io.landline.lab.net.Mode;
import io.landline.lab.net.Opening;
import io.landline.lab.net.SocketCards;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UdpServer;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `landline lab sockets` (S22): opens one of each kind on this computer and shows its card.
@Command(name = "sockets", description = "each kind of socket with its addresses and options")
final class SocketsCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Override
    public Integer call() throws Failed, InterruptedException {
        return new LabRun(Experiment.SOCKETS, options).call((_, events) -> () -> {
            var service = new TcpEchoServer(Transform.UPPER, false);
            try (var udp = UdpServer.start(Opening.everywhere(0), new UdpEchoServer(Transform.UPPER, UdpEchoServer.BUFFER_BYTES), _ -> {});
                    var tcp = TcpServer.start(Opening.onLoopback(), Mode.CONCURRENT, service, _ -> {});
                    var socket = new Socket()) {
                socket.connect(tcp.local());
                for (SocketCard each : List.of(udp.card(), tcp.card(), SocketCards.of(socket, "IPv4"))) {
                    events.accept(new LabEvent.Result(Instant.now(), each));
                }
                events.accept(new LabEvent.Stopped(Instant.now(), ""));
            }
        });
    }
}
