package io.landline.lab.relay;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpPort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Counts primes for every program that asks through the relay (S29), until it is stopped. A message that is no
/// question gets no answer.
///
///     asker                       relay                      worker
///       | -- to … 'count 2 25000' -> | -- 'count 2 25000' ----> |
///       |                            | <- to … 'primes 2 25000 2762'
///       | <- 'primes 2 25000 2762' - |
///
/// @param fromPort the port to be found at; 0: the system chooses
public record PrimeWorker(Target relay, int fromPort, Consumer<LabEvent> events) implements Client {
    private static final Duration LISTENING_STEP = Duration.ofDays(1);

    @Override
    public void run() throws IOException, InterruptedException {
        try (UdpClient socket = UdpClient.open(relay, fromPort, events)) {
            events.accept(new LabEvent.Remark(Instant.now(),
                    LabMessage.of("at work as {0}", RelayedMessage.meInAHeader(socket))));
            while (!Thread.currentThread().isInterrupted()) {
                Payload heard = socket.receive(UdpPort.BUFFER_BYTES, LISTENING_STEP);
                RelayedMessage relayed = heard == null ? null : RelayedMessage.of(heard);
                Primes piece = relayed == null ? null : Primes.asked(relayed.text());
                if (relayed != null && piece != null) {
                    socket.send(RelayedMessage.message(relayed.from(), piece.answer(piece.count())));
                }
            }
        }
    }
}
