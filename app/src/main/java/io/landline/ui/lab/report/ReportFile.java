package io.landline.ui.lab.report;

import io.landline.capture.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A file that somebody has chosen to export to: it is whole or not there. Stateless; any thread but the JavaFX thread.
public final class ReportFile {
    private static final int NAMES_TRIED_MAX = 1_000;

    private ReportFile() {}

    /// Writes beside it, then renames; what the person has agreed to replace is replaced. Gives the file's path: where
    /// the ending was missing it is added, and then a file of that name, which nobody was asked about, stays:
    /// `name (2).html` is made.
    public static Path write(Path chosen, String ending, byte[] content) throws IOException {
        Path target = named(chosen, ending);
        WholeFile.write(target, List.of(content).iterator());
        return target;
    }

    private static Path named(Path chosen, String ending) throws IOException {
        String name = String.valueOf(chosen.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(ending)) return chosen;
        Path target = chosen.resolveSibling(name + ending);
        for (int i = 2; Files.exists(target); i++) {
            if (i > NAMES_TRIED_MAX) throw new IOException("too many files of that name");
            target = chosen.resolveSibling(name + " (" + i + ")" + ending);
        }
        return target;
    }
}
