package io.landline.node.port;

import io.landline.peer.Fingerprint;
import io.landline.shelf.ShelfItem;
import io.landline.shelf.ShelfPage;
import io.landline.shelf.WantedItem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shelves (docs/protocol/shelf.md): folders that their owners open to a room. Any thread, but not one that must not
/// wait for the disk, or for the owner of a shelf.
public interface ShelfCommands {
    /// A shelf of ours, or of somebody who is here.
    ///
    /// @param conversation the room, as events name it
    /// @param name the owner's: somebody's text; empty for ourselves
    /// @param title somebody's text
    /// @param folder of our own; null for others'
    record Shelf(String id, String conversation, Fingerprint owner, String name, String title, @Nullable Path folder) {
        public boolean own() {
            return folder != null;
        }
    }

    /// Opens a folder to a room with a key, from now on.
    ///
    /// @param title null for the folder's name
    Shelf add(String to, Path folder, @Nullable String title) throws CommandException;

    /// Closes an own shelf. What was taken from it before still arrives.
    void remove(String shelf) throws CommandException;

    /// Own ones, and those of people who are here.
    List<Shelf> shelves() throws CommandException;

    /// The shelf with this id, or these first digits, or this title.
    Shelf find(String text) throws CommandException;

    /// A part of what stands in a folder. Waits for its owner, and while it is asked too often.
    ///
    /// @param path names from the top
    /// @param after the name to go on behind; null from the start
    ShelfPage list(Shelf shelf, List<String> path, @Nullable String after) throws CommandException;

    /// What stands at a path, as it is wanted by [#take]. Waits as [#list].
    ///
    /// @param path empty for the whole shelf
    WantedItem look(Shelf shelf, List<String> path) throws CommandException;

    /// An item that was listed, as it is wanted by [#take].
    static WantedItem wanted(List<String> path, ShelfItem item) {
        return new WantedItem(path, item.folder(), item.bytes(), item.modifiedMillis());
    }

    /// Asks for an offer of these, which is accepted when it comes. The answer is an event ([NodeEvent.ShelfTake]) with
    /// the id that is returned.
    ///
    /// @param only patterns of what is wanted of them; empty for all
    String take(Shelf shelf, List<WantedItem> items, List<String> only) throws CommandException;
}
