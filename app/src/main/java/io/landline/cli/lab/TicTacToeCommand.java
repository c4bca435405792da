package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.game.TicTacToeClient;
import io.landline.lab.game.TicTacToeServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab tictactoe` (S14).
@Command(name = "tictactoe", description = "the server pairs two players and referees (TCP 5053)")
final class TicTacToeCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "client: who plays")
    private String name = "";

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.TICTACTOE, options);
        if (options.isClient()) {
            if (name.isBlank()) throw CommandFailedException.usage("Say who plays: --name NAME.");
            var target = options.target(Experiment.TICTACTOE);
            return run.call((typed, events) -> new TicTacToeClient(target, name.strip(), typed, events));
        }
        return run.serve(
                (opening, events) -> TcpServer.start(opening, ServerMode.CONCURRENT, new TicTacToeServer(), events));
    }
}
