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

/// The client of S9: five greetings, each acknowledged, then `exit`.
///
/// @param firstAddressOnly as the course's client: where the name's first address is not served, it fails. Else the
///        others are tried.
public record IpChoiceClient(Target target, boolean firstAddressOnly, Consumer<LabEvent> events) implements Client {
    private static final int GREETINGS = 5;
    private static final String GREETING = "Hii Server";

    @Override
    public void run() throws IOException, InterruptedException {
        try (Connection server = firstAddressOnly
                ? TcpClient.connectToFirst(target, events)
                : TcpClient.connect(target, events)) {
            for (int i = 0; i < GREETINGS; i++) {
                Payload reply = Replies.to(server, Payload.of(GREETING));
                if (reply == null) {
                    throw new LabException("The server closed the connection before the fifth greeting.");
                }
            }
            server.write(Payload.of(IpChoiceServer.EXIT));
            server.finish();
        }
        events.accept(
                new LabEvent.Stopped(Instant.now(), LabMessage.of("{0} greetings, {0} acknowledgements", GREETINGS)));
    }
}
