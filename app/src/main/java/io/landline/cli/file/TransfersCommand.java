package io.landline.cli.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Namesakes;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberFormatter;
import io.landline.cli.terminal.ReasonParser;
import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.TransferFormatter;
import io.landline.filetransfer.FailureReason;
import io.landline.lab.Escapes;
import io.landline.node.port.CommandException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline transfers …`: files on their way, and those of the last days.
@Command(name = "transfers",
        description = "files on their way: list, pause ID, resume ID, cancel ID, decline ID, retry ID, retry --all",
        synopsisSubcommandLabel = "COMMAND")
public final class TransfersCommand implements Callable<Integer> {
    private static final String ID = "the transfer's or the offer's id, or its first digits";

    /// As few digits name a transfer. As many as name a person.
    private static final int DIGITS_MIN = 8;
    /// Of the id of an offer, as many as an id of a transfer has.
    private static final int OFFER_DIGITS = 16;
    /// An offer can wait for many people. A line names at most this many of them.
    private static final int NAMED_MAX = 3;
    private static final Set<String> GOES_ON = Set.of("resume", "retry");
    private static final Set<String> OF_OFFERS = Set.of("cancel", "decline");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Override
    public Integer call() throws CommandFailedException {
        throw CommandFailedException.usage(CommandTexts.of("Say what to do: {0} or {1}.",
                "landline transfers list, pause ID, resume ID, cancel ID, decline ID, retry ID", "retry --all"));
    }

    @Command(name = "list", description = "those that are open, and those of the last days that did not arrive whole")
    int list() throws Exception {
        Terminal terminal = landline.terminal();
        int listed = 0;
        TransferPages all;
        Namesakes namesakes;
        try (var node = new ReadOnlyNode(landline.options())) {
            all = TransferPages.ask(node::ask, true);
            namesakes = Namesakes.of(node, terminal);
        }
        for (JsonObject each : all.offers()) {
            listed++;
            terminal.event(each);
            terminal.sayRows(offerLine(namesakes.toldApart(each)));
        }
        for (JsonObject each : all.transfers()) {
            boolean whole = EventFields.text(each, "state").equals("done") && !each.has("failed")
                    && !each.has("reason");
            if (whole) continue;
            listed++;
            terminal.event(JsonLines.event("transfer", each));
            terminal.sayRows(line(namesakes.toldApart(each)));
        }
        if (listed == 0) {
            terminal.say(CommandTexts.of("No files are on their way, and none of the last days is missing."));
        }
        terminal.event(JsonLines.ok());
        return ExitCode.DONE;
    }

    private static List<JsonObject> objects(JsonObject answer, String list) {
        var all = new ArrayList<JsonObject>();
        for (JsonElement each : answer.getAsJsonArray(list)) all.add(each.getAsJsonObject());
        return all;
    }

    /// `8f3c01d2a98553cb  to #class  waits for Ada, Ben  200.0 MB  Photos`.
    static String offerLine(JsonObject offer) {
        return EventFields.text(offer, "offer").substring(0, OFFER_DIGITS) + "  "
                + CommandTexts.of("to {0}", Escapes.line(EventFields.text(offer, "conversation"))) + "  "
                + waitsFor(objects(offer, "waitsFor")) + "  "
                + NumberFormatter.size(offer.get("bytes").getAsLong()) + "  " + TransferFormatter.names(offer);
    }

    private static String waitsFor(List<JsonObject> people) {
        if (people.isEmpty()) return CommandTexts.of("nobody else has been in this room yet");
        String names = people.stream()
                .limit(NAMED_MAX)
                .map(each -> EventFields.name(each))
                .collect(Collectors.joining(", "));
        return people.size() <= NAMED_MAX
                ? CommandTexts.of("waits for {0}", names)
                : CommandTexts.of("waits for {0} and {1} more", names, people.size() - NAMED_MAX);
    }

    /// `a98553cb557ad354  from Ada  paused  12.4 MB of 200.0 MB  Photos`.
    static String line(JsonObject transfer) {
        boolean in = EventFields.text(transfer, "direction").equals("in");
        return EventFields.text(transfer, "transfer") + "  "
                + CommandTexts.of(in ? "from {0}" : "to {0}", EventFields.name(transfer))
                + "  "
                + state(transfer) + "  "
                + CommandTexts.of("{0} of {1}", NumberFormatter.size(transfer.get("here").getAsLong()),
                        NumberFormatter.size(transfer.get("bytes").getAsLong()))
                + "  " + TransferFormatter.names(transfer);
    }

    private static String state(JsonObject transfer) {
        String reason = EventFields.text(transfer, "reason");
        String state = EventFields.text(transfer, "state");
        if (transfer.has("failed")) return CommandTexts.of("files missing: {0}", transfer.get("failed").getAsLong());
        if (transfer.get("pausedByPeer").getAsBoolean()) return CommandTexts.of("paused by the other side");
        if (state.equals("paused") && !reason.isEmpty()) return stopped(transfer, reason);
        if (state.equals("done") && !reason.isEmpty()) return CommandTexts.of("the rest failed ({0})", reason);
        FailureReason why = ReasonParser.failure(transfer);
        if (why != null && why.isByAPerson()) return reasonWord(why);
        return reason.isEmpty() ? word(state) : word(state) + " (" + reason + ")";
    }

    private static String stopped(JsonObject transfer, String reason) {
        if (transfer.has("missingFolder")) {
            return CommandTexts.of("stopped (the folder {0} is not there)",
                    Escapes.line(EventFields.text(transfer, "missingFolder")));
        }
        if (transfer.has("missingBytes")) {
            return CommandTexts.of("stopped ({0}: {1} more must be free)", reason,
                    NumberFormatter.size(transfer.get("missingBytes").getAsLong()));
        }
        return CommandTexts.of("stopped ({0})", reason);
    }

    private static String reasonWord(FailureReason byAPerson) {
        return byAPerson == FailureReason.DECLINED ? CommandTexts.of("declined") : CommandTexts.of("cancelled");
    }

    private static String word(String state) {
        return switch (state) {
            case "offered" -> CommandTexts.of("offered");
            case "waiting" -> CommandTexts.of("waiting");
            case "running" -> CommandTexts.of("running");
            case "paused" -> CommandTexts.of("paused");
            case "failed" -> CommandTexts.of("failed");
            default -> state;
        };
    }

    @Command(name = "pause", description = "stops it for now; what has arrived is kept")
    int pause(@Parameters(paramLabel = "ID", description = ID) String id) throws Exception {
        return act("pause", id,
                CommandTexts.of("Paused. What has arrived is kept; landline transfers resume {0} goes on.", id));
    }

    @Command(name = "resume", description = "goes on with what was paused or stopped here")
    int resume(@Parameters(paramLabel = "ID", description = ID) String id) throws Exception {
        return act("resume", id, CommandTexts.of("It goes on as soon as both are here."));
    }

    @Command(name = "cancel", description = "ends it; what is not whole of it goes")
    int cancel(@Parameters(paramLabel = "ID", description = ID) String id) throws Exception {
        return act("cancel", id,
                CommandTexts
                        .of("Cancelled. What was not whole of it is removed; the files of the sender are as they"
                                + " were."));
    }

    @Command(name = "decline", description = "turns an offer down that waits for your answer; its sender is told")
    int decline(@Parameters(paramLabel = "ID", description = ID) String id) throws Exception {
        Terminal terminal = landline.terminal();
        try (NodeConnection node = NodeFinder.open(landline.options())) {
            JsonObject offered = meant(node, "decline", id);
            requireUndecided(offered);
            String transfer = EventFields.text(offered, "transfer");
            JsonObject answer = answer(node, JsonLines.command("decline", "transfer", transfer));
            terminal.sayRows(CommandTexts.of(
                    "Declined: {0} from {1}. The other side is told as soon as both are here. To take it after all:"
                            + " landline transfers retry {2}",
                    TransferFormatter.names(offered), EventFields.name(offered), transfer));
            terminal.event(answer);
        }
        return ExitCode.DONE;
    }

    /// The node itself would also end an accepted one so, and remove what has arrived of it.
    private static void requireUndecided(JsonObject offered) throws CommandFailedException {
        String transfer = EventFields.text(offered, "transfer");
        if (!EventFields.text(offered, "direction").equals("in")) {
            throw CommandFailedException.told(ExitCode.FAILED, Code.NOT_POSSIBLE.text(), CommandTexts.of(
                    "That is an offer of your own: landline transfers cancel {0} ends it. Nothing was changed.",
                    transfer));
        }
        switch (EventFields.text(offered, "state")) {
            case "offered" -> {
            }
            case "done", "failed" -> throw new CommandFailedException(ExitCode.USAGE, Why.NO_TRANSFER,
                    CommandTexts.of("That transfer is over. There is nothing to decline."));
            default -> throw CommandFailedException.told(ExitCode.FAILED, Code.NOT_POSSIBLE.text(), CommandTexts.of(
                    "That offer is accepted already: landline transfers cancel {0} ends it. Nothing was changed.",
                    transfer));
        }
    }

    @Command(name = "retry",
            description = "tries again what stopped or failed; --all: all that failed in the last days")
    int retry(@Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "", description = ID) String id,
            @Option(names = "--all",
                    description = "all that failed, but what somebody declined or cancelled, what was offered again"
                            + " since, and what its sender could not give") boolean all)
            throws Exception {
        if (all == !id.isEmpty()) {
            throw CommandFailedException.usage(CommandTexts.of("Say which: landline transfers retry ID, or --all."));
        }
        if (!all) return act("retry", id, CommandTexts.of("It is tried again."));
        Terminal terminal = landline.terminal();
        try (NodeConnection node = NodeFinder.open(landline.options())) {
            JsonObject command = JsonLines.command("retry");
            command.addProperty("all", true);
            JsonObject answer = answer(node, command);
            warnOfOthers(terminal, answer);
            terminal.say(CommandTexts.of("Tried again: {0}.", answer.get("retried").getAsInt()));
            terminal.event(answer);
        }
        return ExitCode.DONE;
    }

    private int act(String what, String id, String done) throws Exception {
        Terminal terminal = landline.terminal();
        try (NodeConnection node = NodeFinder.open(landline.options())) {
            JsonObject transfer = meant(node, what, id);
            String field = transfer.has("transfer") ? "transfer" : "offer";
            JsonObject answer = answer(node, JsonLines.command(what, field, EventFields.text(transfer, field)));
            warnOfOthers(terminal, answer);
            if (answer.has("offer")) {
                terminal.say(CommandTexts.of("Offered again. It goes on its way when it is accepted."));
            } else if (GOES_ON.contains(what) && isStoppedThere(transfer)) {
                terminal.say(CommandTexts.of("The other side has stopped it: it goes on when they resume it there."));
            } else {
                terminal.say(done);
            }
            terminal.event(answer);
        }
        return ExitCode.DONE;
    }

    /// Whether a transfer waits for the other side to let it go on.
    static boolean isStoppedThere(JsonObject transfer) {
        boolean isStopped = EventFields.text(transfer, "state").equals("paused") && transfer.has("reason");
        return transfer.get("pausedByPeer").getAsBoolean()
                || isStopped && EventFields.text(transfer, "direction").equals("out");
    }

    /// What was not tried again, and why: a line for each.
    private static void warnOfOthers(Terminal terminal, JsonObject answer) {
        if (!answer.has("notRetried")) return;
        for (JsonElement each : answer.getAsJsonArray("notRetried")) {
            JsonObject one = each.getAsJsonObject();
            terminal.warn(EventFields.text(one, "transfer") + "  "
                    + Escapes.line(CommandTexts.inThisLanguage(EventFields.text(one, "message"))));
        }
    }

    private static JsonObject answer(NodeConnection node, JsonObject command) throws Exception {
        return CommandFailedException.checked(node.command(command));
    }

    /// The one with an id that begins with these digits. An offer that has reached nobody can be cancelled too, and
    /// [#decline] says so.
    private static JsonObject meant(NodeConnection node, String what, String typed) throws Exception {
        TransferPages all = TransferPages.ask(node::command, true);
        String digits = typed.toLowerCase(Locale.ROOT);
        var fitting = new ArrayList<JsonObject>();
        if (digits.length() >= DIGITS_MIN) {
            fitting.addAll(beginning(all.transfers(), "transfer", digits));
            if (OF_OFFERS.contains(what)) fitting.addAll(beginning(all.offers(), "offer", digits));
        }
        if (fitting.size() == 1) return fitting.getFirst();
        throw new CommandFailedException(ExitCode.USAGE, fitting.isEmpty() ? Why.NO_TRANSFER : Why.AMBIGUOUS,
                CommandTexts.of(fitting.isEmpty()
                        ? "There is no transfer {0}: landline transfers list shows them; give {1} digits or more."
                        : "Several transfers begin with {0}: landline transfers list shows them; give {1} digits or"
                                + " more.",
                        Escapes.line(typed), DIGITS_MIN));
    }

    private static List<JsonObject> beginning(List<JsonObject> all, String field, String digits) {
        return all.stream().filter(each -> EventFields.text(each, field).startsWith(digits)).toList();
    }
}
