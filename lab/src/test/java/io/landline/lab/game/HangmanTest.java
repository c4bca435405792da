package io.landline.lab.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Course;
import io.landline.lab.Family;
import io.landline.lab.LabException;
import io.landline.lab.PlainUdp;
import io.landline.lab.RecentSources;
import io.landline.lab.Recorder;
import io.landline.lab.TypedInput;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpServer;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HangmanTest {
    private final Recorder events = new Recorder();

    private UdpServer server() throws Exception {
        return UdpServer.start(ServerOptions.onLoopback(), new HangmanServer(List.of("banana"), new Random(1)), events);
    }

    @Test
    void aGameIsWonAsOnTheSheet() throws Exception {
        try (var server = server(); var player = new PlainUdp(server.local())) {
            assertEquals("LENGTH 6", player.ask("START"));
            assertEquals("HIT 1", player.ask("b"));
            assertEquals("MISS 5", player.ask("x"));
            assertEquals("HIT 2 4 6", player.ask("GUESS a"));
            assertEquals("END WON BANANA", player.ask(" N\r\n"));
            assertEquals("END WON BANANA", player.ask("q"));
        }
    }

    @Test
    void theSixthMissLoses() throws Exception {
        try (var server = server(); var player = new PlainUdp(server.local())) {
            player.ask("start");
            for (int left = 5; left >= 1; left--) {
                assertEquals("MISS " + left, player.ask(String.valueOf((char) ('p' + left))));
            }
            assertEquals("END LOST BANANA", player.ask("z"));
        }
    }

    @Test
    void aRepeatedLetterCostsNothingAndHasItsFirstReply() throws Exception {
        try (var server = server(); var player = new PlainUdp(server.local())) {
            player.ask("START");
            assertEquals("MISS 5", player.ask("x"));
            assertEquals("MISS 4", player.ask("y"));
            assertEquals("MISS 5", player.ask("x"));
            assertEquals("HIT 1", player.ask("b"));
            assertEquals("HIT 1", player.ask("b"));
            assertEquals("MISS 3", player.ask("z"));
        }
    }

    @Test
    void whatIsNoLetterIsAnErrorWithoutCost() throws Exception {
        try (var server = server(); var player = new PlainUdp(server.local())) {
            assertEquals("ERROR no game", player.ask("a"));
            player.ask("START");
            for (String wrong : List.of("ab", "1", "?", "", "é", "GUESS ")) {
                assertEquals("ERROR one letter", player.ask(wrong));
            }
            assertEquals("MISS 5", player.ask("x"));
        }
    }

    @Test
    void startAgainBeforeAGuessIsTheSameGame() throws Exception {
        var server = new HangmanServer(HangmanWords.ALL, new Random(3));
        var player = new InetSocketAddress("127.0.0.1", 5);
        String first = server.reply(player, "START", 0);
        for (int i = 0; i < 20; i++) assertEquals(first, server.reply(player, "START", 0));
    }

    @Test
    void theGameThatWasSilentLongestGoesWhenThereAreTooMany() throws Exception {
        var server = new HangmanServer(List.of("BANANA"), new Random(3));
        for (int port = 1; port <= RecentSources.SOURCES_MAX + 1; port++) {
            server.reply(new InetSocketAddress("127.0.0.1", port), "START", port);
        }
        assertEquals("ERROR no game", server.reply(new InetSocketAddress("127.0.0.1", 1), "A", 1_000));
        assertEquals("HIT 2 4 6", server.reply(new InetSocketAddress("127.0.0.1", 2), "A", 1_000));
    }

    @Test
    void aHundredWordsAreBuiltInAndAllFit() throws Exception {
        assertTrue(HangmanWords.ALL.size() >= 100, "only " + HangmanWords.ALL.size());
        new HangmanServer(HangmanWords.ALL, new Random());
        assertThrows(LabException.class, () -> new HangmanServer(List.of("abc"), new Random()));
        assertThrows(LabException.class, () -> new HangmanServer(List.of(), new Random()));
    }

    @Test
    void theClientAsksAgainWhereNoReplyComes() throws Exception {
        try (Course<List<String>> course = Course.udp(socket -> {
            var heard = new ArrayList<String>();
            heard.add(socket.receive());
            heard.add(socket.receive());
            socket.reply("LENGTH 1");
            heard.add(socket.receive());
            socket.reply("END WON A");
            return heard;
        })) {
            new HangmanClient(new Target("127.0.0.1", course.port(), Family.ANY),
                    TypedInput.lines(List.of("", "a", "b")),
                    events).run();
            assertEquals(List.of("START", "START", "a"), course.finished());
            events.awaitReason("won");
        }
    }

    /// A server that is slow once: both answers to what was asked twice come, the second one unasked.
    @Test
    void aLateAnswerToWhatWasAskedAgainIsNoneToTheNextLetter() throws Exception {
        var bothSent = new CountDownLatch(1);
        try (Course<Boolean> course = Course.udp(socket -> {
            socket.receive();
            socket.receive();
            socket.reply("LENGTH 1");
            socket.reply("LENGTH 1");
            bothSent.countDown();
            socket.receive();
            socket.reply("END WON A");
            return true;
        })) {
            var letters = TypedInput.lines(List.of("a"));
            new HangmanClient(new Target("127.0.0.1", course.port(), Family.ANY), prompt -> {
                bothSent.await();
                return letters.next(prompt);
            }, events).run();
            events.awaitReason("won");
            assertEquals(List.of("LENGTH 1", "LENGTH 1", "END WON A"), events.received());
        }
    }
}
