package io.landline.cli.message;

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
import io.landline.labprograms.CommandText;
import java.io.File;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline mute TO`: which of a conversation's messages notify.
@Command(name = "mute", description = "no notifications of a conversation, or only of what calls you")
public final class MuteCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(paramLabel = "TO", description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @ArgGroup
    private How how = new How();

    /// At most one of these.
    static final class How {
        @Option(names = "--mentions", description = "you are told what calls you by name")
        private boolean mentions;

        @Option(names = "--hours", paramLabel = "N", description = "for 1 or 8 hours; else until you end it")
        private @Nullable Integer hours;

        @Option(names = "--off", description = "ends it")
        private boolean off;
    }

    @Override
    public Integer call() throws Exception {
        JsonObject command = JsonLines.command("mute", "to", to);
        command.addProperty("told", how.off ? "all" : how.mentions ? "mentions" : "nothing");
        if (how.hours != null) command.addProperty("hours", how.hours);
        Terminal terminal = landline.terminal();
        JsonObject answer = CommandFailedException.checked(ReadOnlyNode.askAbout(landline.options(), command, "to"));
        to = EventFields.text(command, "to");
        terminal.event(answer);
        terminal.say(said(Escapes.line(to)));
        return ExitCode.DONE;
    }

    /// Other numbers of hours were refused.
    private String said(String name) {
        if (how.off) return CommandTexts.of("{0} notifies again.", name);
        if (how.mentions) return CommandTexts.of("{0} notifies of what calls you.", name);
        if (how.hours == null) {
            return CommandTexts.of("{0} is muted until you end it: landline mute --off {1}", name,
                    Escapes.line(CommandText.quoted(to, File.separatorChar == '\\')));
        }
        return CommandTexts.of(how.hours == 1 ? "{0} is muted for an hour." : "{0} is muted for eight hours.", name);
    }
}
