package io.landline.cli.terminal;

import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/// Ends a subcommand with a sentence on stderr that says what to do, and an exit code.
public final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public final int exitCode;
    /// For programs that read JSON.
    public final String code;

    public CommandFailedException(int exitCode, String code, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
        this.code = code;
    }

    /// Options or arguments that do not fit.
    public static CommandFailedException usage(String sentence) {
        return new CommandFailedException(ExitCode.USAGE, "usage", sentence);
    }

    /// The node refused a command: its own code and sentence.
    ///
    /// @param answer a `failed` line
    public static CommandFailedException refused(int exitCode, JsonObject answer) {
        return new CommandFailedException(exitCode, EventFormatter.text(answer, "code"),
                CommandTexts.inThisLanguage(EventFormatter.text(answer, "message")));
    }

    /// What went wrong, where no subcommand said it itself: an interruption, or a fault of ours, which is logged.
    ///
    /// @param logger of the package where it went wrong
    public static CommandFailedException of(Exception exception, Class<?> logger) {
        if (exception instanceof CommandFailedException known) return known;
        if (exception instanceof InterruptedException) {
            return new CommandFailedException(ExitCode.INTERRUPTED, "interrupted", CommandTexts.of("Interrupted."));
        }
        if (exception instanceof FileSystemException files && files.getFile() != null) return ofDisk(files);
        // a trace is for faults of ours: a disk or a peer that failed is told in its sentence
        var level = exception instanceof IOException ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
        System.getLogger(logger.getName()).log(level, "a command failed", exception);
        String message = exception.getMessage();
        return new CommandFailedException(ExitCode.FAILED, "failed",
                message == null ? CommandTexts.of("This failed: {0}", exception) : message);
    }

    /// What the disk refused: nothing is wrong with us, and a path alone says nothing.
    private static CommandFailedException ofDisk(FileSystemException refused) {
        return new CommandFailedException(ExitCode.FAILED, "failed",
                CommandTexts.of("{0} cannot be used: {1}.", Escapes.line(refused.getFile()), reason(refused)));
    }

    /// Why a file or a folder cannot be used, to stand within a sentence. In the words of the system where there are
    /// no others.
    public static String reason(Exception refused) {
        return switch (refused) {
            case NoSuchFileException _ -> CommandTexts.of("it does not exist");
            case AccessDeniedException _ -> CommandTexts.of("you have no permission");
            case FileAlreadyExistsException _ -> CommandTexts.of("another file has this name");
            case NotDirectoryException _ -> CommandTexts.of("it is no folder");
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> Objects.requireNonNullElse(refused.getMessage(), refused.getClass().getSimpleName());
        };
    }

    public String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
