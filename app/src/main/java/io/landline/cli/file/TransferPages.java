package io.landline.cli.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.AskedNode;
import io.landline.cli.connection.ListedPages;
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
    /// @param over also those of the last days that are over
    static TransferPages ask(AskedNode node, boolean over)
            throws IOException, InterruptedException, CommandFailedException {
        Map<String, JsonObject> offers = new LinkedHashMap<>();
        Map<String, JsonObject> transfers = new LinkedHashMap<>();
        JsonObject command = JsonLines.command("transfers");
        command.addProperty("over", over);
        ListedPages.each(question -> CommandFailedException.checked(node.ask(question)), command, page -> {
            take(page, "offers", "offer", offers);
            take(page, "transfers", "transfer", transfers);
            return true;
        });
        return new TransferPages(List.copyOf(offers.values()), List.copyOf(transfers.values()));
    }

    private static void take(JsonObject page, String list, String id, Map<String, JsonObject> all) {
        for (JsonElement each : page.getAsJsonArray(list)) {
            JsonObject one = each.getAsJsonObject();
            all.put(EventFormatter.text(one, id), one);
        }
    }
}
