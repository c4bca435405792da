package io.landline.cli.bench;

import io.landline.cli.terminal.CommandFailedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a benchmark puts its profiles, since their disk is a part of what is measured.
final class DiskFolder {
    @Option(names = "--in", paramLabel = "DIR",
            description = "where the profiles go (default: the system's folder for temporary files)")
    private @Nullable Path chosen;

    /// @throws CommandFailedException where the one that was chosen is no folder
    Path path() throws CommandFailedException {
        return chosen != null ? ChosenFolder.checked(chosen) : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
