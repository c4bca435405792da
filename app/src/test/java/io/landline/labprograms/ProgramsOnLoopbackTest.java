package io.landline.labprograms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabServer;
import io.landline.lab.TypedInput;
import io.landline.lab.compare.UdpAndTcp;
import io.landline.lab.names.Lookup;
import io.landline.testing.Patience;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a setting of the catalogue does to the program that it starts, on the loopback address.
class ProgramsOnLoopbackTest {
    private final LinkedBlockingQueue<LabEvent> atServer = new LinkedBlockingQueue<>();
    private final List<LabEvent> atClient = new ArrayList<>();
    private final List<LabServer> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(LabServer::close);
    }

    /// Where it listens.
    private InetSocketAddress serve(Program.Server program, Map<String, String> chosen) throws Exception {
        var all = new HashMap<>(chosen);
        all.put("host", "127.0.0.1");
        all.put("port", "0");
        LabServer server = program.opens().open(program.values(all), atServer::add);
        open.add(server);
        return (InetSocketAddress) server.local();
    }

    private void run(Program.Caller program, Map<String, String> chosen) throws Exception {
        client(program, chosen).run();
    }

    private Client client(Program.Caller program, Map<String, String> chosen) throws Exception {
        return program.calls().client(program.values(chosen), TypedInput.nothing(), atClient::add);
    }

    private static Map<String, String> to(InetSocketAddress server, String... more) {
        var chosen = new HashMap<String, String>();
        chosen.put("to", "127.0.0.1");
        chosen.put("port", String.valueOf(server.getPort()));
        for (int i = 0; i < more.length; i += 2) chosen.put(more[i], more[i + 1]);
        return chosen;
    }

    private <E extends LabEvent> E told(Class<E> kind, Predicate<E> which) throws InterruptedException {
        while (true) {
            LabEvent next = atServer.poll(Patience.SECONDS, TimeUnit.SECONDS);
            assertNotNull(next, "never told: such a " + kind.getSimpleName());
            if (kind.isInstance(next) && which.test(kind.cast(next))) return kind.cast(next);
        }
    }

    private <R> R result(Class<R> kind) {
        return atClient.stream()
                .filter(LabEvent.Result.class::isInstance)
                .map(each -> ((LabEvent.Result) each).result())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Socket connected(InetSocketAddress server) throws IOException {
        var socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(Patience.MILLIS);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /// This many bytes, or fewer where the other side ends before.
    private static String heard(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"upper, ÀB", "lower, àb", "reverse, bÀ", "length, 2"})
    void anEchoTransformsAsItWasTold(String transform, String reply) throws Exception {
        InetSocketAddress server = serve(EchoPrograms.TCP_ECHO, Map.of("transform", transform));
        try (Socket client = connected(server)) {
            say(client, "Àb");
            client.shutdownOutput();
            assertEquals(reply, heard(client, 100).strip());
        }
    }

    @Test
    void aConcurrentEchoServesASecondClientBesideTheFirst() throws Exception {
        InetSocketAddress server = serve(EchoPrograms.TCP_ECHO, Map.of("mode", "concurrent"));
        try (Socket first = connected(server); Socket second = connected(server)) {
            say(first, "a");
            assertEquals("A", heard(first, 1));
            say(second, "b");
            assertEquals("B", heard(second, 1), "while the first is there");
        }
    }

    @Test
    void aSequentialEchoLetsTheSecondClientWaitForTheFirst() throws Exception {
        InetSocketAddress server = serve(EchoPrograms.TCP_ECHO, Map.of("mode", "sequential"));
        try (Socket first = connected(server)) {
            say(first, "a");
            assertEquals("A", heard(first, 1));
            try (Socket second = connected(server)) {
                say(second, "b");
                var waits = told(LabEvent.Connection.class,
                        event -> event.state() == LabEvent.Connection.State.WAITING);
                assertEquals(second.getLocalSocketAddress(), waits.peer().address());
                first.close();
                assertEquals("B", heard(second, 1));
            }
        }
    }

    @Test
    void aOneShotEchoHangsUpAfterOneReply() throws Exception {
        InetSocketAddress server = serve(EchoPrograms.TCP_ECHO, Map.of("mode", "one-shot"));
        try (Socket client = connected(server)) {
            say(client, "a");
            assertEquals("A", heard(client, 100), "one reply, and the end");
        }
    }

    @ParameterizedTest
    @CsvSource({"ascii, h\u00e9, not ASCII: byte 2 is 0xc3", "utf-8, h\u00e9, ''", "ascii, he, ''"})
    void whatDoesNotFitTheEncodingIsRemarkedAndAnsweredAllTheSame(String encoding, String text, String note)
            throws Exception {
        InetSocketAddress server = serve(EchoPrograms.UDP_HELLO, Map.of("encoding", encoding));
        try (var client = new DatagramSocket()) {
            byte[] bytes = text.getBytes(UTF_8);
            client.send(new DatagramPacket(bytes, bytes.length, server));
        }
        assertEquals(note, told(LabEvent.Out.class, _ -> true).note().english());
    }

    private static final String[] SHORT = {"count", "2", "interval", "0.01"};

    private InetSocketAddress pingServer() throws Exception {
        return serve(NetworkPrograms.PING, Map.of("max-delay", "0", "loss", "0"));
    }

    @Test
    void aRampWritesItsTableIntoTheFileThatWasNamed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ramp.csv");
        run(NetworkPrograms.RAMP, to(pingServer(), SHORT[0], SHORT[1], SHORT[2], SHORT[3], "csv", file.toString()));
        List<String> lines = Files.readAllLines(file);
        assertEquals("packet,interval_s,sent_s,acked_s", lines.getFirst());
        assertEquals(List.of("1", "2"),
                lines.subList(1, lines.size()).stream().map(each -> each.split(",")[0]).toList());
    }

    @Test
    void aRampWhoseTableCannotBeWrittenIsRefusedBeforeItSends(@TempDir Path folder) throws Exception {
        for (Path each : List.of(folder.resolve("none").resolve("ramp.csv"), folder)) {
            var refused = assertThrows(UnusableSettingException.class, () -> client(NetworkPrograms.RAMP,
                    to(pingServer(), SHORT[0], SHORT[1], SHORT[2], SHORT[3], "csv", each.toString())));
            assertEquals("No table can be written to " + each + ". Check the path.", refused.said().english());
        }
        assertEquals(List.of(), List.copyOf(atClient));
    }

    @Test
    void aRampWhoseTableCannotBeWrittenAnyMoreFailsWithASentence(@TempDir Path folder) throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        String file = gone.resolve("ramp.csv").toString();
        Client ramp = client(NetworkPrograms.RAMP,
                to(pingServer(), SHORT[0], SHORT[1], SHORT[2], SHORT[3], "csv", file));
        Files.delete(gone);
        LabException failure = assertThrows(LabException.class, ramp::run);
        assertTrue(failure.said().english().contains(file), failure.said().english());
        assertTrue(atClient.stream().anyMatch(LabEvent.Result.class::isInstance), "the figures are told all the same");
    }

    @Test
    void aRampWithoutAFileTellsItsResultAlone() throws Exception {
        run(NetworkPrograms.RAMP, to(pingServer(), SHORT));
        assertTrue(atClient.stream().anyMatch(LabEvent.Result.class::isInstance));
    }

    @Test
    void aComparisonWithoutAServerMeasuresServersOfItsOwn() throws Exception {
        run(NetworkPrograms.COMPARE, Map.of("count", "3", "loss", "100"));
        UdpAndTcp.Result result = result(UdpAndTcp.Result.class);
        assertEquals(3, result.udp().lost(), "each datagram is dropped");
        assertEquals(0, result.tcp().lost(), "and TCP is not touched");
    }

    @Test
    void aComparisonWithAServerGoesThere() throws Exception {
        InetSocketAddress tcp = serve(EchoPrograms.TCP_ECHO, Map.of());
        LabServer udp = EchoPrograms.UDP_ECHO.opens()
                .open(EchoPrograms.UDP_ECHO
                        .values(Map.of("host", "127.0.0.1", "port", String.valueOf(tcp.getPort()))), atServer::add);
        open.add(udp);
        run(NetworkPrograms.COMPARE, to(tcp, "count", "2"));
        assertEquals(0, result(UdpAndTcp.Result.class).udp().lost());
        assertEquals(2, result(UdpAndTcp.Result.class).tcp().millis().size());
        told(LabEvent.In.class, _ -> true);
    }

    @Test
    void aLookUpOfThisComputerPassesOverTheNameThatWasGiven() throws Exception {
        run(NetworkPrograms.LOOKUP, Map.of("subject", "localhost", "service", "http"));
        assertEquals(Integer.valueOf(80), result(Lookup.Found.class).port());
        List<String> there = result(Lookup.Found.class).addresses().stream().map(each -> each.english()).toList();
        assertTrue(there.contains("127.0.0.1"), there::toString);
        atClient.clear();
        run(NetworkPrograms.LOOKUP, Map.of("subject", "localhost", "self", Setting.ON));
        List<String> own = result(Lookup.Found.class).addresses().stream().map(each -> each.english()).toList();
        assertTrue(own.stream().anyMatch(each -> each.startsWith("127.0.0.1  (")), own::toString);
    }

    @Test
    void aMissingPortAndAWrongOneAreSaidInDifferentSentences() {
        Setting port = setting(NetworkPrograms.REACH, "port");
        assertFalse(port.accepts(""));
        assertEquals("Say which port: --port P.", wrong(port, ""));
        assertFalse(port.accepts("65536"));
        assertEquals("--port takes a number from 1 to 65535.", wrong(port, "65536"));
        Setting to = setting(EchoPrograms.TCP_ECHO_CLIENT, "to");
        assertEquals("Say where the server is: --to HOST.", wrong(to, " "));
        assertEquals("--to takes a name or an address, without blanks.", wrong(to, "a b"));
    }

    private static Setting setting(Program program, String name) {
        return program.settings().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static String wrong(Setting setting, String value) {
        var sentence = setting.help().wrong();
        assertNotNull(sentence);
        return sentence.apply(value);
    }

    @Test
    void aServersPortThatIsTakenIsRefusedWithASentence() throws Exception {
        InetSocketAddress taken = serve(EchoPrograms.TCP_ECHO, Map.of());
        var again = EchoPrograms.TCP_ECHO.values(Map.of("host", "127.0.0.1", "port", String.valueOf(taken.getPort())));
        var failure = assertThrows(IOException.class, () -> EchoPrograms.TCP_ECHO.opens().open(again, _ -> {}));
        assertInstanceOf(LabException.class, failure);
        assertTrue(failure.getMessage().contains("taken by another program"), failure.getMessage());
    }
}
