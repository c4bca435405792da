package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.handshake.TlsContexts;
import io.landline.identity.Identity;
import io.landline.testing.Patience;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsConnectionTest {
    /// Notes who begins to wait for bytes.
    private final class NotingSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    if (in.available() == 0) waits.add(stack());
                    return in.read(bytes, from, length);
                }
            };
        }

        private List<String> stack() {
            return Arrays.stream(Thread.currentThread().getStackTrace()).map(StackTraceElement::getClassName).toList();
        }
    }

    private static final Frame FRAME = new Frame(FrameType.PING, new byte[0]);

    /// The classes on the stack of each read that found nothing to read, as it began to wait.
    private final BlockingQueue<List<String>> waits = new LinkedBlockingQueue<>();
    private ServerSocket listener;
    private TlsConnection reads;
    private TlsConnection writes;

    @BeforeEach
    void connect() throws Exception {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()) {
            @Override
            public Socket accept() throws IOException {
                var accepted = new NotingSocket();
                implAccept(accepted);
                return accepted;
            }
        };
        var dialled = new FutureTask<>(() -> TlsConnection.dialled(
                new Socket(listener.getInetAddress(), listener.getLocalPort()), null, Duration.ZERO,
                new TlsContexts(Identity.generate())));
        Thread.ofVirtual().start(dialled);
        reads = TlsConnection.accepted(listener.accept(), Duration.ZERO, new TlsContexts(Identity.generate()));
        writes = dialled.get(Patience.SECONDS, TimeUnit.SECONDS);
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
        return reading.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    /// TLS makes the stack of the thread that waits twice as deep, and a node has a thousand of them.
    @Test
    void whoWaitsForTheNextFrameWaitsOutsideOfTls() throws Exception {
        write(1);
        assertNotNull(reads.next()); // what comes after a handshake is read
        waits.clear();
        var reading = new FutureTask<@Nullable Frame>(reads::next);
        Thread.ofVirtual().start(reading);
        List<String> waiting = waits.poll(Patience.SECONDS, TimeUnit.SECONDS);
        assertNotNull(waiting, "nobody waits for the next frame");
        assertTrue(waiting.contains(TlsConnection.class.getName()), waiting::toString);
        assertEquals(List.of(), waiting.stream().filter(name -> name.startsWith("sun.security.ssl")).toList());
        assertFalse(reading.isDone());
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
