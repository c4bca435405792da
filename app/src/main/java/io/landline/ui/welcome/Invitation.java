package io.landline.ui.welcome;

import io.landline.language.Language;
import io.landline.language.Texts;

/// What is read aloud, or sent by some other way, to bring somebody into a room. Immutable; any thread.
public final class Invitation {
    private final Texts texts;

    public Invitation(Language language) { texts = Texts.beside(Invitation.class, language); }

    /// For a keyed room.
    public String withWords(String room, String words) {
        return texts.plain("invitation.words", room, words);
    }

    /// For a room without a key.
    public String open(String room) {
        return texts.plain("invitation.open", room);
    }
}
