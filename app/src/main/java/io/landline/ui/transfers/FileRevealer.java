package io.landline.ui.transfers;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import io.landline.ui.transfers.FileManagerCommand.Desktop;

/// Shows files in the system's file manager. Any thread, but not one that must not wait.
public final class FileRevealer {
    /// A file manager that is started by the call may take some seconds; one that runs longer than this is shown
    /// already.
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private FileRevealer() {}

    /// Selects the file in its folder, or shows the folder where that cannot be done, or where the file is gone. Throws
    /// where this system has no file manager that we know how to call.
    public static void show(Path file) throws IOException {
        Path there = file.toAbsolutePath().normalize();
        while (!Files.exists(there)) {
            Path parent = there.getParent();
            if (parent == null) throw new IOException("There is no " + file + " any more.");
            there = parent;
        }
        String windows = System.getenv().getOrDefault("SystemRoot", "C:\\Windows");
        Desktop desktop = Desktop.ofName(System.getProperty("os.name"));
        for (List<String> command : FileManagerCommand.show(desktop, there, windows)) {
            if (succeeds(command, desktop)) return;
        }
        throw new IOException("No file manager was found to show " + there + ".");
    }

    private static boolean succeeds(List<String> command, Desktop desktop) {
        try {
            Process process = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .redirectInput(Redirect.from(nothing(desktop)))
                    .start();
            if (!process.waitFor(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS)) return true;
            return desktop == Desktop.WINDOWS || process.exitValue() == 0; // Explorer ends with 1 when all went well
        } catch (IOException _) {
            return false; // no such program here: the next one
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static File nothing(Desktop desktop) {
        return new File(desktop == Desktop.WINDOWS ? "NUL" : "/dev/null");
    }
}
