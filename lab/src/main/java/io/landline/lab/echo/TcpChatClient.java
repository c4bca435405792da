package io.landline.lab.echo;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/// The client of S4: what is typed goes out, the server tells its length; `Exit`, or the end of what is typed, ends it.
public record TcpChatClient(Target target, TypedInput typed, Consumer<LabEvent> events) implements Client {
    @Override
    public void run() throws IOException, InterruptedException {
        try (Connection server = TcpClient.connect(target, events)) {
            boolean left = false;
            while (!left) {
                String line = typed.next(LabMessage.of("Enter message to send or type Exit to disconnect: "));
                String message = line == null ? TcpChatServer.EXIT : line;
                if (message.isEmpty()) {
                    server.remark(
                            "An empty message is not sent: TCP would carry nothing, and both sides would wait for"
                                    + " ever.");
                    continue;
                }
                left = message.equals(TcpChatServer.EXIT);
                if (Replies.to(server, Payload.of(message)) == null && !left) {
                    throw new LabException("The server closed the connection without an answer.");
                }
            }
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.of("Now you are disconnected from the server")));
    }
}
