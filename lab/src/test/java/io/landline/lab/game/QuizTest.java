package io.landline.lab.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuizTest {
    @TempDir
    Path folder;

    private final Recorder events = new Recorder();

    private TcpServer server(@Nullable Path state) throws Exception {
        List<Question> three = Question.parseAll(
                List.of("Connection?|UDP|TCP|IP|ARP|B", "", "Bits?|8|16|32|64|c", "Port?|1|2|3|80|D"));
        return TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT, new QuizServer(three, false, state),
                events);
    }

    private static String ask(PlainTcp client, String text) throws IOException {
        client.send(text + "\n");
        return client.line();
    }

    @Test
    void aGameGivesPointsAndARank() throws Exception {
        try (var server = server(null); var ada = new PlainTcp(server.local())) {
            assertEquals("QUESTION|1|3|Connection?|A) UDP|B) TCP|C) IP|D) ARP", ask(ada, "START|Ada|3"));
            assertEquals("QUESTION|2|3|Bits?|A) 8|B) 16|C) 32|D) 64", ask(ada, "B"));
            assertEquals("QUESTION|3|3|Port?|A) 1|B) 2|C) 3|D) 80", ask(ada, "ANSWER|c"));
            assertEquals("TOTAL|2|3|RANK|1|1", ask(ada, "a"));
            assertTrue(ask(ada, "Ada 1").startsWith("QUESTION|1|1|"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"START|Ada Lovelace|2", "Ada Lovelace 2", "Ada Lovelace,2", "Ada Lovelace;2", "Ada Lovelace|2"})
    void aGameCanBeStartedInSeveralForms(String form) throws Exception {
        try (var server = server(null);
                var ada = new PlainTcp(server.local());
                var other = new PlainTcp(server.local())) {
            assertTrue(ask(ada, form).startsWith("QUESTION|1|2|"));
            assertEquals("ERROR|already playing", ask(other, "START|Ada Lovelace|1"));
        }
    }

    @Test
    void aClientWithoutLineEndsIsAnsweredAfterAShortSilence() throws Exception {
        try (var server = server(null); var ada = new PlainTcp(server.local())) {
            assertTrue(ada.ask("Ada,3").startsWith("QUESTION|1|3|"));
            assertTrue(ada.ask("B").startsWith("QUESTION|2|3|"));
        }
    }

    @Test
    void anErrorLosesAndAdvancesNothing() throws Exception {
        try (var server = server(null); var ada = new PlainTcp(server.local())) {
            assertTrue(ask(ada, "B").startsWith("ERROR|no game"));
            for (String wrong : List.of("", "hello", "START||3", "Ada|0", "Ada|1001", "START|a\tb|3")) {
                assertTrue(ask(ada, wrong).startsWith("ERROR|"), wrong);
            }
            ask(ada, "Ada,9");
            assertTrue(ask(ada, "E").startsWith("ERROR|"));
            assertTrue(ask(ada, "what?").startsWith("ERROR|"));
            assertTrue(ask(ada, "B").startsWith("QUESTION|2|3|"), "the number is cut to the questions there are");
        }
    }

    /// A program that was written from nothing but the answers got no further than "not understood".
    @Test
    void anErrorNamesWhatWouldBeUnderstood() throws Exception {
        try (var server = server(null); var ada = new PlainTcp(server.local())) {
            assertEquals("ERROR|no game: START|name|number first", ask(ada, "hello"));
            ask(ada, "Ada,9");
            assertEquals("ERROR|not understood: ANSWER|A, or the letter alone", ask(ada, "what?"));
        }
    }

    @Test
    void whatIsNoTextIsSaidToBeNone() throws Exception {
        try (var server = server(null); var ada = new PlainTcp(server.local())) {
            ada.send("hello\n".getBytes(StandardCharsets.UTF_16));
            assertEquals("ERROR|not UTF-8\n", ada.receive());
            events.await(LabEvent.Remark.class, told -> told.sentence().english().startsWith("UTF-16, not UTF-8:"));
        }
    }

    @Test
    void whoLeavesGoesOnWhereTheGameStoodEvenAfterARestart() throws Exception {
        Path state = folder.resolve("state");
        try (var server = server(state); var ada = new PlainTcp(server.local())) {
            ask(ada, "START|Ada|3");
            assertTrue(ask(ada, "B").startsWith("QUESTION|2|3|"));
        }
        try (var server = server(state);
                var ada = new PlainTcp(server.local());
                var bob = new PlainTcp(server.local())) {
            ask(bob, "Bob,3");
            assertTrue(ask(ada, "START|Ada|1").startsWith("QUESTION|2|3|"));
            ask(ada, "C");
            assertEquals("TOTAL|3|3|RANK|1|2", ask(ada, "D"));
            ask(bob, "A");
            ask(bob, "A");
            assertEquals("TOTAL|1|3|RANK|2|2", ask(bob, "D"));
        }
        assertFalse(Files.exists(folder.resolve("state.new")));
    }

    @Test
    void aRegisteredNameNeedsItsPassword() throws Exception {
        Path state = folder.resolve("state");
        try (var server = server(state);
                var ada = new PlainTcp(server.local());
                var eve = new PlainTcp(server.local())) {
            assertEquals("OK|registered", ask(ada, "REGISTER|Ada|curious|bytes"));
            assertEquals("ERROR|name taken", ask(eve, "REGISTER|Ada|x"));
            assertEquals("ERROR|log in first", ask(eve, "START|Ada|1"));
            assertEquals("ERROR|wrong name or password", ask(eve, "LOGIN|Ada|x"));
            assertEquals("ERROR|wrong name or password", ask(eve, "LOGIN|Nobody|x"));
            assertEquals("OK|logged in", ask(eve, "LOGIN|Ada|curious|bytes"));
            assertTrue(ask(ada, "START|Ada|1").startsWith("QUESTION|"));
        }
        assertFalse(Files.readString(state).contains("curious"));
    }

    @Test
    void afterThreeWrongPasswordsTheRightOneIsRefusedForAMinute() {
        var passwords = new Passwords(10);
        String kept = passwords.stretched("right");
        long now = 0;
        assertTrue(passwords.isRight("Ada", "right", kept, now));
        for (int i = 0; i < Passwords.WRONG_MAX; i++) assertFalse(passwords.isRight("Ada", "wrong", kept, now));
        assertFalse(passwords.isRight("Ada", "right", kept, now));
        assertTrue(passwords.isRight("Ada", "right", kept, now + 61_000_000_000L));
    }

    /// To stretch one takes a processor some 50 ms, and a node may run in the same process.
    @Test
    void whoRegistersOrLogsInWithoutEndCostsFewStretchings() throws Exception {
        var quiz = new QuizServer(Question.parseAll(List.of("Connection?|UDP|TCP|IP|ARP|B")), false, null);
        var eve = new QuizSession(quiz, "eve");
        assertEquals("OK|registered", eve.reply("REGISTER|Eve|x"));
        for (int i = 1; i < Passwords.STRETCHED_MAX; i++) assertEquals("OK|logged in", eve.reply("LOGIN|Eve|x"));
        assertEquals("ERROR|too many passwords: try again in a minute", eve.reply("LOGIN|Eve|x"));
        var again = new QuizSession(quiz, "eve");
        assertEquals("ERROR|too many passwords: try again in a minute", again.reply("REGISTER|Other|x"));
        assertEquals("OK|registered", new QuizSession(quiz, "ada").reply("REGISTER|Ada|x"));
    }

    @Test
    void allSourcesTogetherHaveABoundOfStretchings() {
        var passwords = new Passwords(10);
        for (int i = 0; i < Passwords.STRETCHED_IN_ALL_MAX; i++) assertTrue(passwords.mayStretch(i, 0));
        assertFalse(passwords.mayStretch("ada", 0));
        assertTrue(passwords.mayStretch("ada", 61_000_000_000L));
    }

    @Test
    void aDamagedStateIsRefusedAndKept() throws Exception {
        Path state = folder.resolve("state");
        Files.writeString(state, "my homework\n");
        assertThrows(LabException.class, () -> server(state));
        assertEquals("my homework\n", Files.readString(state));
    }

    @Test
    void questionsAreCheckedWhenTheyAreRead() {
        for (String wrong : List.of("a|b|c|d|e", "q|a|b|c|d|E", "q".repeat(980) + "|a|b|c|d|A", "")) {
            assertThrows(LabException.class, () -> Question.parseAll(List.of(wrong)), wrong);
        }
        assertTrue(Question.builtIn().size() >= 20);
        for (Question each : Question.builtIn()) {
            assertTrue(each.message(1_000, 1_000).getBytes().length <= Question.BYTES_MAX);
        }
    }

    @Test
    void aPasswordIsTheFirstLineOfAFileAndWhoNamesNoneIsToldHow() throws Exception {
        Path file = folder.resolve("password");
        Files.writeString(file, "secret\nmore\n");
        assertEquals("secret", QuizClient.passwordIn(file));
        var none = assertThrows(LabException.class, () -> QuizClient.passwordIn(null));
        assertEquals("Say where the password is: --password-file F.", none.getMessage());
    }

    @Test
    void aShuffledGameKeepsItsOrder() throws Exception {
        var quiz = new QuizServer(Question.builtIn(), true, null);
        long seed = quiz.newSeed();
        for (int i = 0; i < quiz.questionCount(); i++) assertEquals(quiz.question(i, seed), quiz.question(i, seed));
    }

    @Test
    void ourClientPlaysToTheEnd() throws Exception {
        try (var server = server(null)) {
            var heard = new Recorder();
            new QuizClient(Target.of((InetSocketAddress) server.local()), "Ada", 3, "REGISTER", "pw",
                    TypedInput.lines(List.of("B", "", "C", "D")), heard).run();
            heard.awaitReason("3 of 3 points, rank 1 of 1");
        }
    }

    @Test
    void bothEndsTellOfTheSameBytes() throws Exception {
        var there = new Recorder();
        var here = new Recorder();
        List<Question> one = Question.parseAll(List.of("Connection?|UDP|TCP|IP|ARP|B"));
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                new QuizServer(one, false, null), there)) {
            new QuizClient(Target.of((InetSocketAddress) server.local()), "Ada", 1, "", "",
                    TypedInput.lines(List.of("B")), here).run();
            there.await(LabEvent.Out.class, out -> out.payload().shown().startsWith("TOTAL"));
            assertEquals(here.sent(), there.received());
            assertEquals(there.sent(), here.received());
        }
    }
}
