package io.landline.ui.transfers.file;

import io.landline.system.OperatingSystem;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Shows files in the system's file manager, opens harmless ones, and links. Any thread, but not one that must not
/// wait.
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
        if (!run(FileManagerCommand.show(OperatingSystem.here(), there, OperatingSystem.windowsFolder()))) {
            throw new IOException("No file manager was found to show " + there + ".");
        }
    }

    /// Opens it with the system's program for its kind. Looks again whether it may be opened: it may have changed since
    /// the button was shown.
    public static void open(Path file) throws IOException {
        Path there = file.toAbsolutePath().normalize();
        if (!OpenableFile.isOne(there)) throw new IOException(there + " is not a file that is opened from here.");
        if (!run(FileManagerCommand.open(OperatingSystem.here(), there, OperatingSystem.windowsFolder()))) {
            throw new IOException("No program was found to open " + there + ".");
        }
    }

    /// Opens a link with the system's browser: `http` and `https` alone, whatever is asked for.
    public static void browse(URI link) throws IOException {
        boolean isWeb = "http".equals(link.getScheme()) || "https".equals(link.getScheme());
        if (!isWeb || !run(FileManagerCommand.browse(OperatingSystem.here(), link, OperatingSystem.windowsFolder()))) {
            throw new IOException("No browser was found to open " + link + ".");
        }
    }

    private static boolean run(List<List<String>> commands) {
        return commands.stream().anyMatch(FileRevealer::succeeds);
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .redirectInput(Redirect.from(nothing()))
                    .start();
            if (!process.waitFor(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS)) return true;
            // Explorer ends with 1 when all went well.
            return OperatingSystem.here() == OperatingSystem.WINDOWS || process.exitValue() == 0;
        } catch (IOException _) {
            return false; // no such program here: the next one
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static File nothing() {
        return new File(OperatingSystem.here() == OperatingSystem.WINDOWS ? "NUL" : "/dev/null");
    }
}
