package io.landline.ui.chats.part;

import io.landline.chat.PersonStatus;
import io.landline.node.port.Contacts.Contact;
import org.jspecify.annotations.Nullable;

/// What the sign on a person's picture says: gone, or here and what the person says of themselves. Of somebody that
/// this user blocked it says nothing else.
public enum PresenceSign {
    GONE, HERE, AWAY, BUSY, BLOCKED;

    /// @param of null where nothing is known
    public static PresenceSign of(@Nullable Contact of) {
        if (of != null && of.blocked()) return BLOCKED;
        return of == null || !of.here() ? GONE : of(of.status());
    }

    private static PresenceSign of(PersonStatus status) {
        return switch (status.state()) {
            case HERE -> HERE;
            case AWAY -> AWAY;
            case BUSY -> BUSY;
        };
    }
}
