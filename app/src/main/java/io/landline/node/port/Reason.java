package io.landline.node.port;

/// Why a command cannot be done, where its code alone ([CommandException.Code]) means several things to a person. For a
/// window, which says each in its own language (`reason.…`); programs read the code.
public enum Reason {
    // shelves: opening one
    SHELF_NEEDS_KEY,
    SHELF_NO_FOLDER,
    SHELF_NOT_READABLE,
    SHELF_TOO_MUCH,
    SHELF_PROFILE,
    SHELF_TITLE,
    SHELF_COUNT,
    // shelves: browsing and taking
    SHELF_CHANGED,
    SHELF_OWNER_CANNOT_READ,
    SHELF_BUSY,
    SHELF_TAKEN_ENOUGH,
    SHELF_NO_ANSWER,
    SHELF_TAKE_COUNT,
    // hand-in boxes
    BOX_NEEDS_KEY,
    BOX_END_PASSED,
    BOX_CLOSED,
    BOX_COLLECTOR_BLOCKED,
    BOX_NAMES,
    BOX_TOO_LARGE,
    // messages
    EDITED_OFTEN,
    DELETED_ALREADY,
    ANSWERED_DELETED,
    POLL_CLOSED,
    SAVED_FULL,
    BOX_STAYS,
    // files
    OFFERER_BLOCKED,
    RETRY_WHOLE,
    RETRY_GOES_ON,
    RETRY_CHANGED,
    FILES_GONE,
    FOLDER_NOT_WRITABLE,
    // words of rooms
    WORDS_THE_SAME,
    WORDS_OF_ANOTHER_ROOM,
    WORDS_DECIDED
}
