package io.landline.cli.bench;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.lab.Escapes;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `--in` of the benchmarks names: looked at before anything is measured. Stateless.
final class ChosenFolder {
    private ChosenFolder() {}

    static Path checked(Path chosen) throws CommandFailedException {
        if (Files.isDirectory(chosen)) return chosen;
        throw CommandFailedException
                .usage(CommandTexts.of("--in takes a folder that is there, not {0}.", Escapes.line(chosen.toString())));
    }
}
