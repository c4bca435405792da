package io.landline.control;

import java.io.IOException;

/// A line has more than [ControlServer#COMMAND_BYTES_MAX] bytes. Nothing of it was sent, and the connection goes on.
public final class CommandTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    CommandTooLongException() { super("A command has at most " + maxKib() + " KiB: give it in pieces."); }

    /// In KiB.
    public static int maxKib() { return ControlServer.COMMAND_BYTES_MAX / 1024; }
}
