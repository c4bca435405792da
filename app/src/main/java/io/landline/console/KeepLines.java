package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.ProfileReader;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Keeping;
import io.landline.peer.Fingerprint;

/// The command `keep` (docs/command-line.md, "Commands of `node --json`"). Stateless; any thread.
final class KeepLines {
    private KeepLines() {}

    /// Stores a choice where one is given. The answer tells what holds then.
    static void answer(ProfileReader reader, Keeping keeping, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        String to = command.text("to", CommandLines.NAME_BYTES_MAX);
        boolean forEver = command.flag("forEver");
        if (forEver && command.has("days")) throw new MalformedJsonException("days and forEver exclude each other");
        if (forEver) keeping.keep(to, Keep.ALL);
        if (command.has("days")) keeping.keep(to, chosen(command));
        Integer days = keeping.kept(to).days();
        ok.addProperty("conversation", Fingerprint.isWhole(to) ? to : reader.conversationLabel(to));
        if (days != null) ok.addProperty("days", days);
    }

    private static Keep chosen(JsonFields command) throws MalformedJsonException, CommandException {
        Integer days = (int) command.numberOr("days", 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
        for (Keep each : Keep.values()) {
            if (days.equals(each.days())) return each;
        }
        throw new CommandException(Code.MALFORMED,
                "A conversation is kept for 30, 90 or 365 days, or for ever. Nothing was changed.");
    }
}
