package io.landline.cli.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Delivery;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberOption;
import io.landline.lab.Escapes;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// What can be done with a message that is there: `edit`, `delete`, `react`, `pin`, and `poll`, `vote`, `close`. Each
/// ends as `say` does.
public final class MessageCommands {
    private MessageCommands() {}

    /// One of them: makes the line that a node understands.
    abstract static class MessageCommand implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommonOptions landline;

        /// The person or room that the command names; null where the message's id tells the conversation.
        @Nullable
        String to() {
            return null;
        }

        abstract JsonObject line() throws CommandFailedException;

        @Override
        public Integer call() throws Exception {
            return Delivery.of(landline, line(), to());
        }
    }

    /// One that names a message.
    abstract static class OnMessage extends MessageCommand {
        @Parameters(index = "0", paramLabel = "ID",
                description = "the message's id or its first digits (history --ids)")
        private String id = "";

        final JsonObject command(String name) {
            return JsonLines.command(name, "target", id);
        }
    }

    /// One that can be taken back.
    abstract static class OnOrOff extends OnMessage {
        @Option(names = "--off", description = "takes it back")
        private boolean off;

        final JsonObject onOff(String name) {
            JsonObject line = command(name);
            line.addProperty("on", !off);
            return line;
        }
    }

    @Command(name = "edit", description = "another text in the place of a message of yours")
    public static final class Edit extends OnMessage {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "what it says from now on")
        private List<String> text = List.of();

        @Override
        JsonObject line() {
            JsonObject line = command("edit");
            line.addProperty("text", String.join(" ", text));
            return line;
        }
    }

    @Command(name = "delete", description = "takes a message of yours away for ever")
    public static final class Delete extends OnMessage {
        @Override
        JsonObject line() {
            return command("delete");
        }
    }

    @Command(name = "react", description = "an emoji under a message")
    public static final class React extends OnOrOff {
        @Parameters(index = "1", paramLabel = "EMOJI", description = "one emoji")
        private String emoji = "";

        @Override
        JsonObject line() throws CommandFailedException {
            JsonObject line = onOff("react");
            // what somebody reacted with by another program is taken back as it is
            if (line.get("on").getAsBoolean() && !OneEmoji.is(emoji)) {
                throw CommandFailedException.usage(CommandTexts.of("{0} is not one emoji, as {1} is. Nothing was sent.",
                        Escapes.line(emoji), "👍"));
            }
            line.addProperty("emoji", emoji);
            return line;
        }
    }

    @Command(name = "forward", description = "what a message says, to somebody else; a poll anew, files as a new offer")
    public static final class Forward implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommonOptions landline;

        @Parameters(index = "0", paramLabel = "ID",
                description = "the message's id or its first digits (history --ids)")
        private String id = "";

        @Parameters(index = "1", paramLabel = "TO",
                description = "a name, a fingerprint's first digits, '#room' or room:NAME")
        private String to = "";

        @Option(names = "--plain", description = "without a line that says who wrote it")
        private boolean plain;

        @Override
        public Integer call() throws Exception {
            JsonObject line = JsonLines.command("forward", "target", id);
            line.addProperty("to", to);
            line.addProperty("named", !plain);
            return Delivery.of(landline, line, to);
        }
    }

    @Command(name = "pin", description = "keeps a message in sight of everybody in the conversation")
    public static final class Pin extends OnOrOff {
        @Override
        JsonObject line() {
            return onOff("pin");
        }
    }

    @Command(name = "poll", description = "a question with options to choose from")
    public static final class Poll extends MessageCommand {
        @Parameters(index = "0", paramLabel = "TO",
                description = "a name, a fingerprint's first digits, '#room' or room:NAME")
        private String to = "";

        @Parameters(index = "1", paramLabel = "QUESTION", description = "in quotes")
        private String question = "";

        @Parameters(index = "2..*", arity = "2..*", paramLabel = "OPTION",
                description = "two to twelve, each in quotes")
        private List<String> options = List.of();

        @Option(names = "--many", description = "a person may choose several")
        private boolean many;

        @Option(names = "--hidden", description = "the result is shown at the end")
        private boolean hidden;

        @Override
        String to() {
            return to;
        }

        @Override
        JsonObject line() {
            JsonObject line = JsonLines.command("poll", "to", to);
            line.addProperty("question", question);
            var array = new JsonArray();
            options.forEach(array::add);
            line.add("options", array);
            line.addProperty("many", many);
            line.addProperty("hidden", hidden);
            return line;
        }
    }

    @Command(name = "vote", description = "your choice in a poll; without a number it is taken back")
    public static final class Vote extends OnMessage {
        @Parameters(index = "1..*", arity = "0..*", paramLabel = "NUMBER", description = "of an option, the first is 1")
        private List<String> choices = List.of(); // as text: the library says of a wrong number that it is not known

        @Override
        JsonObject line() throws CommandFailedException {
            var array = new JsonArray();
            for (String choice : choices) {
                int number = NumberOption.whole("NUMBER", choice);
                if (number < 1) {
                    throw CommandFailedException
                            .usage(CommandTexts.of("The first option of a poll is 1. Nothing was sent."));
                }
                array.add(number - 1);
            }
            JsonObject line = command("vote");
            line.add("choices", array);
            return line;
        }
    }

    @Command(name = "close", description = "ends a poll of yours: what is counted now is the result")
    public static final class Close extends OnMessage {
        @Override
        JsonObject line() {
            return command("close");
        }
    }
}
