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

    public String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
