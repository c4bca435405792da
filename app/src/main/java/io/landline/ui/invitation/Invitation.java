package io.landline.ui.invitation;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.peer.RoomName;
import io.landline.room.JoinLink;
import io.landline.room.RoomKey;
import java.util.Optional;

/// What is read aloud, or sent by some other way, to bring somebody into a room. Immutable; any thread.
public final class Invitation {
    private final Texts texts;

    public Invitation(Language language) { texts = Texts.beside(Invitation.class, language); }

    /// What a code to scan says; empty for a room without words. A link without our fingerprint is half as long, so
    /// its code is larger.
    public static Optional<JoinLink> link(OwnRoom room) {
        String words = room.words();
        return words == null || !RoomName.fits(room.name())
                ? Optional.empty()
                : Optional.of(new JoinLink(new RoomName(room.name()), RoomKey.of(words), null));
    }

    /// For a keyed room.
    public String withWords(String room, String words) {
        return texts.plain("words", room, words);
    }

    /// For a room without a key.
    public String open(String room) {
        return texts.plain("open", room);
    }
}
