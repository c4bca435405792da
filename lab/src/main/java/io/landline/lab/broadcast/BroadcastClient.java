package io.landline.lab.broadcast;

import io.landline.lab.Client;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.Payload;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Calls out to everybody and lists who answers (S10).
///
///     client                                                    every host on the network
///       | -- 'Broadcast datagram!' to 255.255.255.255:12345 ------> |
///       | <------------------- 'replay from server', to me alone -- |   from each that runs the server
///
/// @param to one address; `broadcast` or nothing: the limited and each interface's own broadcast address
/// @param once the first answer is enough
public record BroadcastClient(String to, int port, Family family, boolean once,
        Consumer<LabEvent> events) implements Client {
    public static final String TEXT = "Broadcast datagram!";
    private static final Duration COLLECTING = Duration.ofSeconds(2);
    /// One program may be reached by several broadcast addresses and answers each.
    private static final int ANSWERS_MAX = 1_000;

    /// @param answers `('192.168.1.6', 12345) replay from server`, in the order of coming
    public record Result(List<String> answers) implements LabResult {
        public Result {
            answers = List.copyOf(answers);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("answers", answers);
            return fields;
        }

        @Override
        public String summary() {
            return answers.size() + (answers.size() == 1 ? " answer" : " answers");
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        var answers = new ArrayList<String>();
        try (var socket = new BroadcastSocket(0, false, family, events)) {
            socket.send(BroadcastTargets.of(to, family), port, Payload.of(TEXT));
            long until = System.nanoTime() + COLLECTING.toNanos();
            Duration left;
            while ((left = Duration.ofNanos(until - System.nanoTime())).isPositive() && answers.size() < ANSWERS_MAX) {
                LabEvent.In heard = socket.receive(left);
                if (heard != null) answers.add(heard.peer().name() + " " + heard.payload().shown());
                if (heard != null && once) break;
            }
        }
        if (answers.isEmpty()) {
            throw new LabException(
                    "Nobody answered within {0} s. Is a server running, bound to all interfaces, on the same network?"
                            + " Some access points keep broadcasts back.",
                    COLLECTING.toSeconds());
        }
        events.accept(new LabEvent.Result(Instant.now(), new Result(answers)));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }
}
