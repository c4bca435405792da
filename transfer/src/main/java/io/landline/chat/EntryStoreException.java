package io.landline.chat;

/// The disk is full, the file damaged: the store changed nothing. The message is for a person.
public final class EntryStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EntryStoreException(String message, Throwable cause) { super(message, cause); }
}
