package io.landline.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.SignalHandling;
import io.landline.lab.Client;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabServer;
import io.landline.lab.SocketCard;
import io.landline.lab.net.Failures;
import io.landline.labprograms.MessageStyle;
import io.landline.labprograms.Program;
import io.landline.labprograms.SettingValues;
import io.landline.language.Language;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a client's end becomes that of the command.
class LabRunTest {
    @AfterEach
    void endsByItself() {
        CommandTexts.choose(Language.ENGLISH);
        SignalHandling.isOver(ExitCode.DONE);
    }

    private static int run(Client client) throws CommandFailedException, InterruptedException {
        var program = new Program.Caller(Experiment.SOCKETS, "run", List.of(), false, MessageStyle.ALL,
                (_, _, _) -> client);
        return new LabRun(new RunOptions()).run(program, new SettingValues(Map.of()));
    }

    @Test
    void aClientThatComesToItsEndIsDone() throws Exception {
        assertEquals(ExitCode.DONE, run(() -> {}));
    }

    @Test
    void aTimeThatIsNoneIsSaidBeforeAServerOpens() {
        var options = new RunOptions();
        options.lasting = "long";
        var server = new Program.Server(Experiment.UDP_ECHO, List.of(), "", (_, _) -> fail("it was opened"));
        var failure = assertThrows(CommandFailedException.class,
                () -> new LabRun(options).run(server, new SettingValues(Map.of())));
        assertEquals(ExitCode.USAGE, failure.exitCode);
    }

    /// Ended, as one whose socket the system has closed.
    private record EndedServer() implements LabServer {
        @Override
        public SocketAddress local() {
            return InetSocketAddress.createUnresolved("127.0.0.9", 0);
        }

        @Override
        public SocketCard card() {
            return fail("nobody asks for it");
        }

        @Override
        public void stop(LabMessage reason) {}

        @Override
        public boolean awaitEnd(Duration atMost) {
            return true;
        }
    }

    private static int serve(LabMessage end) throws CommandFailedException, InterruptedException {
        var program = new Program.Server(Experiment.UDP_ECHO, List.of(), "", (_, listener) -> {
            listener.accept(new LabEvent.Stopped(Instant.now(), end));
            return new EndedServer();
        });
        return new LabRun(new RunOptions()).run(program, new SettingValues(Map.of()));
    }

    @Test
    void aServerThatFailsWhileItRunsSaysSoAtItsEndAsEveryCommand() throws Exception {
        assertEquals(ExitCode.DONE, serve(LabMessage.of("its time was over")));
        var failure = assertThrows(CommandFailedException.class,
                () -> serve(LabMessage.of("failed: {0}", Failures.kind(new SocketException("Network is down")))));
        assertEquals(List.of(ExitCode.FAILED, "failed", "The server ended by itself: network is down. Start it again."),
                List.of(failure.exitCode, failure.code, failure.sentence()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | The server ended by itself: by a fault of the lab's own. Start it again.
            GERMAN | Der Server endete von selbst: durch einen Fehler des Labors. Starte ihn neu.
            FRENCH | Le serveur s’est arrêté de lui-même\u202f: par une faute du Lab. Relancez-le.
            SPANISH | El servidor terminó por sí solo: por un error del propio laboratorio. Inícialo de nuevo.
            ARABIC | انتهى الخادم من تلقاء نفسه: بخلل داخلي في المختبر. شغّله من جديد.
            """)
    void aFaultOfTheLabItselfIsSaidAsWell(Language language, String sentence) {
        CommandTexts.choose(language);
        var fault = assertThrows(CommandFailedException.class,
                () -> serve(LabMessage.of("failed: {0}", Failures.OURS)));
        assertEquals(List.of(ExitCode.FAILED, sentence), List.of(fault.exitCode, fault.sentence()));
    }

    @Test
    void aFaultOfOursIsNoSuccess() {
        var fault = new IllegalStateException("a fault");
        assertEquals(fault, assertThrows(IllegalStateException.class, () -> run(() -> {
            throw fault;
        })));
    }

    @Test
    void whatTheLabSaysOfAFailureIsWhatTheCommandSays() {
        var failure = assertThrows(CommandFailedException.class, () -> run(() -> {
            throw new LabException("Nobody knows a name for {0}.", "10.0.0.1");
        }));
        assertEquals(ExitCode.FAILED, failure.exitCode);
        assertEquals("Nobody knows a name for 10.0.0.1.", failure.sentence());
    }

    @Test
    void aConnectionThatFailsIsSaidWithARemedy() {
        var failure = assertThrows(CommandFailedException.class, () -> run(() -> {
            throw new ConnectException("Connection refused");
        }));
        assertEquals(ExitCode.FAILED, failure.exitCode);
        assertEquals("The connection failed: refused. Nothing listens there, or a firewall refuses: is the server"
                + " running, on this port, and of the same IP version?", failure.sentence());
    }
}
