package io.landline.cli.terminal;

import com.google.gson.JsonObject;
import io.landline.lab.Escapes;

/// A room of this profile, as a person reads it in one line. It reads the same JSON as every program. Stateless; any
/// thread.
public final class RoomFormatter {
    private RoomFormatter() {}

    /// `#class  (Physics)  (archived)  (muted until 2026-11-22 09:14)`.
    public static String line(JsonObject room) {
        String own = EventFields.text(room, "ownName");
        return Escapes.line(EventFields.text(room, "room"))
                + (own.isEmpty() ? "" : "  (" + Escapes.line(own) + ")")
                + (room.get("archived").getAsBoolean() ? "  " + CommandTexts.of("(archived)") : "")
                + told(room)
                + (room.get("confirmed").getAsBoolean()
                        ? ""
                        : "  " + CommandTexts.of("(nobody has confirmed this key yet)"));
    }

    /// What `mute` chose. A running node of an earlier version does not say it.
    private static String told(JsonObject room) {
        return switch (EventFields.text(room, "told")) {
            case "nothing" -> "  " + (room.has("mutedUntil")
                    ? CommandTexts.of("(muted until {0})", EventFields.localTime(
                            EventFields.text(room, "mutedUntil")))
                    : CommandTexts.of("(muted)"));
            case "mentions" -> "  " + CommandTexts.of("(notifies only of what calls you)");
            default -> "";
        };
    }
}
