package io.landline.picture;

/// The time was too short to make a picture: a busy computer may be the cause.
public final class TooSlowException extends Exception {
    private static final long serialVersionUID = 1;
}
