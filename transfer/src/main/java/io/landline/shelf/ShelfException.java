package io.landline.shelf;

/// The owner of a shelf does not do what was asked.
public final class ShelfException extends Exception {
    private static final long serialVersionUID = 1;
    private final ShelfRefusal why;

    public ShelfException(ShelfRefusal why) {
        super(why.word());
        this.why = why;
    }

    public ShelfRefusal why() {
        return why;
    }
}
