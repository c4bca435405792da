package io.landline.storage.database;

/// The database could not do what it must: a full disk, a damaged file. The message is for a person.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageException(String message, Throwable cause) { super(message, cause); }

    /// Whether the file is damaged: opened once more, what can be read of it is saved.
    public boolean isDamage() {
        return DamageDetector.isMetBy(getCause());
    }
}
