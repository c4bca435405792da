package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.landline.identity.Identity;
import io.landline.room.Room;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A bug or a broken disk of ours in the middle of a handshake.
@Timeout(60)
class OurFaultTest {
    private static final Room CLASS = NegotiatorTest.CLASS;

    private final Identity ada = Identity.generate();
    private final Identity max = Identity.generate();

    @Test
    void aFaultOfOursIsLoggedWithItsTraceAndNotThePeersFault() throws Exception {
        var fault = new IllegalStateException("the disk is gone");
        try (var log = new LogListener();
                TlsPair tls = TlsPair.of(ada, max);
                var client = new Talker(ada, Role.CLIENT, tls.client(), List.of(CLASS));
                var server = new Talker(max, Role.SERVER, tls.server(), List.of(CLASS))) {
            client.trust.failWith(fault);
            client.start();
            server.start();
            assertEquals("our-fault", client.next());
            assertEquals(1, log.from(Level.INFO).size(), () -> log.from(Level.INFO).toString());
            assertSame(fault, log.from(Level.SEVERE).getFirst().getThrown());
        }
    }

    @Test
    void aConnectionThatTakesNothingMoreIsNotABreachOfTheProtocol() throws Exception {
        try (TlsPair tls = TlsPair.of(ada, max);
                var client = new Talker(ada, Role.CLIENT, tls.client(), List.of(CLASS));
                var server = new Talker(max, Role.SERVER, tls.server(), List.of(CLASS))) {
            client.takesNothingMore();
            client.start();
            server.start();
            assertEquals("lost", client.next());
        }
    }
}
