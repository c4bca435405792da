package io.landline.node;

/// A node that cannot be started. The message is for a person: what is wrong, what was kept, what to do.
public final class NodeException extends Exception {
    private static final long serialVersionUID = 1;

    /// What a caller does about it.
    public enum Kind {
        /// What was asked for does not fit.
        USAGE,
        /// Another node lives in the profile.
        IN_USE,
        /// Files or sockets cannot be had.
        FAILED
    }

    private final Kind kind;

    public NodeException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public NodeException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
