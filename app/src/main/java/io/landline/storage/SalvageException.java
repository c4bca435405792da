package io.landline.storage;

/// What was read of a damaged database cannot be written anew: a full disk, for example.
final class SalvageException extends Exception {
    private static final long serialVersionUID = 1;

    SalvageException(Throwable cause) { super(cause); }
}
