package io.landline.cli.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a benchmark puts its profiles, since their disk is a part of what is measured.
final class DiskFolder {
    @Option(names = "--in", paramLabel = "DIR",
            description = "where the profiles go (default: the system's folder for temporary files)")
    private @Nullable Path chosen;

    Path path() {
        return chosen != null ? chosen : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
