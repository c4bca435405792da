package io.landline.shelf;

import io.landline.peer.WireWord;
import org.jspecify.annotations.Nullable;

/// Why a shelf's owner does not list or give something.
public enum ShelfRefusal {
    /// There is no such shelf for this member: it was removed, or never open to them.
    GONE,
    /// What was asked for is not what was listed: look again.
    CHANGED,
    /// The folder cannot be read now: a disk that was taken away, a right that is missing.
    UNREADABLE,
    /// Asked too often: wait.
    BUSY,
    /// More than one member may take: wait until something has arrived, or until tomorrow.
    TOO_MUCH,
    /// The owner went away, or said nothing in time. Never travels.
    NO_ANSWER;

    /// As on the wire and in the event `shelf-take`.
    public String word() {
        return WireWord.of(this);
    }

    /// The refusal with this word; null for a word of a later version.
    public static @Nullable ShelfRefusal of(String word) {
        ShelfRefusal known = WireWord.find(ShelfRefusal.class, word);
        return known == NO_ANSWER ? null : known;
    }
}
