package io.landline.lab.echo;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpPort;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/// The client of S17: one greeting, one answer.
public record UdpHelloClient(Target target, Consumer<LabEvent> events) implements Client {
    @Override
    public void run() throws IOException, InterruptedException {
        try (UdpClient socket = UdpClient.open(target, 0, events)) {
            socket.ask(Payload.of(UdpHelloServer.GREETING), UdpPort.BUFFER_BYTES);
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.of("greeted")));
    }
}
