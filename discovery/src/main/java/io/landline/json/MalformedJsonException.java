package io.landline.json;

/// What a stranger sent is not the JSON that was asked for: their fault, never our bug. The message says what is wrong,
/// without repeating their text.
public final class MalformedJsonException extends Exception {
    public MalformedJsonException(String message) { super(message); }

    public MalformedJsonException(String message, Throwable cause) { super(message, cause); }
}
