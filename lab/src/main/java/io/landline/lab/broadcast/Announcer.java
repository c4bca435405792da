package io.landline.lab.broadcast;

import io.landline.lab.Client;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.broadcast.BroadcastTargets.Way;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// The other reading of S10's task: a server that tells everybody something, again and again, and waits for no answer.
///
/// @param count how often; 0: until it is stopped
public record Announcer(String to, int port, Family family, String text, Duration every, int count,
        Consumer<LabEvent> events) implements Client {
    @Override
    public void run() throws IOException, InterruptedException {
        int sent = 0;
        try (var socket = new BroadcastSocket(0, false, family, events)) {
            List<Way> ways = BroadcastTargets.of(to, family);
            while (true) {
                socket.send(ways, port, Payload.of(text));
                sent++;
                if (sent == count) break;
                Thread.sleep(every);
            }
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.of("{0} announcements sent", sent)));
    }
}
