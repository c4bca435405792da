package io.landline.cli.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.JsonLines;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Transfers, and own offers that have reached nobody, as the command `transfers` answers them
/// (docs/protocol/control.md, "Commands beyond those of `node --json`"). All pages of that together; what two of them
/// have stands here once. Immutable.
record TransferPages(List<JsonObject> offers, List<JsonObject> transfers) {
    /// Gives a command to a node or a profile.
    interface Asking {
        JsonObject ask(JsonObject command) throws IOException, InterruptedException, CommandFailedException;
    }

    /// @param over also those of the last days that are over
    static TransferPages ask(Asking node, boolean over)
            throws IOException, InterruptedException, CommandFailedException {
        Map<String, JsonObject> offers = new LinkedHashMap<>();
        Map<String, JsonObject> transfers = new LinkedHashMap<>();
        int next = 0;
        while (true) {
            JsonObject command = JsonLines.command("transfers");
            command.addProperty("over", over);
            if (next > 0) command.addProperty("next", next);
            JsonObject page = CommandFailedException.checked(node.ask(command));
            take(page, "offers", "offer", offers);
            take(page, "transfers", "transfer", transfers);
            int before = next;
            next = page.has("next") ? page.get("next").getAsInt() : 0;
            if (next <= before) return new TransferPages(List.copyOf(offers.values()), List.copyOf(transfers.values()));
        }
    }

    private static void take(JsonObject page, String list, String id, Map<String, JsonObject> all) {
        for (JsonElement each : page.getAsJsonArray(list)) {
            JsonObject one = each.getAsJsonObject();
            all.put(EventFormatter.text(one, id), one);
        }
    }
}
