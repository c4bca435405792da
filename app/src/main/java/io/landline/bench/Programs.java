package io.landline.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Programs of other people on this computer.
final class Programs {
    private Programs() {}

    /// Where a program lies; null where it is not installed.
    static @Nullable Path find(String name) {
        return find(name, List.of());
    }

    /// As [#find(String)], with further folders behind those of the path.
    static @Nullable Path find(String name, List<Path> more) {
        var folders = new ArrayList<Path>();
        String path = System.getenv("PATH");
        if (path != null) for (String each : path.split(File.pathSeparator)) folders.add(Path.of(each));
        folders.addAll(more);
        for (Path folder : folders) {
            Path program = folder.resolve(name);
            if (Files.isExecutable(program) && !Files.isDirectory(program)) return program;
        }
        return null;
    }
}
