package io.landline.chat;

import io.landline.room.EntryId;
import org.jspecify.annotations.Nullable;

/// What is being written in a conversation and was not sent. Immutable.
///
/// @param text of a new message; empty for none
/// @param change of an own message; null where none is being changed
public record KeptDraft(String text, @Nullable Change change) {
    /// @param target the own message
    /// @param text its new text so far
    public record Change(EntryId target, String text) {}

    public static KeptDraft of(String text) {
        return new KeptDraft(text, null);
    }

    public boolean isEmpty() {
        return text.isEmpty() && change == null;
    }
}
