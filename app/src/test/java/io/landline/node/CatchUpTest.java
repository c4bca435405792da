package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.handshake.LogListener;
import io.landline.queue.PartClosedException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    @Test
    void aStepOfAStartThatFailsCostsItselfAloneAndIsLogged() {
        var fault = new IllegalArgumentException("a fault of the test");
        List<String> done = new ArrayList<>();
        try (var log = new LogListener()) {
            CatchUp.makeGood(List.of(() -> {
                throw fault;
            }, () -> {
                throw new PartClosedException("the database");
            }, () -> done.add("the last")));
            List<Throwable> logged = log.from(Level.INFO)
                    .stream()
                    .filter(each -> each.getLoggerName().equals(CatchUp.class.getName()))
                    .map(LogRecord::getThrown)
                    .toList();
            assertEquals(List.of(fault), logged);
        }
        assertEquals(List.of("the last"), done);
    }
}
