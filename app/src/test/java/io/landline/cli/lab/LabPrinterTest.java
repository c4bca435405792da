package io.landline.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.cli.terminal.Terminal;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabEvent.Connection.State;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.lab.broadcast.BroadcastClient;
import io.landline.labprograms.MessageStyle;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The line of each event, as a person reads it at a server and at a client.
class LabPrinterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:20:01.114Z");
    private static final Peer BEN = new Peer(new InetSocketAddress("127.0.0.1", 50_277), false);
    private static final LabMessage NOTHING = LabMessage.NOTHING;
    private static final LabMessage BAD = LabMessage.of("it is {0}", "\u001bbad");
    private static final LabEvent.In HELLO = new LabEvent.In(NOW, BEN, Payload.of("hello"), NOTHING);

    private static @Nullable String line(boolean server, MessageStyle style, LabEvent event) {
        return new LabPrinter(Experiment.UDP_ECHO, server, false, style, new Terminal(false, Terminal.Colour.NEVER))
                .line(event);
    }

    /// Without the time, which is told in the zone of this computer.
    private static String atServer(LabEvent event) {
        return String.valueOf(line(true, MessageStyle.ALL, event)).replaceFirst("^\\d\\d:\\d\\d:\\d\\d\\.114 ", "");
    }

    private static @Nullable String atClient(LabEvent event) {
        return line(false, MessageStyle.ALL, event);
    }

    private static LabEvent.Out out(Payload payload, LabEvent.@Nullable In answers, LabMessage note) {
        return new LabEvent.Out(NOW, BEN, payload, answers, note);
    }

    static Stream<Arguments> toldAtAServer() {
        var noted = new LabEvent.In(NOW, BEN, Payload.of("hello"), LabMessage.of("cut"));
        String ben = "127.0.0.1:50277  ";
        return Stream.of(
                Arguments.of(out(Payload.of("hi"), null, NOTHING), ben + "→ 'hi'"),
                Arguments.of(out(Payload.of("hi"), noted, LabMessage.of("late")),
                        ben + "5 B  'hello'   (cut) → 'hi'  (late)"),
                Arguments.of(out(Payload.of("x".repeat(301)), HELLO, NOTHING),
                        ben + "5 B  'hello' → '" + "x".repeat(300) + "'…"),
                Arguments.of(out(Payload.of("x".repeat(300)), HELLO, NOTHING),
                        ben + "5 B  'hello' → '" + "x".repeat(300) + "'"),
                Arguments.of(new LabEvent.Unanswered(NOW, noted, BAD), ben + "5 B  'hello'   (cut) (it is \\x1bbad)"),
                Arguments.of(new LabEvent.Connection(NOW, BEN, State.WAITING), ben + "waiting"),
                Arguments.of(new LabEvent.Refused(NOW, BEN, BAD), ben + "refused: it is \\x1bbad"),
                Arguments.of(new LabEvent.Remark(NOW, BAD), "it is \\x1bbad"),
                Arguments.of(new LabEvent.Result(NOW, new BroadcastClient.Result(List.of())), "0 answers"),
                Arguments.of(new LabEvent.Stopped(NOW, BAD), "lab udp-echo: ended (it is \\x1bbad)"));
    }

    @ParameterizedTest
    @MethodSource("toldAtAServer")
    void aServerTellsOfAMessageWithItsAnswerAndOfWhatWasRefused(LabEvent event, String line) {
        assertEquals(line, atServer(event));
    }

    static Stream<Arguments> toldAtAClient() {
        return Stream.of(
                Arguments.of(out(Payload.of("hi"), null, LabMessage.of("sent twice")), "> hi  (sent twice)"),
                Arguments.of(new LabEvent.In(NOW, BEN, Payload.of("hi\n"), LabMessage.of("late")), "< hi\\n  (late)"),
                Arguments.of(new LabEvent.Remark(NOW, BAD), "it is \\x1bbad"),
                Arguments.of(new LabEvent.Refused(NOW, BEN, BAD), "127.0.0.1:50277 refused: it is \\x1bbad"),
                Arguments.of(new LabEvent.Sample(NOW, 3, 64, Duration.ofMillis(300), Duration.ZERO, null),
                        "packet 3  64 B  lost (no ack within 300 ms)"),
                Arguments.of(new LabEvent.Stopped(NOW, BAD), "it is \\x1bbad"));
    }

    @ParameterizedTest
    @MethodSource("toldAtAClient")
    void aClientTellsWhatItSentAndGotAndWhyItEnds(LabEvent event, String line) {
        assertEquals(line, atClient(event));
    }

    static Stream<LabEvent> notTold() {
        return Stream.of(new LabEvent.Unanswered(NOW, HELLO, BAD),
                new LabEvent.Connection(NOW, BEN, State.CLOSED), new LabEvent.Stopped(NOW, NOTHING),
                new LabEvent.Rate(NOW, Duration.ZERO, 1, Duration.ofMillis(1)),
                new LabEvent.Progress(NOW, BEN, Duration.ZERO, 1, 2L));
    }

    @ParameterizedTest
    @MethodSource("notTold")
    void whatIsOfTheServerOrOfADiagramAloneHasNoLineAtAClient(LabEvent event) {
        assertNull(atClient(event));
    }

    /// Only the line feed that a line protocol adds is left out, and never what was typed.
    @Test
    void theEndOfALineIsLeftOutAndWhatLooksLikeOneIsNot() {
        assertEquals("> hello", atClient(out(Payload.of("hello\n"), null, NOTHING)));
        assertEquals("> C:\\n", atClient(out(Payload.of("C:\\n"), null, NOTHING)));
        assertEquals("> C:\\n", atClient(out(Payload.of("C:\\n\n"), null, NOTHING)));
        assertEquals("> \\xff\\n", atClient(out(Payload.of(new byte[]{(byte) 0xff, '\\', 'n'}), null, NOTHING)));
    }

    @Test
    void aRequestOfSeveralLinesKeepsThem() {
        var style = new MessageStyle(true, _ -> false);
        assertEquals("> GET / HTTP/1.1\nHost: a",
                line(false, style, out(Payload.of("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), null, NOTHING)));
        assertEquals("> C:\\n", line(false, style, out(Payload.of("C:\\n\n"), null, NOTHING)));
    }

    @Test
    void bytesThatAreNoTextAreShownAsTheyAreAlsoWhereLinesStay() {
        var page = new LabEvent.In(NOW, BEN, Payload.of(new byte[]{(byte) 0xff, 'a', '\n'}), NOTHING);
        assertEquals("< \\xffa\\x0a", line(false, new MessageStyle(true, _ -> false), page));
    }
}
