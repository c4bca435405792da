package io.landline.cli.terminal;

import com.google.gson.JsonObject;
import io.landline.control.NodeGoneException;
import io.landline.control.NodeSilentException;
import io.landline.lab.Escapes;
import io.landline.log.OpenFileLimit;
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

    /// Why, where the command itself says it, as programs read it (docs/command-line.md, "Codes of the last line").
    public enum Why {
        /// Options or arguments that do not fit.
        USAGE("usage"),
        /// An option contradicts the node that runs.
        CONTRADICTS("contradicts"),
        /// What no other code says: the sentence tells.
        FAILED("failed"),
        /// Ctrl-C, or SIGTERM.
        INTERRUPTED("interrupted"),
        /// Another node runs on the profile.
        IN_USE("in-use"),
        /// The files of the identity are damaged.
        IDENTITY_DAMAGED("identity-damaged"),
        /// There is no display for a window.
        NO_DISPLAY("no-display"),
        /// The running node does not answer.
        NO_ANSWER("no-answer"),
        /// The running node ended meanwhile.
        NODE_GONE("node-gone"),
        /// A peer refused our key, or we refused theirs.
        REFUSED("refused"),
        /// A file that was named cannot be read or written, or nothing is as `--only` names it.
        NO_FILE("no-file"),
        /// The folder of a new file does not exist.
        NO_FOLDER("no-folder"),
        /// A new file has the name of one that is there.
        FILE_EXISTS("file-exists"),
        /// A file can no longer be written.
        CANNOT_WRITE("cannot-write"),
        /// No transfer has such an id.
        NO_TRANSFER("no-transfer"),
        /// The first digits of several transfers.
        AMBIGUOUS("ambiguous"),
        /// A step of the demo went wrong.
        DEMO("demo");

        private final String code;

        Why(String code) { this.code = code; }

        public String code() {
            return code;
        }
    }

    public final int exitCode;
    /// For programs that read JSON.
    public final String code;
    /// Further fields of the last line, beside the code and the sentence.
    private final transient JsonObject facts = new JsonObject();

    public CommandFailedException(int exitCode, Why why, String sentence) { this(exitCode, why.code, sentence); }

    private CommandFailedException(int exitCode, String code, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
        this.code = code;
    }

    /// A failure of which the node has told the code.
    ///
    /// @param code of a `failed` line, or the reason of a transfer's event
    public static CommandFailedException told(int exitCode, String code, String sentence) {
        return new CommandFailedException(exitCode, code, sentence);
    }

    /// The same, and programs are told these fields too.
    public CommandFailedException with(JsonObject fields) {
        fields.entrySet().forEach(each -> facts.add(each.getKey(), each.getValue()));
        return this;
    }

    JsonObject facts() {
        return facts;
    }

    /// Options or arguments that do not fit.
    public static CommandFailedException usage(String sentence) {
        return new CommandFailedException(ExitCode.USAGE, Why.USAGE, sentence);
    }

    /// The node refused a command: its own code and sentence. Each code has one exit code, whatever the command.
    ///
    /// @param answer a `failed` line
    public static CommandFailedException refused(JsonObject answer) {
        String code = EventFields.text(answer, "code");
        return new CommandFailedException(ExitCode.of(ReasonParser.code(answer)), code,
                CommandTexts.inThisLanguage(EventFields.text(answer, "message")));
    }

    /// The answer, where it is an `ok`; else it is thrown as [#refused].
    public static JsonObject checked(JsonObject answer) throws CommandFailedException {
        if (EventFields.isOk(answer)) return answer;
        throw refused(answer);
    }

    /// What went wrong, where no subcommand said it itself: an interruption, or a fault of ours, which is logged.
    ///
    /// @param logger of the package where it went wrong
    public static CommandFailedException of(Exception exception, Class<?> logger) {
        if (exception instanceof CommandFailedException known) return known;
        if (exception instanceof InterruptedException) {
            return new CommandFailedException(ExitCode.INTERRUPTED, Why.INTERRUPTED, CommandTexts.of("Interrupted."));
        }
        if (exception instanceof NodeGoneException) {
            return new CommandFailedException(ExitCode.FAILED, Why.NODE_GONE,
                    CommandTexts.of("The node that this command used has ended before the command was done."
                            + " Some of it may be done: see before you give it again."));
        }
        if (exception instanceof NodeSilentException silent && silent.getMessage() != null) {
            return new CommandFailedException(ExitCode.FAILED, Why.NO_ANSWER,
                    CommandTexts.inThisLanguage(silent.getMessage()));
        }
        String limit = OpenFileLimit.of(exception);
        if (limit != null) {
            return new CommandFailedException(ExitCode.FAILED, Why.FAILED, CommandTexts.inThisLanguage(limit));
        }
        if (exception instanceof FileSystemException files && files.getFile() != null) return ofDisk(files);
        // a trace is for faults of ours: a disk or a peer that failed is told in its sentence
        var level = exception instanceof IOException ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
        System.getLogger(logger.getName()).log(level, "a command failed", exception);
        String message = exception.getMessage();
        return new CommandFailedException(ExitCode.FAILED, Why.FAILED,
                message == null
                        ? CommandTexts.of("This failed: {0}", exception)
                        : CommandTexts.inThisLanguage(message));
    }

    /// What the disk refused: nothing is wrong with us, and a path alone says nothing.
    private static CommandFailedException ofDisk(FileSystemException refused) {
        return new CommandFailedException(ExitCode.FAILED, Why.FAILED,
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
