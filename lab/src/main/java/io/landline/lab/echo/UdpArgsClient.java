package io.landline.lab.echo;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/// One message from a chosen source port (S3). A client's port is usually the system's choice; the server sees which
/// one it is, and `bind` before sending makes it one's own choice.
///
/// @param fromPort the port to send from; 0: the system chooses after all
public record UdpArgsClient(Target target, int fromPort, String message, Consumer<LabEvent> events) implements Client {
    @Override
    public void run() throws IOException, InterruptedException {
        try (UdpClient socket = UdpClient.open(target, fromPort, events)) {
            socket.ask(Payload.of(message), UdpEchoServer.BUFFER_BYTES);
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.of("one message sent and answered")));
    }
}
