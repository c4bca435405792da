package io.landline.ui.control;

import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.peer.TypedNames;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A name as somebody types it, of a person or a room: cleaned as others will read it, and what is wrong with it.
/// Immutable; any thread.
///
/// @param value without what the field may hold around it; fits where the problem is `NONE`
public record CheckedName(String value, Problem problem) {
    public enum Problem { NONE, EMPTY, TOO_LONG }

    /// What a paste may bring and a name cannot hold: runs of it become one blank.
    private static final Pattern GAPS = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}\\p{Cs}]+");

    public static CheckedName ofPerson(String typed) {
        return checked(cleaned(typed), PeerName::fits);
    }

    /// `#class` is meant as `class`.
    public static CheckedName ofRoom(String typed) {
        return checked(TypedNames.room(cleaned(typed)), RoomName::fits);
    }

    private static String cleaned(String typed) {
        return GAPS.matcher(typed).replaceAll(" ").strip();
    }

    private static CheckedName checked(String name, Predicate<String> fits) {
        if (name.isBlank()) return new CheckedName("", Problem.EMPTY);
        return new CheckedName(name, fits.test(name) ? Problem.NONE : Problem.TOO_LONG);
    }

    /// What stands below the field.
    ///
    /// @param asked an empty field is wrong only once somebody wants to go on with it
    public FieldNote note(boolean asked, String empty, String tooLong) {
        return switch (problem) {
            case NONE -> FieldNote.NOTHING;
            case EMPTY -> asked ? FieldNote.bad(empty) : FieldNote.NOTHING;
            case TOO_LONG -> FieldNote.bad(tooLong);
        };
    }

    public boolean fits() {
        return problem == Problem.NONE;
    }
}
