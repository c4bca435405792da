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
import io.landline.cli.terminal.PersonFormatter;
import io.landline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// What this user wants of people: `block` and `blocked`, which need no network, and `allow`, which needs a node that
/// runs.
final class BlockCommands {
    private BlockCommands() {}

    @Command(name = "block", description = "nothing comes from a person any more, and nothing goes to them")
    static final class Block implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommonOptions landline;

        @Parameters(paramLabel = "PEER", description = "a name or a fingerprint's first digits")
        private String peer = "";

        @Option(names = "--off", description = "ends it")
        private boolean off;

        @Override
        public Integer call() throws Exception {
            JsonObject command = JsonLines.command("block", "peer", peer);
            command.addProperty("on", !off);
            Terminal terminal = landline.terminal();
            JsonObject answer = CommandFailedException.checked(ReadOnlyNode.ask(landline.options(), command));
            terminal.event(answer);
            terminal.say(said(answer));
            return ExitCode.DONE;
        }

        private String said(JsonObject answer) {
            String name = EventFields.name(answer);
            boolean changed = answer.get("changed").getAsBoolean();
            if (off) return CommandTexts.of(changed ? "{0} is no longer blocked." : "{0} is not blocked.", name);
            if (!changed) return CommandTexts.of("{0} is blocked already.", name);
            return CommandTexts.of("{0} is blocked: nothing comes or goes. To end it: landline block --off {1}", name,
                    EventFields.brief(EventFields.text(answer, "peer")));
        }
    }

    @Command(name = "blocked", description = "the people that you blocked, by name")
    static final class Blocked implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommonOptions landline;

        @Override
        public Integer call() throws Exception {
            Terminal terminal = landline.terminal();
            JsonObject answer = CommandFailedException
                    .checked(ReadOnlyNode.ask(landline.options(), JsonLines.command("blocked")));
            for (JsonElement each : answer.getAsJsonArray("blocked")) {
                JsonObject blocked = each.getAsJsonObject();
                terminal.event(blocked);
                terminal.sayRows(PersonFormatter.blocked(blocked));
            }
            if (answer.getAsJsonArray("blocked").isEmpty()) {
                terminal.say(CommandTexts.of("Nobody is blocked: landline block PEER does it."));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "allow", description = "stores as much again today of a person who has reached the limit of a day")
    static final class Allow implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommonOptions landline;

        @Parameters(paramLabel = "PEER", description = "a name or a fingerprint's first digits")
        private String peer = "";

        @Override
        public Integer call() throws Exception {
            Terminal terminal = landline.terminal();
            JsonObject answer = CommandFailedException
                    .checked(ReadOnlyNode.ask(landline.options(), JsonLines.command("allow", "peer", peer)));
            terminal.event(answer);
            terminal.say(CommandTexts.of(answer.get("paused").getAsBoolean()
                    ? "{0} may send as much again until {1}. What was held back is fetched now."
                    : "{0} has not reached the limit of a day. If that happens, as much again comes until {1}.",
                    EventFields.name(answer),
                    EventFields.localTime(EventFields.text(answer, "until"))));
            return ExitCode.DONE;
        }
    }
}
