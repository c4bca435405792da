package io.landline.cli.terminal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.lab.Escapes;

/// Says what of a folder is not offered, and why. Stateless; any thread.
public final class LeftOutLines {
    /// Named on the terminal; the answer of the node has more.
    private static final int SAID_MAX = 10;

    private LeftOutLines() {}

    public static void say(Terminal terminal, JsonObject offered) {
        if (!offered.has("leftOut")) return;
        int said = 0;
        for (JsonElement one : offered.getAsJsonArray("leftOut")) {
            if (said++ == SAID_MAX) break;
            JsonObject file = one.getAsJsonObject();
            terminal.warn(CommandTexts.of("Left out: {0}, {1}.", Escapes.line(EventFields.text(file, "path")),
                    why(file)));
        }
        long more = offered.get("leftOutCount").getAsLong() - Math.min(said, SAID_MAX);
        if (more > 0) terminal.warn(CommandTexts.of("Left out: {0} more.", more));
    }

    private static String why(JsonObject file) {
        return switch (ReasonParser.leftOut(file)) {
            case LINK -> CommandTexts.of("a link");
            case SPECIAL -> CommandTexts.of("no plain file but a device, a pipe or a socket");
            case GENERATED -> CommandTexts.of("the system makes it as it is read, so its size is not known before");
            case UNREADABLE -> CommandTexts.of("it cannot be read");
            case TOO_DEEP -> CommandTexts.of("its path is too long or too deep");
            case PROFILE -> CommandTexts.of("a profile of Landline: its keys and its history are never sent");
            case UNFINISHED -> CommandTexts.of("Landline is still receiving it");
            case null -> EventFields.text(file, "why");
        };
    }
}
