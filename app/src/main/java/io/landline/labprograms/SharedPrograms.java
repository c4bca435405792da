package io.landline.labprograms;

import static io.landline.labprograms.CommonSettings.ofClient;
import static io.landline.labprograms.CommonSettings.ofServer;
import static io.landline.labprograms.CommonSettings.text;

import io.landline.lab.Experiment;
import io.landline.lab.LabException;
import io.landline.lab.file.FileClient;
import io.landline.lab.file.FileServer;
import io.landline.lab.game.HangmanClient;
import io.landline.lab.game.HangmanServer;
import io.landline.lab.game.HangmanWords;
import io.landline.lab.game.Question;
import io.landline.lab.game.QuizClient;
import io.landline.lab.game.QuizServer;
import io.landline.lab.game.TicTacToeClient;
import io.landline.lab.game.TicTacToeServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UdpServer;
import io.landline.lab.relay.PrimeAsker;
import io.landline.lab.relay.PrimeWorker;
import io.landline.lab.relay.RelayPeer;
import io.landline.lab.relay.RelayServer;
import io.landline.labprograms.Program.Caller;
import io.landline.labprograms.Program.Server;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/// Programs by which people do something together: games, a quiz, a file, messages through a relay.
final class SharedPrograms {
    private static final int KEY_CHARS_MAX = 100;

    static final Server SECRET_FILE = new Server(Experiment.SECRET_FILE,
            ofServer(Experiment.SECRET_FILE, Setting.file("file", true)), (values, events) -> TcpServer.start(
                    values.opening(), ServerMode.CONCURRENT, new FileServer(Path.of(values.text("file"))), events));
    static final Caller SECRET_FILE_CLIENT = EchoPrograms.client(Experiment.SECRET_FILE, false,
            (values, _, events) -> new FileClient(values.target(), values.text("key"), Path.of(values.text("into")),
                    values.text("save-as"), events),
            text("key", KEY_CHARS_MAX, "SECRET_KEY"), Setting.folder("into", FileClient.USUAL_FOLDER),
            Setting.line("save-as", "(?!\\.{1,2}$)[^/\\\\\\p{Cntrl}]{1,100}", FileClient.USUAL_NAME).isRare());

    static final Server RELAY = new Server(Experiment.RELAY, ofServer(Experiment.RELAY, Setting.flag("keep")),
            (values, events) -> UdpServer.start(values.opening(), new RelayServer(values.is("keep")), events));
    static final Caller RELAY_PEER = EchoPrograms.client(Experiment.RELAY, true,
            (values, typed, events) -> new RelayPeer(values.target(), values.is("raw"), false, typed, events),
            Setting.flag("raw"));

    private static final String FIRST_WORKER_PORT = "5061";
    private static final String SECOND_WORKER_PORT = "5062";
    private static final String WORKERS = PrimeAsker.WORKER + "(," + PrimeAsker.WORKER + "){0,"
            + (PrimeAsker.WORKERS_MAX - 1) + "}";
    private static final int PRIMES_USUAL = 1_000_000;
    static final Caller FIRST_WORKER = worker(FIRST_WORKER_PORT);
    static final Caller SECOND_WORKER = worker(SECOND_WORKER_PORT);
    static final Caller ASKER = new Caller(Experiment.PRIMES, "asker", List.of(),
            ofClient(Experiment.PRIMES,
                    Setting.line("workers", WORKERS, "")
                            .beginningWith("127.0.0.1/" + FIRST_WORKER_PORT + ",127.0.0.1/" + SECOND_WORKER_PORT),
                    Setting.whole("up-to", 2, PrimeAsker.LIMIT_MAX, PRIMES_USUAL)),
            false, (values, _, events) -> new PrimeAsker(values.target(), List.of(values.text("workers").split(",")),
                    values.whole("up-to"), events));

    private static final int QUESTIONS_MAX = 1_000;
    private static final int QUESTIONS_USUAL = 5;
    static final Server QUIZ = new Server(Experiment.QUIZ,
            ofServer(Experiment.QUIZ, Setting.file("questions", false), Setting.flag("shuffle"),
                    Setting.newPath("state", false, Setting.PATH_CHARS_MAX)),
            (values, events) -> {
                Path questions = values.path("questions");
                var quiz = new QuizServer(questions == null ? Question.builtIn() : Question.read(questions),
                        values.is("shuffle"), values.path("state"));
                return TcpServer.start(values.opening(), ServerMode.CONCURRENT, quiz, events);
            });
    static final Caller QUIZ_CLIENT = EchoPrograms.client(Experiment.QUIZ, true,
            (values, typed, events) -> {
                String entry = values.is("register") ? "REGISTER" : values.is("login") ? "LOGIN" : "";
                return new QuizClient(values.target(), values.text("name").strip(), values.whole("count"), entry,
                        entry.isEmpty() ? "" : QuizClient.passwordIn(values.path("password-file")), typed, events);
            }, name("|", "Ada"), Setting.whole("count", 1, QUESTIONS_MAX, QUESTIONS_USUAL), Setting.flag("register"),
            Setting.flag("login"), Setting.file("password-file", false));

    static final Server HANGMAN = new Server(Experiment.HANGMAN,
            ofServer(Experiment.HANGMAN, Setting.line("word", "([A-Za-z]{4,12})?", ""), Setting.file("words", false)),
            (values, events) -> UdpServer.start(values.opening(), new HangmanServer(words(values), new SecureRandom()),
                    events));
    static final Caller HANGMAN_CLIENT = EchoPrograms.client(Experiment.HANGMAN, true,
            (values, typed, events) -> new HangmanClient(values.target(), typed, events));

    static final Server TICTACTOE = new Server(Experiment.TICTACTOE, ofServer(Experiment.TICTACTOE),
            (values, events) -> TcpServer.start(values.opening(), ServerMode.CONCURRENT, new TicTacToeServer(),
                    events));
    static final Caller TICTACTOE_FIRST = player("Ada");
    static final Caller TICTACTOE_SECOND = player("Bob");

    private SharedPrograms() {}

    private static Caller worker(String port) {
        return new Caller(Experiment.PRIMES, "worker", List.of("--worker"),
                ofClient(Experiment.PRIMES,
                        Setting.whole("from-port", 0, CommonSettings.PORT_MAX, 0).beginningWith(port)),
                false, (values, _, events) -> new PrimeWorker(values.target(), values.whole("from-port"), events));
    }

    private static List<String> words(SettingValues values) throws LabException {
        if (!values.text("word").isEmpty()) return List.of(values.text("word"));
        Path file = values.path("words");
        return file == null ? HangmanWords.ALL : HangmanWords.in(file);
    }

    private static Caller player(String name) {
        return new Caller(Experiment.TICTACTOE, "client", List.of(), ofClient(Experiment.TICTACTOE, name("@", name)),
                true, (values, typed, events) -> new TicTacToeClient(values.target(), values.text("name").strip(),
                        typed, events));
    }

    /// @param separator of the protocol's fields, which no name may hold
    private static Setting name(String separator, String initial) {
        return Setting.line("name", "(?=.*\\S)[^" + separator + "\\p{Cntrl}]{1,32}", "").beginningWith(initial);
    }
}
