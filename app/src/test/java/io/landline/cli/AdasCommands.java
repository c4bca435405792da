package io.landline.cli;

import io.landline.cli.CommandProcess.Ran;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Commands that are given on Ada's profile, one after the other.
abstract class AdasCommands extends ConsoleNodes {
    CommandProcess commands;

    @BeforeEach
    void begin() throws IOException {
        commands = new CommandProcess();
    }

    @AfterEach
    void end() throws Exception {
        commands.close();
    }

    Ran ada(String... arguments) throws IOException {
        return commands.run(folder.resolve("Ada"), arguments);
    }
}
