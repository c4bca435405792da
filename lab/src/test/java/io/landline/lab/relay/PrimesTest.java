package io.landline.lab.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Client;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.PlainUdp;
import io.landline.lab.Recorder;
import io.landline.lab.net.Limits;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimesTest {
    private static final int UP_TO = 100_000;
    private static final int PRIMES = 9_592;

    private final Recorder events = new Recorder();
    private final List<Thread> threads = new ArrayList<>();
    private UdpServer relay;

    @BeforeEach
    void open() throws Exception {
        relay = UdpServer.start(ServerOptions.onLoopback(), new RelayServer(false), new Recorder());
    }

    @AfterEach
    void close() throws Exception {
        threads.forEach(Thread::interrupt);
        for (Thread each : threads) each.join();
        relay.close();
    }

    private Target relayed() {
        return new Target("127.0.0.1", relay.local().getPort(), Family.ANY);
    }

    /// Its address at the relay.
    private String worker() throws Exception {
        var told = new Recorder();
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                new PrimeWorker(relayed(), 0, told).run();
            } catch (IOException | InterruptedException _) {
                Thread.currentThread().interrupt(); // the test is over
            }
        }));
        return told.await(LabEvent.Remark.class).sentence().english().replace("at work as ", "");
    }

    private PrimeAsker.Result asked(List<String> workers) throws Exception {
        new PrimeAsker(relayed(), workers, UP_TO, events).run();
        return (PrimeAsker.Result) events.await(LabEvent.Result.class).result();
    }

    @ParameterizedTest
    @CsvSource({"2,10,4", "0,1,0", "11,11,1", "90000,100000,879", "2,1000000,78498"})
    void aRangeHasSoManyPrimes(int from, int to, int primes) {
        assertEquals(primes, new Primes(from, to).count());
    }

    @Test
    void theWorkersShareTheTaskAndTheSumIsRight() throws Exception {
        String one = worker();
        String two = worker();
        PrimeAsker.Result result = asked(List.of(one, two));
        assertEquals(PRIMES, result.primes());
        for (String each : List.of(one, two)) {
            assertTrue(result.shares().stream().anyMatch(share -> share.worker().equals(each)), each);
        }
        assertEquals(result.shares().size(), events.all(LabEvent.SoFar.class).size(),
                "each piece is told when it is done");
    }

    @Test
    void aWorkerThatIsSilentLosesItsPieceToTheOthers() throws Exception {
        try (var silent = new PlainUdp(new InetSocketAddress("127.0.0.1", relay.local().getPort()))) {
            String port = silent.ask("hii").replaceAll(".*, (\\d+)\\)", "$1");
            assertEquals(PRIMES, asked(List.of("127.0.0.1/" + port, worker())).primes());
            assertEquals("127.0.0.1/" + port + " does not answer: the others do its piece", remark());
        }
    }

    @Test
    void withoutAnyWorkerItFailsWithASentence() throws Exception {
        try (var silent = new PlainUdp(new InetSocketAddress("127.0.0.1", relay.local().getPort()))) {
            String port = silent.ask("hii").replaceAll(".*, (\\d+)\\)", "$1");
            assertThrows(LabException.class, () -> asked(List.of("127.0.0.1/" + port)));
            assertEquals("127.0.0.1/" + port + " does not answer", remark(), "there are no others");
        }
    }

    private String remark() {
        return events.all(LabEvent.Remark.class).getLast().sentence().english();
    }

    @Test
    void whoReachesTheRelayByIpv6IsToldThatNobodyCouldAnswer() throws Exception {
        try (var six = UdpServer.start(new ServerOptions("::1", 0, Family.ANY, false, Limits.STANDARD),
                new RelayServer(false), new Recorder())) {
            var target = new Target("::1", six.local().getPort(), Family.ANY);
            for (Client each : List.of(new PrimeWorker(target, 0, events),
                    new PrimeAsker(target, List.of("127.0.0.1/9"), 10, events))) {
                String said = String.valueOf(assertThrows(LabException.class, each::run).getMessage());
                assertTrue(said.startsWith("The relay sees this program at ::1/")
                        && said.endsWith(PrimeAsker.IPV4_ALONE.english()), said);
            }
        }
        assertTrue(PrimeAsker.isByIpv6("::1/5061") && PrimeAsker.isByIpv6("[fe80::1]:5061"));
        assertFalse(PrimeAsker.isByIpv6("127.0.0.1:5061"), "mistyped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "127.0.0.1/", "127.0.0.1:5061", "::1/5061", "a b/5061", "a;b/5061",
            "a,b/5061", "a/b/5061", "a/123456"})
    void whatTheRelayCannotCarryOrWhatDividesTheListNamesNoWorker(String address) {
        assertFalse(address.matches(PrimeAsker.WORKER));
        assertTrue("127.0.0.1/58181".matches(PrimeAsker.WORKER) && "ada.local/1".matches(PrimeAsker.WORKER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "count", "count 5 4", "count 2 99999999", "count -1 5", "count 2 5 6", "Count 2 5",
            "primes 2 5 3"})
    void whatIsNoQuestionGetsNoAnswer(String text) {
        assertNull(Primes.asked(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"primes 2 9 4", "primes 3 10 4", "primes 2 10 10", "primes 2 10", "count 2 10"})
    void anAnswerToAnotherQuestionOrOfMorePrimesThanNumbersIsNone(String text) {
        assertNull(new Primes(2, 10).found(text));
    }
}
