package io.landline.cli;

/// Ends a subcommand with a sentence on stderr that says what to do, and an exit code.
public final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    public final int exitCode;
    /// For programs that read JSON.
    final String code;

    public Failed(int exitCode, String code, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
        this.code = code;
    }

    /// Options or arguments that do not fit.
    public static Failed usage(String sentence) {
        return new Failed(ExitCode.USAGE, "usage", sentence);
    }

    /// What went wrong, where no subcommand said it itself: an interruption, or a fault of ours, which is logged.
    ///
    /// @param logger whose fault it is
    public static Failed of(Exception exception, Class<?> logger) {
        if (exception instanceof Failed known) return known;
        if (exception instanceof InterruptedException) {
            return new Failed(ExitCode.INTERRUPTED, "interrupted", "Interrupted.");
        }
        System.getLogger(logger.getName()).log(System.Logger.Level.ERROR, "a command failed", exception);
        String message = exception.getMessage();
        return new Failed(ExitCode.FAILED, "failed", message == null ? "This failed: " + exception : message);
    }

    public String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
