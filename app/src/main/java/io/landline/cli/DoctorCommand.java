package io.landline.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.console.EventLines;
import io.landline.lab.Escapes;
import io.landline.node.port.TypedAddress;
import io.landline.node.profile.NodeOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `landline doctor`: why somebody is not seen. Ends with 1 where a finding is bad.
@Command(name = "doctor",
        description = "why somebody is not seen: the cause and the remedy; --peer HOST looks at one computer")
final class DoctorCommand implements Callable<Integer> {
    /// How each state is shown to a person; what is bad comes first.
    private static final List<String> STATES = List.of("bad", "note", "unknown", "ok");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        if (options.network().peers().size() > 1) {
            throw CommandFailedException
                    .usage(CommandTexts.of("doctor looks at one computer at a time: give --peer once."));
        }
        Terminal terminal = landline.terminal();
        List<JsonObject> findings = findings(options);
        findings.forEach(terminal::event);
        for (String state : STATES) {
            findings.stream()
                    .filter(finding -> EventFields.text(finding, "state").equals(state))
                    .forEach(finding -> say(terminal, finding));
        }
        boolean bad = findings.stream().anyMatch(finding -> EventFields.text(finding, "state").equals("bad"));
        terminal.say(CommandTexts.of(
                bad ? "Something is in the way: see above." : "Nothing was found that is in the way."));
        return bad ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static List<JsonObject> findings(NodeOptions options)
            throws IOException, InterruptedException, CommandFailedException {
        NodeConnection node;
        try {
            node = NodeFinder.open(options);
        } catch (CommandFailedException e) {
            if (!e.code.equals(Why.FAILED.code())) throw e;
            return List.of(cannotStart(e.sentence()));
        }
        try (node) {
            SignalHandling.does(ExitCode.INTERRUPTED, node::close);
            JsonObject answer = CommandFailedException.checked(node.command(command(options)));
            List<JsonObject> findings = new ArrayList<>();
            for (JsonElement finding : answer.getAsJsonArray("findings")) findings.add(finding.getAsJsonObject());
            return findings;
        }
    }

    /// No node can start here, as where the profile cannot be written: then nobody is seen, whatever the network does.
    private static JsonObject cannotStart(String why) {
        JsonObject finding = EventLines.event("finding", Instant.now());
        finding.addProperty("code", "cannot-start");
        finding.addProperty("state", "bad");
        finding.addProperty("evidence", why);
        finding.addProperty("remedy",
                CommandTexts.of("Mend that first, then ask the doctor again: it looks at the network with a node."));
        return finding;
    }

    private static JsonObject command(NodeOptions options) {
        JsonObject command = JsonLines.command("doctor", "language", CommandTexts.language().tag());
        for (TypedAddress peer : options.network().peers()) {
            command.addProperty("peer", peer.host());
            command.addProperty("port", peer.port());
        }
        return command;
    }

    private static void say(Terminal terminal, JsonObject finding) {
        String state = EventFields.text(finding, "state");
        String line = String.format("%-8s%-16s", state, EventFields.text(finding, "code"))
                + Escapes.line(CommandTexts.withProfile(EventFields.text(finding, "evidence")));
        if (state.equals("ok")) {
            terminal.aside(line);
        } else {
            terminal.say(line);
        }
        String remedy = EventFields.text(finding, "remedy");
        if (remedy.isEmpty()) return;
        terminal.say(" ".repeat(24) + CommandTexts.of("To do: {0}", Escapes.line(CommandTexts.withProfile(remedy))));
    }
}
