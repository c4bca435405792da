package io.landline.session.accept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.testing.Patience;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AcceptLoopTest {
    /// Fails three times, hands out a socket, and so on until it is closed.
    private static final class FailingSocket implements AcceptLoop.ListeningSocket {
        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public Socket accept() throws IOException {
            int call = calls.getAndIncrement();
            if (call == 8) {
                awaitClosed();
                throw new SocketException("closed");
            }
            if (call % 4 < 3) throw new SocketException("Too many open files");
            return new Socket();
        }

        private void awaitClosed() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void h24_withoutAFreeDescriptorItWaitsAndGoesOnAndSaysSoOnceEachTime() throws Exception {
        var taken = new LinkedBlockingQueue<Socket>();
        var trouble = new AtomicInteger();
        try (var loop = new AcceptLoop(new FailingSocket(), taken::add, _ -> trouble.incrementAndGet())) {
            loop.start();
            assertNotNull(taken.poll(Patience.SECONDS, TimeUnit.SECONDS));
            assertNotNull(taken.poll(Patience.SECONDS, TimeUnit.SECONDS));
            assertEquals(2, trouble.get());
        }
    }

    @Test
    void h24_theWaitGrowsFrom50MillisecondsToASecond() {
        Duration wait = Duration.ZERO;
        for (long millis : new long[]{50, 100, 200, 400, 800, 1_000, 1_000}) {
            wait = AcceptLoop.longer(wait);
            assertEquals(Duration.ofMillis(millis), wait);
        }
    }
}
