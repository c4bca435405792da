package io.landline.chat;

/// A room goes on with other words, and nothing is said in it any more. The message is for a person.
public final class RetiredRoomException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RetiredRoomException() { super("This room goes on with other words."); }
}
