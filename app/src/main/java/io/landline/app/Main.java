package io.landline.app;

import io.landline.cli.InterruptedStart;
import io.landline.cli.LandlineCommand;
import io.landline.cli.lab.LabCommand;
import io.landline.cli.terminal.SignalHandling;
import io.landline.log.FatalExit;

/// Where the program begins.
public final class Main {
    private Main() {}

    static void main(String[] args) {
        InterruptedStart.prepare(args);
        FatalExit.install();
        SignalHandling.exit(LandlineCommand.run(args, LabCommand::run));
    }
}
