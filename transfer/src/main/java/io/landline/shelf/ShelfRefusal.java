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
    /// The offer was taken back, or declined here, before it was accepted. Never travels.
    ENDED,
    /// The owner went away, or said nothing in time. Never travels.
    NO_ANSWER;

    /// As on the wire and in the event `shelf-take`.
    public String word() {
        return WireWord.of(this);
    }

    /// The refusal with this word that a peer sent; null for a word of a later version.
    public static @Nullable ShelfRefusal received(String word) {
        ShelfRefusal known = ofEvent(word);
        return known == ENDED ? null : known;
    }

    /// The refusal with this word in an event of a node; null for a word of a later version.
    public static @Nullable ShelfRefusal ofEvent(String word) {
        ShelfRefusal known = WireWord.find(ShelfRefusal.class, word);
        return known == NO_ANSWER ? null : known;
    }
}
