package io.landline.queue;

/// A part of the program was asked for something after it was closed. At the end of a node that is nobody's fault. Any
/// other [IllegalStateException] is a fault of ours.
public final class PartClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /// @param part what is closed: "the database"
    public PartClosedException(String part) {
        super(part + " is closed");
    }
}
