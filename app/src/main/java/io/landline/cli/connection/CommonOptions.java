package io.landline.cli.connection;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.Terminal;
import io.landline.node.profile.NodeOptions;

/// What the options that all commands share say: a command asks it of its parent. Confined to the main thread.
public interface CommonOptions {
    /// The profile, the rooms and the network; it warns of a key that others can read, and of an absent interface.
    NodeOptions options() throws CommandFailedException;

    /// What a person or a program reads, with colours where they are wanted.
    Terminal terminal() throws CommandFailedException;

    /// Whether a program reads the lines.
    boolean json();
}
