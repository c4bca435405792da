package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.handshake.TlsContexts;
import io.landline.identity.Identity;
import java.io.BufferedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsConnectionTest {
    private static final int PATIENCE_SECONDS = 20;
    private static final Frame FRAME = new Frame(FrameType.PING, new byte[0]);

    private ServerSocket listener;
    private TlsConnection reads;
    private TlsConnection writes;

    @BeforeEach
    void connect() throws Exception {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var dialled = new FutureTask<>(() -> TlsConnection.dialled(
                new Socket(listener.getInetAddress(), listener.getLocalPort()), null, Duration.ZERO,
                new TlsContexts(Identity.generate())));
        Thread.ofVirtual().start(dialled);
        reads = TlsConnection.accepted(listener.accept(), Duration.ZERO, new TlsContexts(Identity.generate()));
        writes = dialled.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        reads.close();
        writes.close();
        listener.close();
    }

    private void write(int frames) throws Exception {
        var writer = new FrameWriter(new BufferedOutputStream(writes.output()));
        for (int i = 0; i < frames; i++) writer.write(FRAME);
        writer.flush();
    }

    private static @Nullable Frame got(FutureTask<@Nullable Frame> reading) throws Exception {
        return reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// TLS makes the stack of the thread that waits twice as deep, and a node has a thousand of them.
    @Test
    void whoWaitsForTheNextFrameWaitsOutsideOfTls() throws Exception {
        write(1);
        assertNotNull(reads.next()); // what comes after a handshake is read
        var reading = new FutureTask<@Nullable Frame>(reads::next);
        Thread thread = Thread.ofVirtual().start(reading);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (thread.getState() != Thread.State.WAITING && System.nanoTime() < until) Thread.sleep(1);
        assertEquals(Thread.State.WAITING, thread.getState());
        List<String> inTls = Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("sun.security.ssl"))
                .toList();
        assertEquals(List.of(), inTls);
        write(1);
        assertEquals(FRAME.type(), got(reading).type());
    }

    @Test
    void framesThatCameInOneRecordAreReadWithoutAWaitForMore() throws Exception {
        write(3);
        for (int i = 0; i < 3; i++) {
            var reading = new FutureTask<@Nullable Frame>(reads::next);
            Thread.ofVirtual().start(reading);
            assertNotNull(got(reading), "frame " + i);
        }
    }

    @Test
    void aHangUpBetweenTwoFramesIsTheEnd() throws Exception {
        write(1);
        assertNotNull(reads.next());
        writes.raw().shutdownOutput();
        assertNull(reads.next());
    }
}
