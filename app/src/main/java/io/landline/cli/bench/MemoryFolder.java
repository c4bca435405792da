package io.landline.cli.bench;

import io.landline.cli.terminal.CommandFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a benchmark's temporary files go that no disk shall slow down.
final class MemoryFolder {
    @Option(names = "--in", paramLabel = "DIR",
            description = "where the temporary files go (default: /dev/shm where there is one)")
    private @Nullable Path chosen;

    /// @throws CommandFailedException where the one that was chosen is no folder
    Path path() throws CommandFailedException {
        if (chosen != null) return ChosenFolder.checked(chosen);
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
