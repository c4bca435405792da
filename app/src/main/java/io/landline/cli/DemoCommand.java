package io.landline.cli;

import io.landline.cli.connection.CommonOptions;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `landline demo`: the main job, shown on the loopback interface.
@Command(name = "demo",
        description = "shows the main job with two nodes on this machine: discovery, key, chat, a file; a wrong key is"
                + " refused")
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = landline.terminal();
        var demo = new Demo(terminal::say, CommandTexts::inThisLanguage);
        SignalHandling.does(ExitCode.INTERRUPTED, demo::close);
        try (demo) {
            demo.run();
        } catch (Demo.StepFailed e) {
            throw new CommandFailedException(ExitCode.FAILED, Why.DEMO,
                    CommandTexts.inThisLanguage(String.valueOf(e.getMessage())));
        }
        terminal.event(JsonLines.ok());
        return ExitCode.DONE;
    }
}
