package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.game.Question;
import io.landline.lab.game.QuizClient;
import io.landline.lab.game.QuizServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab quiz` (S12).
@Command(name = "quiz",
        description = "questions with four choices, points and ranks (TCP 5051); passwords travel in clear")
final class QuizCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--questions", paramLabel = "FILE",
            description = "server: a line a question, text|A|B|C|D|letter (default: twenty on networks)")
    private @Nullable Path questions;

    @Option(names = "--shuffle", description = "server: each game in an order of its own")
    private boolean shuffles;

    @Option(names = "--state", paramLabel = "FILE",
            description = "server: keeps results and accounts (default: until it ends)")
    private @Nullable Path state;

    @Option(names = "--name", paramLabel = "NAME", description = "client: who plays")
    private String name = "";

    @Option(names = "--count", paramLabel = "N", description = "client: how many questions (default: 5)")
    private int count = 5;

    @Option(names = "--register", description = "client: register the name with the password of --password-file")
    private boolean register;

    @Option(names = "--login", description = "client: log in with the password of --password-file")
    private boolean login;

    @Option(names = "--password-file", paramLabel = "F",
            description = "client: a file with the password in its first line; choose none that you use elsewhere")
    private @Nullable Path passwordFile;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.QUIZ, options);
        if (options.isClient()) {
            if (name.isBlank()) throw CommandFailedException.usage("Say who plays: --name NAME.");
            var target = options.target(Experiment.QUIZ);
            String entry = register ? "REGISTER" : login ? "LOGIN" : "";
            String password = entry.isEmpty() ? "" : password();
            return run.call(
                    (typed, events) -> new QuizClient(target, name.strip(), count, entry, password, typed, events));
        }
        Path file = questions;
        Path kept = state;
        return run.serve((opening, events) -> {
            events.accept(new LabEvent.Remark(Instant.now(),
                    LabMessage.of(
                            "Names and passwords of players travel in clear: choose none that is used elsewhere.")));
            var quiz = new QuizServer(file == null ? Question.builtIn() : Question.read(file), shuffles, kept);
            return TcpServer.start(opening, ServerMode.CONCURRENT, quiz, events);
        });
    }

    private String password() throws CommandFailedException {
        try {
            return QuizClient.passwordIn(passwordFile);
        } catch (LabException e) {
            throw CommandFailedException.usage(String.valueOf(e.getMessage()));
        }
    }
}
