package io.landline.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Recorder;
import io.landline.lab.compare.FailuresOnPurpose.Shown;
import io.landline.lab.compare.Load.Bar;
import io.landline.lab.net.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Results as people and programs read them.
class ResultsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void aBarWaitsFromItsConnectionToItsFirstReply() {
        var timeline = new Load.Timeline(List.of(new Bar(1, 0, 50.0, 100), new Bar(2, 20, null, 40)));
        assertEquals(List.of("· connected and waiting   # served",
                "client  1  |" + "·".repeat(25) + "#".repeat(25) + "  waited 50 ms",
                "client  2  |" + " ".repeat(10) + "·".repeat(10) + "#".repeat(0) + "  never served"),
                timeline.summary().lines().toList());
        assertEquals(2, ((List<?>) timeline.fields().get("clients")).size());
        assertEquals("· connected and waiting   # served", new Load.Timeline(List.of()).summary());
    }

    @Test
    void clientsThatAreHungUpWereNeverServed() throws Exception {
        var events = new Recorder();
        try (var server = new ServerSocket(0, 2, HERE)) {
            Thread hangingUp = Thread.ofVirtual().start(() -> {
                try (var first = server.accept()) {
                    first.getInputStream().read(new byte[100]);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            new Load(new Target("127.0.0.1", server.getLocalPort(), Family.ANY), 1, events).run();
            hangingUp.join();
        }
        var timeline = (Load.Timeline) events.await(LabEvent.Result.class).result();
        assertTrue(timeline.summary().endsWith("never served"), timeline.summary());
    }

    @Test
    void aServerThatIsNotThereIsAFailureOfTheWholeRun() throws Exception {
        int closed;
        try (var server = new ServerSocket(0, 1, HERE)) {
            closed = server.getLocalPort();
        }
        var load = new Load(new Target("127.0.0.1", closed, Family.ANY), 2, new Recorder());
        assertThrows(IOException.class, load::run);
    }

    @Test
    void failuresOnPurposeAreListedWithWhatWasSaid() {
        var table = new FailuresOnPurpose.Table(
                List.of(new Shown(LabMessage.of("a"), LabMessage.of("b")),
                        new Shown(LabMessage.of("c"), LabMessage.of("d"))));
        assertEquals("What was done, and what is said then:\n- a\n    b\n- c\n    d", table.summary());
        assertEquals(Map.of("failures", List.of(Map.of("what", "a", "said", "b"), Map.of("what", "c", "said", "d"))),
                table.fields());
    }
}
