package io.landline.cli.terminal;

import io.landline.node.port.CommandException.Code;
import org.jspecify.annotations.Nullable;

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
    /// @param code of its `failed` line; null for one of a later version
    static int of(@Nullable Code code) {
        return switch (code) {
            case NO_PEER, NO_SHELF -> PEER_NOT_FOUND;
            case NOT_A_MEMBER -> REFUSED;
            case MALFORMED, TOO_LONG, AMBIGUOUS, NO_ROOM, NO_MESSAGE, NO_TRANSFER -> USAGE;
            case NO_FILE, NOT_POSSIBLE, STORAGE, NODE_GONE, FAULT -> FAILED;
            case null -> FAILED;
        };
    }
}
