package io.landline.node;

import io.landline.session.ConnectFailure;

/// Why nothing was reached at an address that was typed.
public enum Unreached {
    /// No computer has that name.
    UNKNOWN_NAME,
    /// The computer is on, and nothing listens there.
    REFUSED,
    /// There is no route to that address.
    NO_WAY,
    /// Our own key answered: ourselves, or a copy of our profile.
    OWN_KEY,
    /// What answered does not speak as Landline does.
    NOT_LANDLINE,
    /// No answer in time.
    SILENT,
    /// What answered hung up, or failed in some other way.
    HUNG_UP;

    static Unreached of(ConnectFailure why) {
        return switch (why) {
            case UNKNOWN_NAME -> UNKNOWN_NAME;
            case REFUSED -> REFUSED;
            case NO_WAY -> NO_WAY;
            case OWN_KEY -> OWN_KEY;
            case NOT_LANDLINE -> NOT_LANDLINE;
            case SILENT -> SILENT;
            case HUNG_UP -> HUNG_UP;
        };
    }
}
