package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.NotRetried;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Retried;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.TransferId;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.WireWord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Commands about files that are more than a word and an id. Stateless; any thread.
final class FileLines {
    /// Files and folders that one command offers.
    private static final int PATHS_MAX = 1_000;
    /// A choice: a path of Windows has up to 32,767 characters.
    private static final int PATH_BYTES_MAX = 32 * 1024;

    private FileLines() {}

    static void send(Chats chats, JsonFields command, JsonObject ok) throws MalformedJsonException, CommandException {
        sent(chats.send(CommandLines.to(command), files(command)), ok);
    }

    static FilesToSend files(JsonFields command) throws MalformedJsonException, CommandException {
        var paths = new ArrayList<Path>();
        for (String path : command.texts("paths", PATHS_MAX, PATH_BYTES_MAX)) paths.add(path(path));
        return new FilesToSend(paths, patterns(command, "exclude", FilesToSend.EXCLUDES_MAX));
    }

    /// Patterns of paths; none where the field is absent. An empty one fits no path, so another was meant.
    static List<String> patterns(JsonFields command, String field, int max) throws MalformedJsonException {
        if (!command.has(field)) return List.of();
        List<String> patterns = command.texts(field, max, PATH_BYTES_MAX);
        if (patterns.stream().anyMatch(String::isBlank)) {
            throw new MalformedJsonException(field + " holds an empty pattern");
        }
        return patterns;
    }

    /// A path that a program gave. An empty one would mean the folder in which the node runs, which nobody asked for.
    static Path path(String text) throws CommandException {
        return Path.of(filled(text));
    }

    static String filled(String path) throws CommandException {
        if (path.isEmpty()) throw new CommandException(Code.NO_FILE, "A path is empty. Nothing was done.");
        return path;
    }

    static void sent(Chats.Sent sent, JsonObject ok) {
        ok.addProperty("offer", sent.offer());
        if (sent.leftOut().count() > 0) leftOut(sent.leftOut(), ok);
    }

    static void accept(FileTransfers transfers, String transfer, JsonFields command)
            throws MalformedJsonException, CommandException {
        transfers.accept(transfer, patterns(command, "only", Choice.PATTERNS_MAX));
    }

    /// `ok` has the new offer, or how many are tried again, and what is not tried again.
    static void retry(FileTransfers transfers, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        boolean all = command.flag("all");
        if (all) command.textOrNull("transfer", CommandLines.NAME_BYTES_MAX); // a wrong one costs the command here too
        Retried retried = all
                ? transfers.retryFailed()
                : transfers.retry(command.text("transfer", CommandLines.NAME_BYTES_MAX));
        if (all) ok.addProperty("retried", retried.tried());
        if (retried.offer() != null) ok.addProperty("offer", retried.offer());
        if (retried.problems().isEmpty()) return;
        var list = new JsonArray();
        for (NotRetried each : retried.problems()) {
            var json = new JsonObject();
            json.addProperty("transfer", each.transfer());
            json.addProperty("code", each.code().text());
            json.addProperty("message", each.why());
            list.add(json);
        }
        ok.add("notRetried", list);
    }

    /// Transfers, and own offers that have reached nobody, each offer in one of the two. Those that do not fit into one
    /// line of the local socket stand in the next page.
    ///
    /// @param over also those of the last days that are over
    /// @param from what an answer said with `next`; 0 for the first page
    static void list(FileTransfers node, boolean over, int from, JsonObject ok) {
        List<UnreachedOffer> unreached = node.unreached(); // first
        List<Transfer> transfers = over ? node.recent() : node.open();
        page(UnreachedOffer.without(unreached, transfers), transfers, from, ok);
    }

    /// As [#list], of a profile or a node.
    static void page(List<UnreachedOffer> unreached, List<Transfer> transfers, int from, JsonObject ok) {
        var space = new PageSpace(from);
        JsonArray offers = space.fill(unreached, FileLines::json);
        ok.add("transfers", space.fill(transfers, FileLines::json));
        ok.add("offers", offers);
        space.tellNext(ok);
    }

    static int next(JsonFields command) throws MalformedJsonException {
        return (int) command.numberOr("next", 0, 0, Integer.MAX_VALUE);
    }

    /// As the event that told of its offer, with how it stands.
    static JsonObject json(Transfer one) {
        var id = new TransferId(one.ids().offer(), one.ids().transfer(), one.other().peer(), one.direction());
        var offered = new Offered(id, one.other().name(), one.ids().conversation(), one.content().names(),
                one.content().files(), one.content().folders(), one.content().bytes());
        JsonObject json = EventLines.json(offered, Instant.now());
        json.addProperty("state", WireWord.of(one.state()));
        json.addProperty("here", one.progress().bytes());
        json.addProperty("pausedByPeer", one.progress().pausedByPeer());
        FailureReason reason = one.progress().reason();
        if (reason != null) json.addProperty("reason", reason.text());
        TransferLines.missing(json, one.progress().missingFolder(), one.progress().missingBytes());
        if (!one.progress().failures().none()) json.addProperty("failed", one.progress().failures().files());
        return json;
    }

    /// An own offer to a room that has reached nobody, as the event `offer`.
    private static JsonObject json(UnreachedOffer one) {
        JsonObject json = EventLines.event("offer", Instant.now());
        json.addProperty("offer", one.offer());
        json.addProperty("conversation", one.conversation());
        json.add("names", EventLines.array(one.content().names(), name -> name));
        json.addProperty("files", one.content().files());
        json.addProperty("folders", one.content().folders());
        json.addProperty("bytes", one.content().bytes());
        var people = new JsonArray();
        for (Other each : one.waitsFor()) {
            var person = new JsonObject();
            person.addProperty("peer", each.peer().hex());
            person.addProperty("name", each.name());
            people.add(person);
        }
        json.add("waitsFor", people);
        return json;
    }

    private static void leftOut(LeftOut leftOut, JsonObject ok) {
        var list = new JsonArray();
        for (LeftOut.One one : leftOut.named()) {
            var json = new JsonObject();
            json.addProperty("path", one.path());
            json.addProperty("why", one.why().word());
            list.add(json);
        }
        ok.addProperty("leftOutCount", leftOut.count());
        ok.add("leftOut", list);
    }
}
