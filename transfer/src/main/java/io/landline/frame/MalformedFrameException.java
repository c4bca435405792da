package io.landline.frame;

/// What a peer sent breaks the protocol: their fault, it ends their session and nothing else. The message never repeats
/// their text.
public final class MalformedFrameException extends Exception {
    public MalformedFrameException(String message) { super(message); }

    public MalformedFrameException(String message, Throwable cause) { super(message, cause); }
}
