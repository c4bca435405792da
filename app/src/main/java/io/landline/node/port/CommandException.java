package io.landline.node.port;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A command that cannot be done. The code is for programs (docs/command-line.md, "Codes of `failed`"), the message for
/// a person: what is wrong and what to do.
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    /// Why, as programs read it.
    public enum Code {
        MALFORMED("malformed"),
        NO_ROOM("no-room"),
        NOT_A_MEMBER("not-a-member"),
        NO_PEER("no-peer"),
        AMBIGUOUS("ambiguous"),
        TOO_LONG("too-long"),
        NO_MESSAGE("no-message"),
        NO_TRANSFER("no-transfer"),
        NO_FILE("no-file"),
        NO_SHELF("no-shelf"),
        NOT_POSSIBLE("not-possible"),
        STORAGE("storage"),
        NODE_GONE("node-gone"),
        FAULT("fault");

        private final String text;

        Code(String text) { this.text = text; }

        public String text() {
            return text;
        }

        /// The code with this word; null for a word of a later version.
        public static @Nullable Code ofText(String text) {
            for (Code code : values()) if (code.text.equals(text)) return code;
            return null;
        }
    }

    private final Code code;
    private final @Nullable Reason reason;
    private final @Nullable Path file;

    public CommandException(Code code, String message) { this(code, null, message); }

    /// @param reason what a window says in the place of the code; null where the code says it
    public CommandException(Code code, @Nullable Reason reason, String message) {
        this(code, reason, null, message);
    }

    private CommandException(Code code, @Nullable Reason reason, @Nullable Path file, String message) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.file = file;
    }

    /// One file of those that the user named is in the way.
    public static CommandException ofFile(Path file, String message) {
        return new CommandException(Code.NO_FILE, null, file, message);
    }

    public Code code() {
        return code;
    }

    public @Nullable Reason reason() {
        return reason;
    }

    /// The file that could not be read or offered; null if the refusal is about no single file.
    public @Nullable Path file() {
        return file;
    }
}
