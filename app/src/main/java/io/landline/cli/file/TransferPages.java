package io.landline.cli.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.AskedNode;
import io.landline.cli.connection.ListedPages;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.EventFields;
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
        JsonObject command = JsonLines.command("transfers");
        command.addProperty("over", over);
        Map<String, JsonObject> all = ListedPages.all(question -> CommandFailedException.checked(node.ask(question)),
                command, page -> {
                    Map<String, JsonObject> items = new LinkedHashMap<>();
                    take(page, "offers", "offer", items);
                    take(page, "transfers", "transfer", items);
                    return items;
                });
        return new TransferPages(all.values().stream().filter(each -> !isTransfer(each)).toList(),
                all.values().stream().filter(TransferPages::isTransfer).toList());
    }

    private static void take(JsonObject page, String list, String id, Map<String, JsonObject> all) {
        for (JsonElement each : page.getAsJsonArray(list)) {
            JsonObject one = each.getAsJsonObject();
            all.put(EventFields.text(one, id), one);
        }
    }

    private static boolean isTransfer(JsonObject one) {
        return one.has("transfer");
    }
}
