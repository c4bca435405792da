package io.landline.ui.page;

import io.landline.peer.Fingerprint;
import io.landline.room.JoinLink;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

/// Where a page may lead to. JavaFX thread.
public interface Navigation {
    /// The chats page with this conversation open.
    void conversation(String key);

    /// What is known of a person, over the page: rooms, safety number, files.
    void person(Fingerprint peer);

    /// What is known of a room of ours, over the page: members, words, files.
    ///
    /// @param key of the room's conversation
    void room(String key);

    /// A sheet over the page, in the place of another one.
    ///
    /// @param made makes the sheet; what it is given closes the sheet
    void sheet(Function<Runnable, Page> made);

    /// The page on which a room is created or joined.
    void newRoom();

    /// The same, with what a link says in the form.
    void join(JoinLink link);

    /// The page on which the words of a room are set right.
    ///
    /// @param key of the room's conversation
    void correctWords(String key);

    void transfers();

    /// All keys with a meaning of their own, over the page.
    void shortcuts();

    /// The page that says why somebody is not seen.
    void doctor();

    /// Shows a file or a folder in the system's file manager.
    void showInFolder(Path path);

    /// Opens a link of a message with the system's browser.
    ///
    /// @param link `http` or `https`, in ASCII
    void browse(URI link);

    /// Opens a received file with the system's program for its kind, if it is of a harmless kind.
    void open(Path path);
}
