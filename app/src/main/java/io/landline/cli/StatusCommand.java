package io.landline.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.chat.PersonStatus;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.ListedPages;
import io.landline.cli.connection.Namesakes;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.MeantWord;
import io.landline.cli.terminal.NumberFormatter;
import io.landline.cli.terminal.PersonFormatter;
import io.landline.cli.terminal.ReasonParser;
import io.landline.cli.terminal.Terminal;
import io.landline.node.port.CommandException.Code;
import io.landline.node.profile.OpenProfile;
import io.landline.peer.RoomListing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline status`: what the node that runs says of this user. It is not stored, so it needs that node.
@Command(name = "status",
        description = "says to others that you are here, away or busy; without STATE it tells what is said")
final class StatusCommand implements Callable<Integer> {
    /// One line of a terminal; the rest is counted.
    private static final int NAMES_SAID_MAX = 10;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STATE", description = "here, away or busy")
    private @Nullable String state;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT",
            description = "a few words with it; several words become one text")
    private List<String> text = List.of();

    @Override
    public Integer call() throws Exception {
        JsonObject command = JsonLines.command("status");
        String typed = String.join(" ", text).strip();
        if (state != null) {
            command.addProperty("state", state);
            command.addProperty("text", typed);
        }
        Terminal terminal = landline.terminal();
        JsonObject answer = ask(terminal, command);
        if (state == null && !answer.has("state")) {
            throw new CommandFailedException(ExitCode.FAILED, Why.FAILED,
                    CommandTexts.of("The node that runs is of an earlier version and does not tell. Start it anew."));
        }
        JsonObject standing = answer.has("state") ? answer : command;
        terminal.event(event(standing));
        terminal.say(CommandTexts.of("You are {0}. Others see it until you change it or Landline ends.",
                PersonFormatter.ownStatus(standing)));
        if (PersonStatus.cuts(typed)) {
            terminal.warn(CommandTexts.of("A text has at most {0} characters; the rest is left out.",
                    PersonStatus.TEXT_MAX));
        }
        return ExitCode.DONE;
    }

    private JsonObject ask(Terminal terminal, JsonObject command) throws Exception {
        try (var node = new ReadOnlyNode(landline.options())) {
            JsonObject answer = node.ask(command);
            if (state == null && ReasonParser.code(answer) == Code.NOT_POSSIBLE) throw notRunning(terminal, node);
            return CommandFailedException.checked(
                    state == null ? answer : MeantWord.behind(answer, state, PersonFormatter.STATES));
        }
    }

    /// Where no node runs: what the profile remembers, so that people see which one was asked, and how one is started.
    private CommandFailedException notRunning(Terminal terminal, ReadOnlyNode node) throws Exception {
        String profile = OpenProfile.folder(landline.options()).toAbsolutePath().toString();
        var rooms = new ArrayList<String>();
        var people = new LinkedHashMap<String, String>();
        Namesakes namesakes = Namesakes.of(node, terminal);
        for (JsonElement each : CommandFailedException.checked(node.ask(JsonLines.command("rooms")))
                .getAsJsonArray("rooms")) {
            JsonObject room = each.getAsJsonObject();
            String label = EventFields.text(room, "room");
            rooms.add(label);
            String name = room.get("open").getAsBoolean() ? RoomListing.withoutOpen(label) : label;
            JsonObject members = ListedPages.of(node::ask, JsonLines.command("members", "room", name), "members");
            if (!members.has("members")) continue; // left meanwhile
            for (JsonElement member : members.getAsJsonArray("members")) {
                JsonObject person = namesakes.toldApart(member.getAsJsonObject());
                people.put(EventFields.text(person, "peer"), EventFields.text(person, "name"));
            }
        }
        terminal.say(CommandTexts.of("Profile: {0}", profile));
        terminal.say(rooms.isEmpty()
                ? CommandTexts.of("No rooms yet: landline room create NAME makes one.")
                : CommandTexts.of("Rooms: {0}", String.join(", ", rooms)));
        if (!people.isEmpty()) terminal.say(CommandTexts.of("People known from them: {0}", first(people)));
        var facts = new JsonObject();
        facts.addProperty("profile", profile);
        facts.add("rooms", JsonLines.list(rooms));
        facts.addProperty("people", people.size());
        String sentence = CommandTexts
                .of("Landline does not run on this profile, so others see nothing of you now. Start"
                        + " it with landline node, or open its window.");
        return CommandFailedException.told(ExitCode.FAILED, Code.NOT_POSSIBLE.text(), sentence).with(facts);
    }

    private static String first(Map<String, String> people) {
        var names = new ArrayList<>(people.values().stream().limit(NAMES_SAID_MAX).toList());
        int more = people.size() - names.size();
        if (more > 0) names.add(CommandTexts.of("{0} more", NumberFormatter.grouped(more)));
        return String.join(", ", names);
    }

    /// The answer also has what commands compare their options with.
    private static JsonObject event(JsonObject standing) {
        JsonObject ok = JsonLines.ok();
        for (String field : new String[]{"state", "text"}) ok.add(field, standing.get(field));
        return ok;
    }
}
