package io.landline.lab.echo;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/// The smallest TCP client (S18): greets, reads once, and sees the end of the stream.
public record TcpHelloClient(Target target, Consumer<LabEvent> events) implements Client {
    @Override
    public void run() throws IOException, InterruptedException {
        try (Connection server = TcpClient.connect(target, events)) {
            Payload reply = Replies.to(server, Payload.of(TcpHelloServer.GREETING));
            if (reply == null) throw new LabException("The server closed the connection without a word.");
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.of("greeted")));
    }
}
