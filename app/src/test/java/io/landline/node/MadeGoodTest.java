package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.handshake.LogListener;
import io.landline.queue.PartClosedException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class MadeGoodTest {
    @Test
    void aStepOfAStartThatFailsCostsItselfAloneAndIsLogged() {
        var fault = new IllegalArgumentException("a fault of the test");
        try (var log = new LogListener()) {
            for (RuntimeException each : List.of(fault, new PartClosedException("the database"))) {
                NodeParts.makeGood(() -> {
                    throw each;
                });
            }
            List<Throwable> logged = log.from(Level.INFO)
                    .stream()
                    .filter(each -> each.getLoggerName().equals(NodeParts.class.getName()))
                    .map(LogRecord::getThrown)
                    .toList();
            assertEquals(List.of(fault), logged);
        }
    }
}
