package io.landline.shelf;

/// Is told of other people's shelves. On the queue of the owner's session; must not wait.
public interface ShelfListener {
    /// A member opened a shelf, or closed it, or went away with it.
    void changed(SeenShelf shelf, boolean isOpen);
}
