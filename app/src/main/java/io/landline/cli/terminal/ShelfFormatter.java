package io.landline.cli.terminal;

import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import io.landline.node.port.NodeEvent.ShelfTake.WaitReason;
import org.jspecify.annotations.Nullable;

/// Shelves as a person reads them. Stateless; any thread.
public final class ShelfFormatter {
    private ShelfFormatter() {}

    /// The events `shelf` and `shelf-take` as sentences; null for what a person need not see.
    public static @Nullable String sentence(JsonObject event, String name) {
        if (EventFields.is(event, "shelf-take")) return take(event, name);
        if (!event.get("open").getAsBoolean()) return null;
        return CommandTexts.of("{0} has opened a folder to {1}: {2} ({3}).", name,
                Escapes.line(EventFields.text(event, "conversation")), title(event),
                EventFields.brief(EventFields.text(event, "shelf")));
    }

    private static String take(JsonObject event, String name) {
        return switch (EventFields.text(event, "state")) {
            case "offered" -> CommandTexts.of("{0} offers what you take.", name);
            case "refused" -> refused(event, name);
            case "unanswered" -> CommandTexts.of(
                    "{0} did not answer. If your request has arrived, the files will come by themselves.", name);
            default -> EventFields.text(event, "reason").equals(WaitReason.DISK_FULL.word())
                    ? CommandTexts.of("The disk would be too full, so what you wanted waits for you to take it.")
                    : CommandTexts.of("What {0} offers is not what you wanted, so it waits for you to take it.", name);
        };
    }

    /// Why nothing comes of a take.
    public static String refused(JsonObject event, String name) {
        return switch (ReasonParser.shelfRefusal(event)) {
            case CHANGED -> CommandTexts.of("It has changed since it was listed: look again. Nothing was taken.");
            case GONE -> CommandTexts.of("This shelf is not open to you any more. Nothing was taken.");
            case TOO_MUCH -> CommandTexts
                    .of("You have taken as much from {0} as is allowed for now: wait until it has"
                            + " arrived, or until tomorrow. Nothing was taken.", name);
            case BUSY -> CommandTexts.of("The computer of {0} has too much to do: try again. Nothing was taken.",
                    name);
            case ENDED -> CommandTexts.of("What {0} offered was taken back or declined. Nothing was taken.", name);
            case null, default -> CommandTexts.of("The computer of {0} cannot read this folder now. Nothing was taken.",
                    name);
        };
    }

    private static String title(JsonObject shelf) {
        return Escapes.line(EventFields.text(shelf, "title"));
    }

    /// A shelf of a list.
    public static String shelf(JsonObject shelf) {
        boolean isOwn = shelf.get("own").getAsBoolean();
        String owner = isOwn ? CommandTexts.of("yours") : EventFields.name(shelf);
        String where = isOwn ? " (" + Escapes.line(EventFields.text(shelf, "path")) + ")" : "";
        return EventFields.brief(EventFields.text(shelf, "shelf")) + "  "
                + Escapes.line(EventFields.text(shelf, "conversation")) + "  " + owner + ": " + title(shelf) + where;
    }

    /// A name in a folder of a shelf.
    public static String item(JsonObject item) {
        String name = Escapes.line(EventFields.text(item, "name"));
        if (item.get("folder").getAsBoolean()) return name + "/";
        return name + "  " + NumberFormatter.size(item.get("bytes").getAsLong()) + "  "
                + EventFields.localTime(EventFields.text(item, "modified"));
    }
}
