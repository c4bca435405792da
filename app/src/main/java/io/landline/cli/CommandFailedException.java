package io.landline.cli;

import com.google.gson.JsonObject;

/// Ends a subcommand with a sentence on stderr that says what to do, and an exit code.
public final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public final int exitCode;
    /// For programs that read JSON.
    final String code;

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
    static CommandFailedException refused(int exitCode, JsonObject answer) {
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
        System.getLogger(logger.getName()).log(System.Logger.Level.ERROR, "a command failed", exception);
        String message = exception.getMessage();
        return new CommandFailedException(ExitCode.FAILED, "failed",
                message == null ? CommandTexts.of("This failed: {0}", exception) : message);
    }

    public String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
