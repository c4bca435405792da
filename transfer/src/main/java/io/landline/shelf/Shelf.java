package io.landline.shelf;

import io.landline.room.RoomId;
import java.nio.file.Path;

/// A folder of ours that is open to the members of a room. Immutable; any thread.
///
/// @param room with a key, in which the conversation goes on now
/// @param title what others see; our own words
/// @param folder without links
public record Shelf(ShelfId id, RoomId room, String title, Path folder) {
    ShelfFrames.Title told() {
        return new ShelfFrames.Title(id, title);
    }
}
