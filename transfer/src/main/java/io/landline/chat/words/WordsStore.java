package io.landline.chat.words;

import java.util.List;

/// Keeps changes of words. What a method wrote is on the disk when it returns. Any thread, but not one that must not
/// wait for a disk.
public interface WordsStore {
    /// All that are kept, in no order.
    List<WordsChange> all();

    /// Keeps a change, instead of what is kept of the same new room.
    void put(WordsChange change);
}
