package io.landline.cli.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import io.landline.lab.Transport;
import io.landline.lab.ping.PingClient;
import io.landline.labprograms.MessageStyle;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:20:01.114Z");
    private static final Peer SIX = new Peer(new InetSocketAddress("::1", 50_547), true);
    private static final Peer FOUR = new Peer(new InetSocketAddress("127.0.0.1", 50_277), true);

    private static LabPrinter printer(Experiment lab, boolean server, MessageStyle style) {
        return new LabPrinter(lab, server, false, style, new Terminal(false, Terminal.Colour.NEVER));
    }

    private static @Nullable String atServer(LabEvent event) {
        return printer(Experiment.UDP_ECHO, true, MessageStyle.ALL).line(event);
    }

    private static @Nullable String atClient(LabEvent event) {
        return printer(Experiment.UDP_ECHO, false, MessageStyle.ALL).line(event);
    }

    @Test
    void everyExperimentHasItsSubcommand() {
        Set<String> names = LabCommand.commandLine().getSubcommands().keySet();
        for (Experiment each : Experiment.values()) assertTrue(names.contains(each.title()), each.title());
    }

    @Test
    void theReadyLineIsThatOfTheFormats() {
        var started = new LabEvent.Started(NOW, true, new InetSocketAddress("::", 8_000), Transport.UDP, "dual");
        assertEquals("lab udp-echo: listening on [::]:8000 (UDP, dual) — clear text", atServer(started));
    }

    @Test
    void aMessageAndItsAnswerAreOneLine() {
        var six = new LabEvent.In(NOW, SIX, Payload.of("test v6"), LabMessage.NOTHING);
        var four = new LabEvent.In(NOW, FOUR, Payload.of("test v4"), LabMessage.NOTHING);
        assertNull(atServer(six));
        assertTrue(String.valueOf(atServer(new LabEvent.Out(NOW, SIX, Payload.of("TEST V6"), six, LabMessage.NOTHING)))
                .endsWith(" [::1]:50547  7 B  'test v6' → 'TEST V6'"));
        assertTrue(
                String.valueOf(atServer(new LabEvent.Out(NOW, FOUR, Payload.of("TEST V4"), four, LabMessage.NOTHING)))
                        .endsWith(
                                " 127.0.0.1:50277 (IPv4 on a dual-stack socket, ::ffff:127.0.0.1)  7 B  'test v4' →"
                                        + " 'TEST V4'"));
    }

    @Test
    void whatAPeerSentNeverControlsTheTerminal() {
        var evil = new LabEvent.In(NOW, SIX, Payload.of("\u001b[2Jx\r\n\u202e"), LabMessage.NOTHING);
        assertEquals("< \\x1b[2Jx\\r\\n\\u202e", atClient(evil));
        assertEquals("< \\xffa",
                atClient(new LabEvent.In(NOW, SIX, Payload.of(new byte[]{(byte) 0xff, 'a'}), LabMessage.NOTHING)));
    }

    @Test
    void aPageKeepsItsLinesAndNothingElse() {
        var page = new LabEvent.In(NOW, SIX, Payload.of("HTTP/1.1 200 OK\r\n\r\na\u0007b\n"), LabMessage.NOTHING);
        assertEquals("< HTTP/1.1 200 OK\n\na\\x07b",
                printer(Experiment.HTTP, false, new MessageStyle(true, _ -> false)).line(page));
    }

    @Test
    void packetsOfAPingAreShownAsSamples() {
        var printer = printer(Experiment.PING, false, new MessageStyle(false, PingClient::isSampled));
        assertNull(printer.line(new LabEvent.Out(NOW, SIX, Payload.of("Hello Server...."), null, LabMessage.NOTHING)));
        assertNull(printer.line(new LabEvent.In(NOW, SIX, Payload.of("Packet Acknowledged"), LabMessage.NOTHING)));
        assertEquals("> exit", printer.line(new LabEvent.Out(NOW, SIX, Payload.of("exit"), null, LabMessage.NOTHING)));
        var sample = new LabEvent.Sample(NOW, 1, 64, Duration.ofMillis(300), Duration.ZERO,
                Duration.ofNanos(4_100_000));
        assertEquals("packet 1  64 B  ack in 4.1 ms", printer.line(sample));
    }

    @Test
    void thePingSummaryIsThatOfTheFormats() {
        var result = new PingClient.Result(4, 4, List.of(5.2, 5.2, 5.2, 5.2), 0);
        assertEquals("sent 4, acknowledged 4, loss 0 %, average RTT 5.2 ms",
                atClient(new LabEvent.Result(NOW, result)));
        JsonObject json = LabJson.of(Experiment.PING,
                new LabEvent.Result(NOW, new PingClient.Result(2, 0, Arrays.asList(null, null), 1)));
        assertNotNull(json);
        assertEquals(
                "{\"event\":\"lab-result\",\"at\":\"2026-11-20T16:20:01.114Z\",\"lab\":\"ping\",\"sent\":2,"
                        + "\"received\":0,\"lossPercent\":100.0,\"averageRttMs\":null,\"rttMs\":[null,null],"
                        + "\"lateAcks\":1}",
                json.toString());
    }

    @Test
    void messagesInJsonAreTextWhereTheyCanBe() {
        JsonObject text = LabJson.of(Experiment.UDP_ECHO,
                new LabEvent.In(NOW, SIX, Payload.of("a\u0007"), LabMessage.NOTHING));
        JsonObject hex = LabJson.of(Experiment.UDP_ECHO,
                new LabEvent.Out(NOW, SIX, Payload.of(new byte[]{(byte) 0xff, 1}), null, LabMessage.NOTHING));
        assertNotNull(text);
        assertNotNull(hex);
        assertEquals("a\u0007", text.get("text").getAsString());
        assertEquals("[::1]:50547", text.get("peer").getAsString());
        assertEquals("ff 01", hex.get("hex").getAsString());
        assertEquals(2, hex.get("bytes").getAsInt());
    }

    @Test
    void optionsMayStandInFrontOfTheName() {
        Set<String> names = Set.of("udp-echo");
        assertArrayEquals(new String[]{"udp-echo", "--port", "5", "--json"},
                LabCommand.nameFirst(new String[]{"--json", "udp-echo", "--port", "5"}, names));
        assertArrayEquals(new String[]{"--help"}, LabCommand.nameFirst(new String[]{"--help"}, names));
    }
}
