package io.landline.ui.jump;

/// Something that one can go to. Immutable; any thread.
///
/// @param key of a conversation or of a page
/// @param title somebody's text, of a page ours
public record JumpTarget(Kind kind, String key, String title) {
    public enum Kind {
        ROOM, PERSON, PAGE
    }
}
