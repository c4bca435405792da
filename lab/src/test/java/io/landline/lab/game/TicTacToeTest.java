package io.landline.lab.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.PlainTcp;
import io.landline.lab.Recorder;
import io.landline.lab.TypedInput;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicTacToeTest {
    private final Recorder events = new Recorder();

    private TcpServer server(Duration moveTime) throws Exception {
        return TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT, new TicTacToeServer(moveTime),
                events);
    }

    private TcpServer server() throws Exception {
        return server(Match.MOVE_TIME);
    }

    private static PlainTcp player(TcpServer server, String name) throws Exception {
        var player = new PlainTcp(server.local());
        player.send(name);
        assertEquals("Welcome " + name, player.line()); // what follows may come with it, on a busy computer
        return player;
    }

    @Test
    void whatAPlayerSaysBeforeThereIsAnotherIsKeptForTheTurn() throws Exception {
        try (var server = server(); var ada = player(server, "Ada")) {
            ada.send("1\n");
            events.await(LabEvent.In.class, in -> in.payload().is("1\n"));
            try (var bob = player(server, "Bob")) {
                assertEquals("init@1@Ada@Bob\n", bob.receive());
                assertEquals("move@1@X........\n", bob.receive());
            }
        }
    }

    @Test
    void aGameIsPlayedAsOnTheSheetByClientsThatReadOnceAMessage() throws Exception {
        try (var server = server(); var ada = player(server, "Ada"); var bob = player(server, "Bob")) {
            assertEquals("init@1@Ada@Bob\n", ada.receive());
            assertEquals("init@1@Ada@Bob\n", bob.receive());
            assertEquals("move@1@.........\n", ada.receive());
            ada.send("1");
            assertEquals("move@1@X........\n", bob.receive());
            bob.send("4\n");
            assertEquals("move@1@X..O.....\n", ada.receive());
            ada.send("move@1@2");
            assertEquals("move@1@XX.O.....\n", bob.receive());
            bob.send("1");
            assertEquals("move@1@XX.O.....@taken\n", bob.receive());
            bob.send("five");
            assertEquals("move@1@XX.O.....@range\n", bob.receive());
            bob.send("5");
            assertEquals("move@1@XX.OO....\n", ada.receive());
            ada.send("3");
            assertEquals("GameEnd@1@win@Ada@XXXOO....\n", ada.receive());
            assertEquals("GameEnd@1@win@Ada@XXXOO....\n", bob.receive());
            assertEquals("", ada.receive());
        }
    }

    @Test
    void whoStaysWins() throws Exception {
        try (var server = server(); var ada = player(server, "Ada"); var bob = player(server, "Bob")) {
            ada.line();
            ada.close();
            assertEquals("init@1@Ada@Bob", bob.line());
            assertEquals("GameEnd@1@left@Bob@.........", bob.line());
        }
    }

    @Test
    void whoTakesTooLongHasLeft() throws Exception {
        try (var server = server(Duration.ofMillis(150));
                var ada = player(server, "Ada");
                var bob = player(server, "Bob")) {
            ada.line();
            bob.line();
            assertEquals("GameEnd@1@left@Bob@.........", bob.line());
        }
    }

    @Test
    void wrongMovesWithoutEndDoNotHoldTheOtherPlayer() throws Exception {
        try (var server = server(Duration.ofMillis(400));
                var ada = player(server, "Ada");
                var bob = player(server, "Bob")) {
            assertEquals("init@1@Ada@Bob", ada.line());
            String asked = ada.line();
            for (int i = 0; i < 50 && asked.startsWith("move@"); i++) {
                ada.send("0\n");
                asked = ada.line();
            }
            assertEquals("GameEnd@1@left@Bob@.........", asked);
            assertEquals("init@1@Ada@Bob", bob.line());
            assertEquals("GameEnd@1@left@Bob@.........", bob.line());
        }
    }

    @Test
    void aMoveOutOfTurnWaitsForTheTurn() throws Exception {
        try (var server = server(); var ada = player(server, "Ada"); var bob = player(server, "Bob")) {
            bob.line();
            bob.send("9\n");
            ada.line();
            ada.line();
            ada.send("1\n");
            assertEquals("move@1@X.......O", ada.line());
        }
    }

    @Test
    void aNameWithTheSeparatorIsRefused() throws Exception {
        try (var server = server()) {
            for (String name : List.of("a@b\n", "\n", "x".repeat(33) + "\n")) {
                try (var player = new PlainTcp(server.local())) {
                    assertEquals("error@0@name\n", player.ask(name));
                    assertEquals("", player.receive());
                }
            }
        }
    }

    /// A player that writes UTF-16 was told that the name is wrong, and nobody why.
    @Test
    void whatIsNoTextIsSaidToBeNone() throws Exception {
        try (var server = server()) {
            try (var player = new PlainTcp(server.local())) {
                player.send("Ada\n".getBytes(StandardCharsets.UTF_16));
                assertEquals("error@0@name\n", player.receive());
                events.await(LabEvent.Remark.class, told -> told.sentence()
                        .english()
                        .equals("UTF-16, not UTF-8: encode the text as UTF-8 before you send it"));
            }
            try (var ada = player(server, "Ada"); var bob = player(server, "Bob")) {
                ada.send(new byte[]{(byte) 0xe4, '\n'});
                events.await(LabEvent.Remark.class, told -> told.sentence().english().startsWith("not UTF-8:"));
                bob.line();
            }
        }
    }

    @Test
    void whoWaitsAndLeavesIsNotPaired() throws Exception {
        try (var server = server()) {
            try (var gone = player(server, "Gone")) {
                gone.close();
            }
            events.await(io.landline.lab.LabEvent.Connection.class,
                    each -> each.state() == io.landline.lab.LabEvent.Connection.State.CLOSED);
            try (var ada = player(server, "Ada"); var ada2 = player(server, "Ada")) {
                assertEquals("init@1@Ada@Ada", ada2.line());
                assertEquals("init@1@Ada@Ada", ada.line());
            }
        }
    }

    @Test
    void linesColumnsAndDiagonalsWinAndAFullBoardIsADraw() {
        for (String won : List.of("XXX......", "...OOO...", "X..X..X..", "X...X...X", "..O.O.O..")) {
            assertTrue(new Board(won).isWon(), won);
        }
        var draw = new Board("XXOOOXXOX");
        assertTrue(draw.isFull() && !draw.isWon());
    }

    @Test
    void ourClientsPlayEachOther() throws Exception {
        try (var server = server()) {
            Target target = Target.of((InetSocketAddress) server.local());
            var heard = new Recorder();
            Thread other = Thread.ofVirtual().start(() -> {
                try {
                    new TicTacToeClient(target, "Bob", TypedInput.lines(List.of("4", "5")), new Recorder()).run();
                } catch (java.io.IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            new TicTacToeClient(target, "Ada", TypedInput.lines(List.of("1", "2", "3", "7", "8", "9")), heard).run();
            assertTrue(other.join(Duration.ofSeconds(30)));
            assertTrue(heard.received().getLast().startsWith("GameEnd@1@"), heard.received().toString());
        }
    }

    /// A wrong name, or a server that is stopped.
    @Test
    void anEndWithoutAResultIsAFailureOfTheClient() throws Exception {
        var heard = new Recorder();
        try (var server = server()) {
            Target target = Target.of((InetSocketAddress) server.local());
            var client = new TicTacToeClient(target, "A@da", TypedInput.lines(List.of()), heard);
            var failure = assertThrows(LabException.class, client::run);
            assertEquals("The server closed the connection.", failure.said().english());
        }
        assertTrue(heard.received().getLast().startsWith("error@0@name"), heard.received().toString());
        assertEquals(List.of(), heard.all(LabEvent.Stopped.class));
    }
}
