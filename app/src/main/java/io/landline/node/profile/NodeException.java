package io.landline.node.profile;

import io.landline.log.OpenFileLimit;
import io.landline.settings.Profile;
import io.landline.storage.database.TemporaryDisk;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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

    /// A profile that cannot be opened. Says so where its disk is full: the cause may be any part of it.
    static NodeException ofProfile(NodeOptions options, Exception cause) {
        String why = cause.getMessage();
        try {
            why = reason(OpenProfile.folder(options), cause);
        } catch (IOException e) {
            // there is no folder, and the cause says why
        }
        return new NodeException(Kind.FAILED, why == null ? "The profile cannot be opened: " + cause : why, cause);
    }

    private static @Nullable String reason(Path profile, Exception cause) {
        String limit = OpenFileLimit.of(cause);
        if (limit != null) return limit;
        String full = Profile.fullDisk(profile);
        if (full == null) full = TemporaryDisk.full(cause, System.getenv());
        if (full != null) return full;
        return cause instanceof FileSystemException refused
                ? Profile.unusable(profile, refused).getMessage()
                : cause.getMessage();
    }

    /// A node that cannot be had on this network, or with these files.
    ///
    /// @param tcpPort that the user insists on; null and 0: none
    public static NodeException ofStart(Path profile, @Nullable Integer tcpPort, IOException cause) {
        if (cause instanceof BindException && tcpPort != null) {
            return new NodeException(Kind.FAILED, "TCP port " + tcpPort + " cannot be used: another program has it, or"
                    + " you have no permission. Choose another with --tcp-port; 0 means any.", cause);
        }
        String why = reason(profile, cause);
        return new NodeException(Kind.FAILED, why == null ? "The node cannot start: " + cause : why, cause);
    }

    public Kind kind() {
        return kind;
    }
}
