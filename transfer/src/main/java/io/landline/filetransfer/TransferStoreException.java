package io.landline.filetransfer;

/// The store could not do what it must, and changed nothing. The message is for a person.
public final class TransferStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final FailureReason reason;

    /// @param reason what it means for a transfer: [FailureReason#DISK_FULL], [FailureReason#NO_PERMISSION], or
    /// [FailureReason#LOST] where it is something else, such as a damaged file
    public TransferStoreException(FailureReason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public FailureReason reason() {
        return reason;
    }
}
