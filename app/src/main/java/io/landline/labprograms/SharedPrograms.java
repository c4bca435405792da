package io.landline.labprograms;

import static io.landline.labprograms.CommonSettings.ofClient;
import static io.landline.labprograms.CommonSettings.ofServer;

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
import io.landline.labprograms.Setting.Trait;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Programs by which people do something together: games, a quiz, a file, messages through a relay.
final class SharedPrograms {
    static final Server SECRET_FILE = new Server(Experiment.SECRET_FILE,
            ofServer(Experiment.SECRET_FILE,
                    Setting.file("file", true)
                            .help("PATH", "server: the file, the only one that is given")
                            .wrong("Say which file is given: --file PATH.")),
            (values, events) -> TcpServer.start(values.serverOptions(), ServerMode.CONCURRENT,
                    new FileServer(Path.of(values.text("file"))), events));
    static final Caller SECRET_FILE_CLIENT = EchoPrograms.client(Experiment.SECRET_FILE, false,
            (values, _, events) -> new FileClient(values.target(), values.text("key"), Path.of(values.text("into")),
                    values.text("save-as"), events),
            Setting.line("key", "(?s).{1," + CommonSettings.TEXT_CHARS_MAX + "}", "SECRET_KEY")
                    .help("KEY", "client: what to say (default: {usual})")
                    .wrong("--key takes at least one character."),
            Setting.folder("into", FileClient.USUAL_FOLDER)
                    .help("DIR", "client: where the file goes (default: Landline Lab in the home folder)"),
            Setting.line("save-as", "(?!\\.{1,2}$)[^/\\\\\\p{Cntrl}]{1,255}", FileClient.USUAL_NAME)
                    .isRare()
                    .help("NAME", "client: the file's name (default: {usual})")
                    .wrong("--save-as takes a name without folders; --into says where."))
            .styled(MessageStyle.without(payload -> payload.length() == 0));

    static final Server RELAY = new Server(Experiment.RELAY,
            ofServer(Experiment.RELAY, Setting.flag("keep", "relay: a peer's exit server does not end it")),
            (values, events) -> UdpServer.start(values.serverOptions(), new RelayServer(values.is("keep")), events));
    static final Caller RELAY_PEER = EchoPrograms.client(Experiment.RELAY, true,
            (values, typed, events) -> new RelayPeer(values.target(), values.is("raw"), !values.text("for").isEmpty(),
                    typed, events),
            Setting.flag("raw", "peer: send a text with a colon too; the relay answers 401"),
            // who says how long it lasts wants it to stay when nothing more is typed
            Setting.line("for", ".*", "").with(Trait.COMMAND_LINE_ONLY));

    private static final String FIRST_WORKER_PORT = "5061";
    private static final String SECOND_WORKER_PORT = "5062";
    private static final String WORKERS = PrimeAsker.WORKER + "(," + PrimeAsker.WORKER + "){0,"
            + (PrimeAsker.WORKERS_MAX - 1) + "}";
    private static final int PRIMES_USUAL = 1_000_000;
    static final Caller FIRST_WORKER = worker(FIRST_WORKER_PORT);
    static final Caller SECOND_WORKER = worker(SECOND_WORKER_PORT);
    static final Caller ASKER = new Caller(Experiment.PRIMES, "asker",
            ofClient(Experiment.PRIMES,
                    Setting.line("workers", WORKERS, "")
                            .beginningWith("127.0.0.1/" + FIRST_WORKER_PORT + ",127.0.0.1/" + SECOND_WORKER_PORT)
                            .help("IP/port[,IP/port...]", "the workers, as the relay names them")
                            .wrong(SharedPrograms::noWorkers),
                    Setting.whole("up-to", 2, PrimeAsker.LIMIT_MAX, PRIMES_USUAL)
                            .help("N", "how far to count (default: {usual})")),
            false, (values, _, events) -> new PrimeAsker(values.target(), List.of(values.text("workers").split(",")),
                    values.whole("up-to"), events));

    private static final int QUESTIONS_MAX = 1_000;
    private static final int QUESTIONS_USUAL = 5;
    static final Server QUIZ = new Server(Experiment.QUIZ,
            ofServer(Experiment.QUIZ,
                    Setting.file("questions", false)
                            .help("FILE",
                                    "server: a line a question, text|A|B|C|D|letter (default: twenty on networks)"),
                    Setting.flag("shuffle", "server: each game in an order of its own"),
                    Setting.newPath("state", false, Setting.PATH_CHARS_MAX)
                            .help("FILE", "server: keeps results and accounts (default: until it ends)")),
            "Names and passwords of players travel in clear: choose none that is used elsewhere.",
            (values, events) -> {
                Path questions = values.path("questions");
                var quiz = new QuizServer(questions == null ? Question.builtIn() : Question.read(questions),
                        values.is("shuffle"), values.path("state"));
                return TcpServer.start(values.serverOptions(), ServerMode.CONCURRENT, quiz, events);
            });
    static final Caller QUIZ_CLIENT = EchoPrograms.client(Experiment.QUIZ, true,
            (values, typed, events) -> {
                String entry = values.is("register") ? "REGISTER" : values.is("login") ? "LOGIN" : "";
                return new QuizClient(values.target(), values.text("name").strip(), values.whole("count"), entry,
                        entry.isEmpty() ? "" : password(values), typed, events);
            }, name("|", "Ada", "--name takes 1 to 32 characters, without |."),
            Setting.whole("count", 1, QUESTIONS_MAX, QUESTIONS_USUAL)
                    .help("N", "client: how many questions (default: {usual})"),
            Setting.flag("register", "client: register the name with the password of --password-file"),
            Setting.flag("login", "client: log in with the password of --password-file"),
            Setting.file("password-file", false)
                    .help("F",
                            "client: a file with the password in its first line; choose none that you use elsewhere"));

    static final Server HANGMAN = new Server(Experiment.HANGMAN,
            ofServer(Experiment.HANGMAN,
                    Setting.line("word", "([A-Za-z]{4,12})?", "")
                            .help("W", "server: the word, 4 to 12 letters")
                            .wrong("--word takes 4 to 12 letters from A to Z."),
                    Setting.file("words", false).help("FILE", "server: a word a line")),
            (values, events) -> UdpServer.start(values.serverOptions(),
                    new HangmanServer(words(values), new SecureRandom()),
                    events));
    static final Caller HANGMAN_CLIENT = EchoPrograms.client(Experiment.HANGMAN, true,
            (values, typed, events) -> new HangmanClient(values.target(), typed, events));

    static final Server TICTACTOE = new Server(Experiment.TICTACTOE, ofServer(Experiment.TICTACTOE),
            (values, events) -> TcpServer.start(values.serverOptions(), ServerMode.CONCURRENT, new TicTacToeServer(),
                    events));
    static final Caller TICTACTOE_FIRST = player("Ada");
    static final Caller TICTACTOE_SECOND = player("Bob");

    private SharedPrograms() {}

    private static Caller worker(String port) {
        var settings = new ArrayList<Setting>();
        settings.add(Setting.mark("worker", "count for every program that asks, until stopped"));
        settings.addAll(ofClient(Experiment.PRIMES,
                CommonSettings.fromPort("worker: the port to be found at").beginningWith(port)));
        return new Caller(Experiment.PRIMES, "worker", settings, false,
                (values, _, events) -> new PrimeWorker(values.target(), values.whole("from-port"), events));
    }

    private static String noWorkers(String value) {
        if (value.isBlank()) return "Say which workers there are, as the relay names them: --workers IP/port.";
        return Stream.of(value.split(",")).anyMatch(PrimeAsker::isByIpv6)
                ? PrimeAsker.IPV4_ALONE.english()
                : "--workers takes 1 to 16 addresses such as 127.0.0.1/58181, with commas between.";
    }

    private static List<String> words(SettingValues values) throws UnusableSettingException {
        if (!values.text("word").isEmpty()) return List.of(values.text("word"));
        Path file = values.path("words");
        try {
            return file == null ? HangmanWords.ALL : HangmanWords.in(file);
        } catch (LabException e) {
            throw new UnusableSettingException(e);
        }
    }

    private static String password(SettingValues values) throws UnusableSettingException {
        try {
            return QuizClient.passwordIn(values.path("password-file"));
        } catch (LabException e) {
            throw new UnusableSettingException(e);
        }
    }

    private static Caller player(String name) {
        return new Caller(Experiment.TICTACTOE, "client",
                ofClient(Experiment.TICTACTOE, name("@", name, "--name takes 1 to 32 characters, without @.")), true,
                (values, typed, events) -> new TicTacToeClient(values.target(), values.text("name").strip(), typed,
                        events));
    }

    /// @param separator of the protocol's fields, which no name may hold
    private static Setting name(String separator, String initial, String wrong) {
        return Setting.line("name", "(?=.*\\S)[^" + separator + "\\p{Cntrl}]{1,32}", "")
                .beginningWith(initial)
                .help("NAME", "client: who plays")
                .wrong(value -> value.isBlank()
                        ? "Say who plays: --name NAME."
                        : wrong);
    }
}
