package io.landline.app;

import io.landline.cli.LandlineCommand;
import io.landline.cli.SignalHandling;
import io.landline.cli.lab.LabCommand;
import io.landline.log.FatalExit;

/// Where the program begins.
public final class Main {
    private Main() {}

    static void main(String[] args) {
        SignalHandling.whileStarting(args);
        FatalExit.install();
        System.exit(LandlineCommand.run(args, LabCommand::run));
    }
}
