package io.landline.cli.terminal;

import static io.landline.cli.terminal.EventFields.name;
import static io.landline.cli.terminal.EventFields.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.lab.Escapes;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Offers and transfers as a person reads them; where one stops, see [StopLines]. Stateless; any thread.
public final class TransferFormatter {
    private TransferFormatter() {}

    /// The names of the files of an offer or a transfer, in one line. An offer tells some names: where there may be
    /// more, it ends with their number or, where folders are among them, with that of all files.
    public static String names(JsonObject offer) {
        JsonArray names = offer.getAsJsonArray("names");
        String named = StreamSupport.stream(names.spliterator(), false)
                .map(each -> Escapes.line(each.getAsString()))
                .collect(Collectors.joining(", "));
        return names.size() < OfferBody.NAMES_MAX ? named : named + more(offer);
    }

    /// What stands behind as many names as an offer tells: empty where these are all. A node of an earlier version does
    /// not tell the number everywhere.
    static String more(JsonObject offer) {
        long files = offer.has("files") ? offer.get("files").getAsLong() : 0;
        if (files <= OfferBody.NAMES_MAX) return "";
        boolean flat = offer.has("folders") && offer.get("folders").getAsLong() == 0;
        return ", " + (flat
                ? CommandTexts.of("{0} more", NumberFormatter.grouped(files - OfferBody.NAMES_MAX))
                : CommandTexts.of("{0} files in all", NumberFormatter.grouped(files)));
    }

    /// `12.4 MB of 200.0 MB, 98.1 MB/s, 2 s left`. A file that is here before its speed was measured has none.
    public static String progress(JsonObject event) {
        long bytes = event.get("bytes").getAsLong();
        long total = event.get("total").getAsLong();
        long rate = event.get("rate").getAsLong();
        String amount = CommandTexts.of("{0} of {1}", NumberFormatter.size(bytes), NumberFormatter.size(total));
        if (rate == 0 && (bytes == 0 || bytes == total)) return amount;
        String left = rate > 0 ? CommandTexts.of(", {0} left", NumberFormatter.duration((total - bytes) / rate)) : "";
        return amount + ", " + NumberFormatter.size(rate) + "/s" + left;
    }

    static String offered(JsonObject event) {
        String what = names(event) + " (" + NumberFormatter.size(event.get("bytes").getAsLong()) + ")";
        String transfer = text(event, "transfer");
        String name = name(event);
        if (!text(event, "direction").equals("in")) {
            return name.isEmpty()
                    ? CommandTexts.of("Offered {0}.", what)
                    : CommandTexts.of("Offered {0} to {1}.", what, name);
        }
        String conversation = Escapes.line(text(event, "conversation"));
        // a node of an earlier version does not tell the name
        if (name.isEmpty()) return CommandTexts.of("You are offered {0}: transfer {1}.", what, transfer);
        return conversation.startsWith("#")
                ? CommandTexts.of("You are offered {0} by {1} in {2}: transfer {3}.", what, name, conversation,
                        transfer)
                : CommandTexts.of("You are offered {0} by {1}: transfer {2}.", what, name, transfer);
    }

    static String transferred(JsonObject event) {
        var paths = new StringJoiner(", ");
        for (JsonElement path : event.getAsJsonArray("paths")) paths.add(Escapes.line(path.getAsString()));
        long bytes = event.get("bytes").getAsLong();
        double seconds = Math.max(event.get("seconds").getAsDouble(), 0.001);
        // what an earlier run moved took none of these seconds
        long moved = event.has("moved") ? event.get("moved").getAsLong() : bytes;
        boolean in = text(event, "direction").equals("in");
        String name = name(event); // a node of an earlier version does not tell it
        return done(in, paths.toString(), bytes, moved, seconds)
                + (name.isEmpty() ? "" : " " + CommandTexts.of(in ? "From {0}." : "To {0}.", name)) + incomplete(event);
    }

    /// Of what is empty, or came in an earlier run, no speed is told: nothing moved in this time.
    private static String done(boolean in, String paths, long bytes, long moved, double seconds) {
        String size = NumberFormatter.size(bytes);
        if (moved == 0) {
            return CommandTexts.of(in ? "Received {0}: {1}, verified." : "Sent {0}: {1}, verified.", paths, size);
        }
        return CommandTexts.of(
                in ? "Received {0}: {1} in {2} s, {3}/s, verified." : "Sent {0}: {1} in {2} s, {3}/s, verified.", paths,
                moved == bytes ? size : CommandTexts.of("{0}, {1} of it now", size, NumberFormatter.size(moved)),
                NumberFormatter.tenths(seconds), NumberFormatter.size((long) (moved / seconds)));
    }

    /// ` 9,999 of 10,000 files; 1 must be offered again: a.jpg (changed).`; empty where all arrived.
    private static String incomplete(JsonObject event) {
        long failed = event.has("failed") ? event.get("failed").getAsLong() : 0;
        if (failed == 0) return "";
        long files = event.get("files").getAsLong();
        var named = new StringJoiner(", ");
        for (JsonElement one : event.getAsJsonArray("failures")) {
            JsonObject file = one.getAsJsonObject();
            named.add(Escapes.line(text(file, "path")) + " "
                    + CommandTexts
                            .of(ReasonParser.failure(file) == FailureReason.SOURCE_CHANGED ? "(changed)" : "(gone)"));
        }
        long more = failed - event.getAsJsonArray("failures").size();
        if (more > 0) named.add(CommandTexts.of("{0} more", NumberFormatter.grouped(more)));
        return " "
                + CommandTexts.of("{0} of {1} files; {2} must be offered again: {3}.", NumberFormatter.grouped(files),
                        NumberFormatter.grouped(files + failed), NumberFormatter.grouped(failed), named);
    }

    static String helping(JsonObject event) {
        int peers = event.get("peers").getAsInt();
        String sent = event.has("sent")
                ? " " + CommandTexts.of("Sent {0} times so far.", event.get("sent").getAsString())
                : "";
        return (peers == 0
                ? CommandTexts.of("Nobody needs more of that offer.")
                : CommandTexts.of("Still helping {0}.", peers)) + sent;
    }
}
