package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.LabException;
import io.landline.lab.game.HangmanClient;
import io.landline.lab.game.HangmanServer;
import io.landline.lab.game.HangmanWords;
import io.landline.lab.net.UdpServer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab hangman` (S13).
@Command(name = "hangman", description = "a word to guess, a datagram a letter (UDP 5052)")
final class HangmanCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--word", paramLabel = "W", description = "server: the word, 4 to 12 letters")
    private @Nullable String word;

    @Option(names = "--words", paramLabel = "FILE", description = "server: a word a line")
    private @Nullable Path file;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.HANGMAN, options);
        if (options.isClient()) {
            var target = options.target(Experiment.HANGMAN);
            return run.call((typed, events) -> new HangmanClient(target, typed, events));
        }
        List<String> words = words();
        return run.serve(
                (opening, events) -> UdpServer.start(opening, new HangmanServer(words, new SecureRandom()), events));
    }

    private List<String> words() throws CommandFailedException {
        if (word != null) return List.of(word);
        Path from = file;
        if (from == null) return HangmanWords.ALL;
        try {
            return HangmanWords.in(from);
        } catch (LabException e) {
            throw CommandFailedException.usage(String.valueOf(e.getMessage()));
        }
    }
}
