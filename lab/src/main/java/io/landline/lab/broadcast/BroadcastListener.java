package io.landline.lab.broadcast;

import io.landline.lab.Client;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Shows what is announced to everybody (S10), until it is stopped. It answers nothing, so it may share its port with
/// others.
///
/// @param once the first announcement is enough
public record BroadcastListener(int port, Family family, boolean once, Consumer<LabEvent> events) implements Client {
    private static final Duration STEP = Duration.ofDays(1);

    @Override
    public void run() throws IOException, InterruptedException {
        try (var socket = new BroadcastSocket(port, true, family, events)) {
            LabEvent.In heard;
            do {
                heard = socket.receive(STEP);
            } while (!(once && heard != null));
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.of("one announcement, as asked")));
    }
}
