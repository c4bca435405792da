package io.landline.lab.echo;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/// UDP echo's client (S1, and S3 with a port and a message of its own): sends each line that is typed as one datagram
/// and waits for one back, until `bye`, which it keeps to itself.
///
/// @param localPort the port to send from; 0: the system chooses
public record UdpEchoClient(Target target, int localPort, TypedInput typed,
        Consumer<LabEvent> events) implements Client {
    @Override
    public void run() throws IOException, InterruptedException {
        int answered = 0;
        try (UdpClient socket = UdpClient.open(target, localPort, events)) {
            String line;
            while ((line = typed.next(LabMessage.of(" -> "))) != null && !isBye(line)) {
                socket.ask(Payload.of(line), UdpEchoServer.BUFFER_BYTES);
                answered++;
            }
        }
        events.accept(new LabEvent.Stopped(Instant.now(), answered(answered)));
    }

    static LabMessage answered(int messages) {
        if (messages == 0) return LabMessage.of("no message was typed, so none was sent");
        return LabMessage.of(messages == 1 ? "{0} message sent and answered" : "{0} messages sent and answered",
                messages);
    }

    /// In any case, with blanks around it.
    static boolean isBye(String line) {
        return line.strip().toLowerCase(Locale.ROOT).equals("bye");
    }
}
