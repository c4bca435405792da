package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Checkout;
import io.landline.fixture.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Holds docs/numbers.md true.
class NumbersTest {
    private static final int SIZE = 2_048;
    private static final long COUNT = 7;
    private static final Duration TIME = Duration.ofSeconds(90);
    private static int notFinal = 7;

    /// Main sources whose numbers are no bound towards others, the user or the disk: pixels, pictures and what is shown
    /// at once; programs of a course; measurements.
    private static final String NOT_GOVERNED = "lab/.*|app/src/main/java/io/landline/"
            + "(?:ui|labprograms|bench|demo|capture|process|language)/.*";

    /// Bounds by name or type that have no row, by the reason.
    private static final Map<String, Set<String>> WITHOUT_A_ROW = Map.of(
            "how often a loop of this program looks",
            Set.of("chat.sync.WritingGate#LOOK", "cli.file.ReceiptWait#LOOK_AGAIN",
                    "cli.file.ReceiveCommand#LOOK_AGAIN", "cli.file.SendCommand#LOOK_AGAIN",
                    "cli.file.TakeProgress#LOOK_AGAIN",
                    "cli.PeersCommand#LOOK_AGAIN", "cli.WatchCommand#LOOK_AGAIN", "cli.chat.EditedChat#LOOK_AT_INPUT",
                    "cli.chat.PipedChat#LOOK_AT_INPUT", "control.ControlClient#LOOK_AGAIN",
                    "filetransfer.SpeedLimits#LOOK", "filetransfer.chunk.ChunkQueue#LOOK",
                    "filetransfer.source.ChunkServer#LOOK", "filetransfer.source.ReadAhead#LOOK",
                    "filetransfer.swarm.ChunkSender#LOOK",
                    "settings.ProfileLock#LOOK_AGAIN"),
            "stands for never", Set.of("cli.lab.LabRun#FOR_EVER", "handshake.GuessLedger#FAR_AWAY",
                    "presence.PeerRow#NEVER_TOLD", "presence.ReplyQueue#NEVER", "queue.SerialQueue#NEVER",
                    "session.dial.DialledAddresses#UNTIL_THE_NETWORK_CHANGES"),
            "the second of a rate", Set.of("presence.BroadcastReply#SECOND", "peer.RateWindow#WINDOW"),
            "types of frames, which docs/protocol has", Set.of("frame.FrameType#CHAT_MIN", "frame.FrameType#CHAT_MAX",
                    "frame.FrameType#FILES_MIN", "frame.FrameType#FILES_MAX", "frame.FrameType#BULK_MIN",
                    "frame.FrameType#OPTIONAL_MIN", "frame.FrameType#SHELF_MIN", "frame.FrameType#SHELF_MAX"),
            "half a millisecond, below ANSWER_WITHIN", Set.of("presence.PresenceCore#ANSWER_SPREAD_PER_PEER"),
            "a unit, a format or an invention", Set.of("cli.lab.SettingText#MILLIS_PER_SECOND",
                    "desktop.NotificationTone#SAMPLES_PER_SECOND", "node.port.CalledByName#FENCE_MIN",
                    "storage.InventedHistory#WORDS_A_TEXT_MAX"));

    private static List<String> mistakesOf(String value, String constant) {
        return NumbersTable.mistakes("| what | value | constant |\n|---|---|---|\n| x | " + value
                + " | `io.landline.NumbersTest#" + constant + "` |\n");
    }

    @Test
    void everyNumberOfThePageIsItsConstants() throws IOException {
        assertEquals(List.of(), NumbersTable.mistakes(Pages.read("numbers.md")));
    }

    @Test
    void everyBoundHasARowOrAReasonToHaveNone() throws IOException {
        Map<String, String> sources = Checkout.read()
                .texts(name -> name.matches(".*/?src/main/java/.+\\.java") && !name.matches(NOT_GOVERNED));
        var withoutARow = new TreeSet<>(NumbersTable.withoutARow(Pages.read("numbers.md"), sources));
        var allowed = new TreeSet<String>();
        WITHOUT_A_ROW.values().forEach(names -> names.forEach(name -> allowed.add("io.landline." + name)));
        assertEquals(String.join("\n", allowed), String.join("\n", withoutARow));
    }

    @Test
    void aBoundWithoutARowIsFound() {
        String row = "| x | 7 | `io.landline.p.Some#KEPT_MAX` | a reason |\n";
        String source = """
                package io.landline.p;
                class Some {
                    private static final int KEPT_MAX = 7;
                    static final long %s = %s;
                    class Inner {
                        static final Duration WAIT = Duration.ofSeconds(1);
                    }
                }
                """;
        assertEquals(List.of("io.landline.p.Some#WAIT"),
                NumbersTable.withoutARow(row, Map.of("a/Some.java", source.formatted("COLOUR", "1"))));
        for (String bound : List.of("OTHER_MAX", "MAX_OTHER", "BURST", "CALLS_A_SECOND", "BYTES_MIN")) {
            assertEquals(List.of("io.landline.p.Some#" + bound, "io.landline.p.Some#WAIT"),
                    NumbersTable.withoutARow(row, Map.of("a/Some.java", source.formatted(bound, "1"))), bound);
        }
        assertEquals(List.of("io.landline.p.Some#WAIT"),
                NumbersTable.withoutARow(row, Map.of("a/Some.java", source.formatted("OTHER_MAX", "That.OTHER_MAX"))));
    }

    @Test
    void aNumberInAnyUnitIsCompared() {
        for (String size : List.of("2,048", "2048", "2,048 B", "2 KiB")) {
            assertEquals(List.of(), mistakesOf(size, "SIZE"), size);
        }
        assertEquals(List.of(), mistakesOf("7", "COUNT"));
        for (String time : List.of("90 s", "90,000 ms")) assertEquals(List.of(), mistakesOf(time, "TIME"), time);
    }

    @Test
    void everyTableOfAPageIsRead() {
        String header = "| what | value | constant |\n|---|---|---|\n";
        String right = "| x | 7 | `io.landline.NumbersTest#COUNT` |\n";
        String wrong = "| y | 8 | `io.landline.NumbersTest#COUNT` |\n";
        assertEquals(List.of(), NumbersTable.mistakes("## One\n\n" + header + right + "\n## Two\n\n" + header + right));
        assertEquals(1, NumbersTable.mistakes("## One\n\n" + header + right + "\n## Two\n\n" + header + wrong).size());
        assertEquals(1, NumbersTable.mistakes(header + "\n" + wrong).size(), "a row below a blank line");
    }

    @Test
    void whatIsNotSoIsFound() {
        for (String size : List.of("2,049", "2 MiB", "2,048 s", "20,48", "about 2,048", "2,048 things")) {
            assertEquals(1, mistakesOf(size, "SIZE").size(), size);
        }
        for (String time : List.of("90", "90 ms", "91 s", "90 B")) {
            assertEquals(1, mistakesOf(time, "TIME").size(), time);
        }
        assertTrue(mistakesOf("7", "GONE").getFirst().contains("there is no constant"));
        assertTrue(mistakesOf("7", "notFinal").getFirst().contains("there is no constant"));
        assertTrue(NumbersTable.mistakes("| what | value |\n|---|---|\n| x | 7 |\n").getFirst().contains("| x | 7 |"));
        assertEquals(List.of("the page has no table"), NumbersTable.mistakes("no table"));
        assertEquals(7, notFinal + COUNT - COUNT);
    }
}
