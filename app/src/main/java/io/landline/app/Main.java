package io.landline.app;

import io.landline.cli.LandlineCommand;

/// Where the program begins.
public final class Main {
    private Main() {}

    static void main(String[] args) {
        System.exit(LandlineCommand.run(args));
    }
}
