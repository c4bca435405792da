package io.landline.ui.lab.card;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.SocketCard;
import io.landline.lab.names.AddressProbe;
import io.landline.lab.relay.PrimeAsker;
import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.ui.lab.wire.Ladder.Message;
import io.landline.ui.lab.wire.TraceRow;
import io.landline.ui.lab.wire.TraceRow.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchViewModelTest {
    private final PumpedLab lab = new PumpedLab();

    @AfterEach
    void close() {
        lab.close();
    }

    private static List<String> texts(BenchViewModel bench, Kind kind) {
        return bench.rows()
                .stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.payload().start().shown())
                .toList();
    }

    /// An echo with its client, after one message there and back.
    private BenchViewModel talked(String key) throws InterruptedException {
        BenchViewModel bench = lab.bench(key);
        lab.serve(bench);
        CardViewModel client = bench.cards().get(1);
        lab.start(client);
        assertTrue(client.type("hello"));
        lab.until(() -> bench.rows().stream().filter(each -> each.kind().isMessage()).count() == 4,
                "both messages, told by both");
        return bench;
    }

    @Test
    void whatIsTypedComesBackAndBothEndsAreInTheTraceAndInTheDiagram() throws Exception {
        BenchViewModel bench = talked("udp-echo");
        assertEquals(Set.of("hello", "HELLO"), Set.copyOf(texts(bench, Kind.OUT)));
        assertEquals(2, bench.ladder().get().rungs().size());
        assertTrue(bench.ladder()
                .get()
                .rungs()
                .stream()
                .allMatch(each -> each instanceof Message message && message.bothEnds()));
        assertEquals(2, bench.ladder().get().lanes().size());
    }

    @Test
    void theClientFollowsTheServersPortUnlessAPersonChoseAnother() throws Exception {
        BenchViewModel bench = lab.bench("tcp-echo");
        CardViewModel client = bench.cards().get(1);
        bench.add(client.program());
        PumpedLab.set(bench.cards().get(2), "port", "7777");
        int port = lab.serve(bench);
        assertEquals(String.valueOf(port), PumpedLab.value(client, "port"));
        assertEquals("7777", PumpedLab.value(bench.cards().get(2), "port"));
        assertTrue(client.settings().command().get().endsWith("--port " + port), client.settings().command().get());
    }

    @Test
    void aStartFoldsTheCardAndItStaysSoAfterTheEnd() throws Exception {
        BenchViewModel bench = lab.bench("udp-echo");
        CardViewModel server = bench.cards().getFirst();
        assertFalse(server.folded().get());
        lab.serve(bench);
        assertTrue(server.folded().get());
        lab.stop(server);
        assertTrue(server.folded().get());
    }

    @Test
    void nothingListensAfterAStop() throws Exception {
        BenchViewModel bench = lab.bench("tcp-echo");
        int port = lab.serve(bench);
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        lab.stop(bench.cards().getFirst());
        assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
        assertEquals(0, lab.model.running().get());
    }

    /// What is copied from the page shows these packets, and not those of the usual port.
    @Test
    void theFilterForWiresharkHasThePortThatIsUsed() throws Exception {
        BenchViewModel bench = lab.bench("udp-echo");
        assertEquals("udp.port == 12000", bench.wireshark().get());
        CardViewModel server = bench.cards().getFirst();
        PumpedLab.set(server, "port", "43,810");
        assertEquals("udp.port == 43810", bench.wireshark().get());
        PumpedLab.set(server, "port", "much");
        assertEquals("udp.port == 12000", bench.wireshark().get());
        assertEquals("udp.port == " + lab.serve(bench), bench.wireshark().get());
        lab.stop(server);
        PumpedLab.set(server, "port", "43811");
        bench.remove(server);
        PumpedLab.set(bench.cards().getFirst(), "port", "43812");
        assertEquals("udp.port == 43812", bench.wireshark().get(), "a client alone goes to a server elsewhere");
    }

    @Test
    void aServerThatIsStoppedWhileItStartsDoesNotStayOpen() throws Exception {
        BenchViewModel bench = lab.bench("udp-echo");
        CardViewModel server = bench.cards().getFirst();
        PumpedLab.set(server, "port", "0");
        server.start();
        server.stop();
        lab.until(() -> !server.state().get().isBusy(), "it has ended");
        assertInstanceOf(CardState.Ended.class, server.state().get());
    }

    @Test
    void aPortThatIsTakenIsSaidAndAFreeOneIsOffered() throws Exception {
        try (var taken = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            CardViewModel server = lab.bench("udp-echo").cards().getFirst();
            PumpedLab.set(server, "port", String.valueOf(taken.getLocalPort()));
            server.start();
            lab.until(() -> server.state().get() instanceof CardState.PortTaken, "the port is taken");
            var offer = (CardState.PortTaken) server.state().get();
            assertEquals(taken.getLocalPort(), offer.port());
            assertNotEquals(offer.port(), offer.free());
            assertFalse(server.folded().get(), "the port has to change");
            server.usePort(offer.free());
            lab.until(() -> server.state().get() instanceof CardState.Running, "it runs at the free one");
            assertEquals(offer.free(), server.listeningPort());
        }
    }

    @Test
    void aClientWithoutServerFailsWithASentence() throws Exception {
        CardViewModel client = lab.bench("tcp-hello").cards().get(1);
        PumpedLab.set(client, "port", "1");
        client.start();
        lab.until(() -> client.state().get() instanceof CardState.Failed, "it failed");
        assertTrue(((CardState.Failed) client.state().get()).cause() instanceof IOException);
    }

    @Test
    void aFileThatIsNotThereIsSaidBeforeAnythingIsOpened() throws Exception {
        CardViewModel server = lab.bench("secret-file").cards().getFirst();
        assertFalse(server.settings().isValid(), "a file is needed");
        PumpedLab.set(server, "file", "/there/is/none");
        server.start();
        lab.until(() -> server.state().get() instanceof CardState.FileMissing, "the file is missed");
    }

    @Test
    void whileItIsPausedTheTraceStandsStillAndThenShowsAll() throws Exception {
        BenchViewModel bench = talked("udp-echo");
        List<TraceRow> before = List.copyOf(bench.rows());
        bench.paused().set(true);
        CardViewModel client = bench.cards().get(1);
        client.type("again");
        lab.until(() -> bench.seen().rows().size() == before.size() + 4, "it went on beneath");
        assertEquals(before, bench.rows());
        bench.paused().set(false);
        assertEquals(before.size() + 4, bench.rows().size());
    }

    @Test
    void theFilterShowsOneCardsRows() throws Exception {
        BenchViewModel bench = talked("udp-echo");
        int client = bench.cards().get(1).id();
        bench.filter().set(client);
        assertTrue(bench.rows().stream().allMatch(each -> each.card() == client));
        assertEquals(List.of("hello"), texts(bench, Kind.OUT));
        bench.filter().set(BenchViewModel.ALL_CARDS);
        assertEquals(Set.of("hello", "HELLO"), Set.copyOf(texts(bench, Kind.OUT)));
    }

    @Test
    void aCardTellsItsSocketAndAStopEndsItInItsProtocolsOwnWay() throws Exception {
        BenchViewModel bench = talked("tcp-chat");
        CardViewModel client = bench.cards().get(1);
        SocketCard socket = client.socket().get();
        assertNotNull(socket);
        assertTrue(socket.options().containsKey("TCP_NODELAY"));
        lab.stop(client);
        lab.until(() -> texts(bench, Kind.IN).contains("Exit"), "the server hears Exit");
    }

    @Test
    void noMoreCardsThanTheLimitAndNoneThatRunsIsTakenAway() throws Exception {
        BenchViewModel bench = lab.bench("udp-echo");
        while (bench.mayAdd()) bench.add(bench.system().programs().getLast());
        bench.add(bench.system().programs().getLast());
        assertEquals(BenchViewModel.CARDS_MAX, bench.cards().size());
        lab.serve(bench);
        bench.remove(bench.cards().getFirst());
        assertEquals(BenchViewModel.CARDS_MAX, bench.cards().size());
        bench.remove(bench.cards().getLast());
        assertEquals(BenchViewModel.CARDS_MAX - 1, bench.cards().size());
    }

    @Test
    void aPingIsMeasuredPacketByPacket() throws Exception {
        BenchViewModel bench = lab.bench("ping");
        CardViewModel server = bench.cards().getFirst();
        PumpedLab.set(server, "max-delay", "0");
        PumpedLab.set(server, "loss", "0");
        lab.serve(bench);
        CardViewModel client = bench.cards().get(1);
        PumpedLab.set(client, "count", "3");
        PumpedLab.set(client, "interval", "0.05");
        client.start();
        lab.until(() -> client.result().get() != null, "the result");
        assertEquals(3, bench.measures().get().samples().size());
        lab.until(() -> server.state().get() instanceof CardState.Ended, "the client's exit ends the server");
        assertTrue(((CardState.Ended) server.state().get()).reason().english().startsWith("stopped by"),
                "and the page says who did it");
    }

    @Test
    void aUnixSocketIsOpenToThisComputerAloneAndItsPathGoesWithIt(@TempDir Path folder) throws Exception {
        BenchViewModel bench = lab.bench("unix-echo");
        Path path = folder.resolve("socket");
        for (CardViewModel each : bench.cards()) PumpedLab.set(each, "unix", path.toString());
        CardViewModel server = bench.cards().getFirst();
        lab.start(server);
        assertFalse(((CardState.Running) server.state().get()).open());
        lab.start(bench.cards().get(1));
        assertTrue(bench.cards().get(1).type("hello"));
        lab.until(() -> texts(bench, Kind.IN).contains("HELLO"), "it comes back");
        lab.stop(server);
        assertFalse(Files.exists(path));
    }

    @Test
    void aPathThatIsTakenIsAFailureWithASentence(@TempDir Path folder) throws Exception {
        Path path = Files.createFile(folder.resolve("socket"));
        CardViewModel server = lab.bench("unix-echo").cards().getFirst();
        PumpedLab.set(server, "unix", path.toString());
        server.start();
        lab.until(() -> server.state().get() instanceof CardState.Failed, "it failed");
        assertTrue(
                String.valueOf(((CardState.Failed) server.state().get()).cause().getMessage()).contains("Remove it"));
        assertTrue(Files.exists(path), "what stood there is not ours");
    }

    @Test
    void aRegisteredPlayerIsKnownToTheNextServer(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "a word of its own\n");
        BenchViewModel bench = lab.bench("quiz");
        CardViewModel server = bench.cards().getFirst();
        CardViewModel client = bench.cards().get(1);
        PumpedLab.set(server, "state", folder.resolve("results").toString());
        PumpedLab.set(client, "register", "true");
        PumpedLab.set(client, "password-file", password.toString());
        lab.serve(bench);
        lab.start(client);
        lab.until(() -> texts(bench, Kind.IN).stream().anyMatch(each -> each.startsWith("OK|registered")),
                "it is registered");
        lab.stop(client);
        lab.stop(server);
        PumpedLab.set(client, "register", "false");
        lab.serve(bench);
        client.start();
        lab.until(() -> texts(bench, Kind.IN).stream().anyMatch(each -> each.startsWith("ERROR|log in first")),
                "the name is kept");
    }

    @Test
    void eachAddressIsShownAsSoonAsItWasTried() throws Exception {
        BenchViewModel bench = lab.bench("reach");
        CardViewModel reach = bench.cards().getFirst();
        PumpedLab.set(reach, "port", "1");
        var tried = new ArrayList<Long>();
        bench.measures().subscribe(now -> {
            AddressProbe.Table table = now.result(AddressProbe.Table.class);
            if (table != null) tried.add(table.rows().stream().filter(AddressProbe.Row::isTried).count());
        });
        reach.start();
        lab.until(() -> reach.state().get() instanceof CardState.Ended && !tried.isEmpty() && tried.getLast() == 1,
                "the address was tried");
        assertEquals("refused",
                requireNonNull(bench.measures().get().result(AddressProbe.Table.class)).rows()
                        .getFirst()
                        .result()
                        .english());
        assertInstanceOf(AddressProbe.Table.class, reach.result().get());
    }

    @Test
    void workersOnTheirCardsShareATaskThroughTheRelayOnItsCard() throws Exception {
        BenchViewModel bench = lab.bench("primes");
        lab.serve(bench);
        var addresses = new ArrayList<String>();
        for (CardViewModel worker : bench.cards().subList(1, 3)) {
            PumpedLab.set(worker, "from-port", "0");
            lab.start(worker);
            addresses.add(((CardState.Running) worker.state().get()).address().replace(':', '/'));
        }
        CardViewModel asker = bench.cards().getLast();
        PumpedLab.set(asker, "workers", String.join(",", addresses));
        PumpedLab.set(asker, "up-to", "1000");
        assertTrue(asker.settings().isValid());
        asker.start();
        lab.until(() -> asker.result().get() instanceof PrimeAsker.Result result && result.primes() == 168,
                "all of them are counted");
        for (CardViewModel worker : bench.cards().subList(1, 3)) lab.stop(worker);
    }

    @Test
    void nothingIsOpenUntilItIsStarted() {
        for (LabSystem system : LabSystems.ALL) lab.model.bench(system);
        assertEquals(0, lab.model.running().get());
    }
}
