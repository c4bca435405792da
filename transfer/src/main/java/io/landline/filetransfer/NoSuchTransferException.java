package io.landline.filetransfer;

/// A command names a transfer or an offer that is not there, or is over, or is not on the side that may do this. The
/// message is for a person.
public final class NoSuchTransferException extends Exception {
    private static final long serialVersionUID = 1;

    public NoSuchTransferException(String message) { super(message); }
}
