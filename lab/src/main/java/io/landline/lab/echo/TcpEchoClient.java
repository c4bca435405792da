package io.landline.lab.echo;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import io.landline.lab.net.UnixSockets;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/// TCP echo's client (S2): writes each line that is typed and waits for the reply, until `bye`, which it keeps to
/// itself: closing the connection is what tells the server.
public record TcpEchoClient(Dial dial, TypedInput typed, Consumer<LabEvent> events) implements Client {
    /// How the connection is made: by TCP, or by a path (see [UnixSockets]).
    public interface Dial {
        Connection connect(Consumer<LabEvent> events) throws IOException, InterruptedException;
    }

    public static TcpEchoClient to(Target target, TypedInput typed, Consumer<LabEvent> events) {
        return new TcpEchoClient(listener -> TcpClient.connect(target, listener), typed, events);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        int answered = 0;
        boolean left = false;
        try (Connection server = dial.connect(events)) {
            String line;
            while ((line = typed.next(LabMessage.of(" -> "))) != null && !UdpEchoClient.isBye(line)) {
                if (line.isEmpty()) {
                    server.remark(
                            "An empty message is not sent: TCP would carry nothing, and both sides would wait for"
                                    + " ever.");
                    continue;
                }
                if (Replies.to(server, Payload.of(line)) == null) {
                    left = true;
                    break;
                }
                answered++;
            }
        }
        LabMessage sent = UdpEchoClient.answered(answered);
        events.accept(new LabEvent.Stopped(Instant.now(),
                left ? LabMessage.of("{0}, then the server closed the connection", sent) : sent));
    }
}
