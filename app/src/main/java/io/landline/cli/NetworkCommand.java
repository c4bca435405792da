package io.landline.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import io.landline.node.profile.NodeOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline network …`: the networks of the node that runs, and which of them it only listens in.
@Command(name = "network", description = "the networks of this computer: list, listen-only NETWORK",
        synopsisSubcommandLabel = "COMMAND")
final class NetworkCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Override
    public Integer call() throws CommandFailedException {
        throw CommandFailedException
                .usage(CommandTexts.of("Say what to do: {0} or {1}.", "landline network list", "listen-only NETWORK"));
    }

    @Command(name = "list", description = "the networks that Landline uses now, and where it only listens")
    int list() throws Exception {
        Terminal terminal = landline.terminal();
        JsonObject answer = networks(landline.options());
        List<JsonObject> networks = listed(answer);
        if (!isRunning(answer)) {
            terminal.warn(CommandTexts.of(
                    "Landline does not run on this profile. Once it does, it uses the networks that are here."));
        }
        for (JsonObject each : networks) {
            terminal.event(each);
            terminal.say(line(each));
        }
        if (networks.isEmpty()) terminal.say(CommandTexts.of("Landline is in no network but this computer now."));
        return ExitCode.DONE;
    }

    @Command(name = "listen-only",
            description = "announces and accepts nothing in a network, and still finds others who announce themselves")
    int listenOnly(
            @Parameters(paramLabel = "NETWORK",
                    description = "as network list shows it, or its interface or subnet") String typed,
            @Option(names = "--off", description = "ends it") boolean off) throws Exception {
        NodeOptions options = landline.options();
        JsonObject answer = networks(options);
        if (!isRunning(answer)) {
            CommandFailedException.checked(ReadOnlyNode.ask(options, JsonLines.command("listen-only")));
        }
        JsonObject network = meant(listed(answer), typed);
        boolean changes = isListenedToOnly(network) == off;
        JsonObject command = JsonLines.command("listen-only", "network", name(network));
        command.addProperty("only", !off);
        Terminal terminal = landline.terminal();
        CommandFailedException.checked(ReadOnlyNode.ask(options, command));
        JsonObject ok = JsonLines.ok();
        ok.addProperty("network", name(network));
        ok.addProperty("changed", changes);
        terminal.event(ok);
        terminal.say(said(Escapes.line(name(network)), off, changes));
        return ExitCode.DONE;
    }

    private static JsonObject networks(NodeOptions options)
            throws IOException, InterruptedException, CommandFailedException {
        return CommandFailedException.checked(ReadOnlyNode.ask(options, JsonLines.command("networks")));
    }

    /// Only where none runs an answer tells so.
    private static boolean isRunning(JsonObject answer) {
        return !answer.has("running");
    }

    private static List<JsonObject> listed(JsonObject answer) {
        var list = new ArrayList<JsonObject>();
        for (JsonElement each : answer.getAsJsonArray("networks")) list.add(each.getAsJsonObject());
        return list;
    }

    private static String name(JsonObject network) {
        return EventFields.text(network, "network");
    }

    private static boolean isListenedToOnly(JsonObject network) {
        return network.get("listeningOnly").getAsBoolean();
    }

    /// `wlan0 192.168.1.0/24  192.168.1.7  (listening only)`.
    private static String line(JsonObject network) {
        String addresses = network.getAsJsonArray("addresses")
                .asList()
                .stream()
                .map(each -> "  " + Escapes.line(each.getAsString()))
                .collect(Collectors.joining());
        return Escapes.line(name(network)) + addresses
                + (isListenedToOnly(network) ? "  " + CommandTexts.of("(listening only)") : "")
                + (addresses.isEmpty() ? "  " + CommandTexts.of("(not here now)") : "");
    }

    private static String said(String name, boolean off, boolean changes) {
        if (off) {
            return CommandTexts.of(changes
                    ? "In {0} Landline announces and accepts again."
                    : "In {0} Landline announces and accepts already.", name);
        }
        return CommandTexts.of(changes
                ? "In {0} Landline announces and accepts nothing from now on, whenever you are there."
                : "In {0} Landline only listens already.", name);
    }

    private static JsonObject meant(List<JsonObject> networks, String typed) throws CommandFailedException {
        for (JsonObject each : networks) if (name(each).equals(typed)) return each;
        List<JsonObject> found = networks.stream()
                .filter(each -> Arrays.asList(name(each).split(" ")).contains(typed))
                .toList();
        if (found.size() == 1) return found.getFirst();
        if (found.isEmpty()) {
            throw CommandFailedException.usage(CommandTexts.of(
                    "This computer is in no network {0} now, and none of that name was chosen before. landline"
                            + " network list shows them. Nothing was changed.",
                    Escapes.line(typed)));
        }
        throw CommandFailedException.usage(CommandTexts.of(
                "Several networks are called {0}: {1}. Give all of a name, in quotation marks. Nothing was changed.",
                Escapes.line(typed),
                found.stream().map(each -> Escapes.line(name(each))).collect(Collectors.joining(", "))));
    }
}
