package io.landline.control;

import java.io.EOFException;

/// The running node has hung up: it has ended, or has dropped us. What was sent last may not have been read.
public final class NodeGoneException extends EOFException {
    private static final long serialVersionUID = 1;

    /// @param reason why the socket broke, in the words of the system
    NodeGoneException(String reason) { super("the running node is gone: " + reason); }
}
