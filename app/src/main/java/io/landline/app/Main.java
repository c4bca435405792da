package io.landline.app;

import io.landline.cli.LandlineCommand;
import io.landline.log.FatalEnd;

/// Where the program begins.
public final class Main {
    private Main() {}

    static void main(String[] args) {
        FatalEnd.install();
        System.exit(LandlineCommand.run(args));
    }
}
