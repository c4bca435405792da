package io.landline.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What all commands of this process print goes through here. It remembers the first failure, so that no command ends
/// as done while its answer is cut off. Any thread.
public final class StandardOutput extends OutputStream {
    /// The one of this process.
    public static final StandardOutput OWN = new StandardOutput(new FileOutputStream(FileDescriptor.out));

    private static final Path FILE = Path.of("/dev/stdout");
    private static final String MODE = "unix:mode";
    // what stat(2) says of the kind of a file, in octal
    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final OutputStream out;
    private volatile @Nullable IOException failure;

    private StandardOutput(OutputStream out) { this.out = out; }

    /// Whether all that was written so far was taken; false once the disk is full or the other end of a pipe is closed.
    boolean isRead() {
        return failure == null;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[]{(byte) oneByte}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            if (failure == null) failure = e;
            throw e;
        }
    }

    /// The exit code with which the process ends. Where a command is done and its output is cut off it says so: a full
    /// disk is a failure. A reader who has gone, as with `| head`, is none.
    ///
    /// @param exitCode of the command
    public static int ended(int exitCode) {
        IOException failure = OWN.failure;
        if (failure == null || exitCode != ExitCode.DONE || isForAReader()) return exitCode;
        new Terminal(false, Terminal.Colour.NEVER)
                .warn(CommandTexts.of("The output is not whole: {0}. Make room; the command itself is done.",
                        CommandFailedException.reason(failure)));
        return ExitCode.FAILED;
    }

    /// A pipe or a socket. Where the system cannot say what the output is, as on Windows, it counts as one.
    private static boolean isForAReader() {
        try {
            int kind = (int) Files.getAttribute(FILE, MODE) & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return true;
        }
    }
}
