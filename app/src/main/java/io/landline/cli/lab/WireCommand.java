package io.landline.cli.lab;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.MeantWord;
import io.landline.lab.Experiment;
import io.landline.lab.wire.Observation;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `landline lab wire` (S16).
@Command(name = "wire", description = "the filter to paste into Wireshark for an experiment, and what to look for")
final class WireCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--port", paramLabel = "P", description = "the server's port; 0 at a server: any free one")
    private int port;

    @Parameters(paramLabel = "NAME", description = "an experiment, as landline lab list names it")
    private String name = "";

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        for (Experiment each : Experiment.values()) {
            if (!each.title().equals(name)) continue;
            var observation = Observation.of(each, port);
            options.terminal().say(observation.filter());
            options.terminal().say(observation.lookFor());
            return ExitCode.DONE;
        }
        throw CommandFailedException.usage(MeantWord.behind(
                CommandTexts.of("There is no experiment of that name: landline lab list names them."), name,
                Arrays.stream(Experiment.values()).map(Experiment::title).toList()));
    }
}
