package io.landline.shelf;

/// A name in a folder of a shelf. Immutable; any thread.
///
/// @param name as its owner's disk has it: somebody's text, and never a path on ours
/// @param bytes of a file; 0 for a folder
/// @param modifiedMillis since 1970; 0 for a folder
public record ShelfItem(String name, boolean folder, long bytes, long modifiedMillis) {
    public static ShelfItem ofFolder(String name) {
        return new ShelfItem(name, true, 0, 0);
    }
}
