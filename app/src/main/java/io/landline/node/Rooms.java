package io.landline.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rooms of this node as a window shows them. Any thread, but not one that must not wait: keys are stretched, which
/// takes 0.3 s.
public interface Rooms {
    /// @param label `#class`, an open one `#class (open)`
    /// @param key as conversations are named: `#class`, `#class~3f`
    /// @param words the room key; null for an open room
    /// @param weak whether the key is easier to guess than a generated one
    record OwnRoom(String key, String label, String name, boolean open, boolean confirmed, @Nullable String words,
            boolean weak) {}

    /// First joined first.
    List<OwnRoom> rooms();

    /// Four words by chance, for a room that is about to be created. Nothing is kept.
    String suggestKey();

    /// Joins a room, now and at each later start, with words that were made or typed.
    ///
    /// @param words null for an open room
    OwnRoom join(String name, @Nullable String words) throws CommandException;

    /// Leaves a room: its key is forgotten, its history stays.
    void leave(String key) throws CommandException;
}
