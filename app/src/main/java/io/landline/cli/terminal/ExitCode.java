package io.landline.cli.terminal;

/// What a subcommand ends with (docs/command-line.md, "Exit codes").
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int PEER_NOT_FOUND = 3;
    /// Refused, or a wrong key.
    public static final int REFUSED = 4;
    /// Interrupted, or not yet delivered: goes on later.
    public static final int LATER = 5;
    /// Ctrl-C where nothing else is said: 128 + SIGINT, as shells have it.
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /// What a command ends with that a node refused.
    ///
    /// @param code of its `failed` line (docs/command-line.md, "Codes of `failed`")
    static int of(String code) {
        return switch (code) {
            case "no-peer", "no-shelf" -> PEER_NOT_FOUND;
            case "not-a-member" -> REFUSED;
            case "malformed", "too-long", "ambiguous", "no-room", "no-message", "no-transfer", "contradicts" -> USAGE;
            default -> FAILED;
        };
    }
}
