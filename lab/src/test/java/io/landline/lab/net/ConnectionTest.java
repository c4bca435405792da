package io.landline.lab.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.lab.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final int BYTES_MAX = 1_024;
    private static final Peer SOMEBODY = new Peer(InetSocketAddress.createUnresolved("somebody", 9), false);

    private final Recorder events = new Recorder();

    /// Its reads return these texts, one after the other, and then end as the exception says: each time.
    private static final class Scripted implements ByteStream {
        private final Queue<String> reads;
        private final IOException end;
        private @Nullable Instant endedAt;

        Scripted(IOException end, String... reads) {
            this.reads = new ArrayDeque<>(List.of(reads));
            this.end = end;
        }

        @Override
        public InputStream in() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw end;
                }

                @Override
                public int read(byte[] into) throws IOException {
                    String text = reads.poll();
                    if (text == null) {
                        if (endedAt == null) endedAt = Instant.now();
                        while (!Instant.now().isAfter(endedAt)) Thread.onSpinWait();
                        throw end;
                    }
                    byte[] bytes = text.getBytes(UTF_8);
                    System.arraycopy(bytes, 0, into, 0, bytes.length);
                    return bytes.length;
                }
            };
        }

        @Override
        public OutputStream out() {
            return new ByteArrayOutputStream();
        }

        @Override
        public void readWithin(Duration patience) {}

        @Override
        public void shutdownOutput() {}

        @Override
        public String localName() {
            return "here";
        }

        @Override
        public void close() {}
    }

    private Connection connection(Scripted wire) throws IOException {
        return new Connection(wire, SOMEBODY, null, events);
    }

    private static Scripted silentAfter(String... reads) {
        return new Scripted(new SocketTimeoutException("timed out"), reads);
    }

    private static Scripted resetAfter(String... reads) {
        return new Scripted(new SocketException("Connection reset"), reads);
    }

    @Test
    void aMessageOfWhichSilenceIsTheEndCameWhenItsLastBytesCame() throws Exception {
        var wire = silentAfter("HEL", "LO");
        connection(wire).message(BYTES_MAX, Duration.ofSeconds(1));
        assertCameBeforeTheSilence(wire);
    }

    @Test
    void aLineOfWhichSilenceIsTheEndCameWhenItsLastBytesCame() throws Exception {
        var wire = silentAfter("Ada", ",3");
        assertEquals("Ada,3", Objects.requireNonNull(new Lines(connection(wire), BYTES_MAX).next()).text());
        assertCameBeforeTheSilence(wire);
    }

    private void assertCameBeforeTheSilence(Scripted wire) {
        Instant at = events.all(LabEvent.In.class).getFirst().at();
        assertFalse(at.isAfter(Objects.requireNonNull(wire.endedAt)), at + " is after " + wire.endedAt);
    }

    /// Two lines in one read: the second is told of after the answer to the first, and not at an earlier time.
    @Test
    void whatCameAheadIsToldInTheOrderOfItsTimes() throws Exception {
        var connection = connection(silentAfter("Ada,1\nB\n"));
        var lines = new Lines(connection, BYTES_MAX);
        Instant before = Instant.now();
        while (!Instant.now().isAfter(before)) Thread.onSpinWait();
        var first = Objects.requireNonNull(lines.next()).heard();
        Instant heardAt = Instant.now();
        while (!Instant.now().isAfter(heardAt)) Thread.onSpinWait();
        connection.write(Lines.of("QUESTION"), first);
        var second = Objects.requireNonNull(lines.next()).heard();
        Instant answeredAt = events.all(LabEvent.Out.class).getFirst().at();
        assertFalse(second.at().isBefore(answeredAt), second.at() + " is before " + answeredAt);
    }

    @Test
    void aMessageBeforeAResetIsAMessage() throws Exception {
        var connection = connection(resetAfter("HEL", "LO"));
        assertEquals(Payload.of("HELLO"), connection.message(BYTES_MAX, Duration.ofSeconds(1)));
        assertEquals(List.of("HELLO"), events.received());
        assertThrows(SocketException.class, () -> connection.message(BYTES_MAX, Duration.ofSeconds(1)));
    }

    @Test
    void aLineWithoutEndBeforeAResetIsALine() throws Exception {
        var lines = new Lines(connection(resetAfter("Ada", ",3")), BYTES_MAX);
        assertEquals("Ada,3", Objects.requireNonNull(lines.next()).text());
        assertEquals(List.of("Ada,3"), events.received());
        assertThrows(SocketException.class, lines::next);
    }

    @Test
    void aBegunLineBeforeABrokenLimitIsToldAndNotAnswered() throws Exception {
        var lines = new Lines(new Connection(resetAfter("Ada", ",3"), SOMEBODY,
                bytes -> bytes == 2 ? LabMessage.of("over the limit") : null, events), BYTES_MAX);
        assertThrows(LabException.class, lines::next);
        assertEquals(List.of("Ada"), events.received());
    }
}
