package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.cli.connection.CommonOptions;
import io.landline.cli.file.FilesOnDisk;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.HelpLayout;
import io.landline.cli.terminal.HelpTexts;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.StandardOutput;
import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.UsageError;
import io.landline.cli.terminal.UsageExample;
import io.landline.console.WindowRequest;
import io.landline.lab.Escapes;
import io.landline.node.profile.NodeOptions;
import io.landline.room.JoinLink;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;

/// `landline` without a subcommand, which opens the window: holds the options that all subcommands share, and turns
/// every failure into a sentence and an exit code.
@Command(name = "landline")
class WindowCommand implements Callable<Integer>, CommonOptions {
    @Mixin
    Arguments arguments = new Arguments();

    @Option(names = "--send", arity = "1..*", paramLabel = "PATH",
            description = "opens the window, which asks who gets these files and folders")
    List<String> send = List.of();

    @Option(names = "--minimized",
            description = "opens the window minimized, or in the tray where closing it leaves it there")
    boolean minimized;

    private final Map<String, String> environment;

    private final LaunchLink link;

    WindowCommand(Map<String, String> environment, LaunchLink link) {
        this.environment = environment;
        this.link = link;
    }

    /// Does what these arguments say; the answer is the exit code.
    final int read(String[] args) {
        CommandLine line = line();
        line.setExecutionStrategy(parsed -> {
            UsageError.refuseUnknownCommand(parsed);
            UsageError.refuseEmpty(parsed);
            UsageError.refuseBytes(parsed);
            return new RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler((exception, given) -> misread(exception, given));
        line.setExecutionExceptionHandler((exception, _, _) -> failed(exception));
        HelpTexts.use(line, args);
        line.setOut(new PrintWriter(StandardOutput.OWN, true, UTF_8));
        return line.execute(args);
    }

    /// With what holds for all commands.
    final CommandLine line() {
        var line = new CommandLine(this);
        addCommands(line);
        NumberOption.takeGrouped(line);
        line.setOverwrittenOptionsAllowed(true); // --room and --key come in pairs; of the others the last holds
        line.setUsageHelpAutoWidth(true); // of each subcommand, too
        line.setExpandAtFiles(false); // a word such as @bob is a mention, and never the content of a file of that name
        return line;
    }

    /// Adds the subcommands; none, unless there are some.
    void addCommands(CommandLine line) {}

    /// Without a subcommand the window opens, with a link on the page on which a room is joined.
    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailedException {
        NodeOptions options = options();
        JoinLink given;
        try {
            given = link.link();
        } catch (CommandFailedException e) {
            WindowStart.tellOfBrokenLink(options, environment, arguments.json || Terminal.isTerminal(), e);
            throw e;
        }
        return WindowStart.run(options, environment, new WindowRequest(given, FilesOnDisk.whole(send),
                minimized && given == null && send.isEmpty()));
    }

    @Override
    public NodeOptions options() throws CommandFailedException {
        NodeOptions options = arguments.toOptions(environment.get("LANDLINE_KEY"));
        if (arguments.keyWasGivenOpenly() && Terminal.isTerminal()) {
            terminal().warn(
                    CommandTexts.of("A key on the command line can be read by others on this computer; --key-file or"
                            + " LANDLINE_KEY hides it."));
        }
        String absent = AbsentInterfaces.sentence(options.network().interfaces());
        if (absent != null) terminal().warn(absent);
        return options;
    }

    /// For `room`: the key that was given for the one room that it names, by option or environment; null where no key
    /// was given.
    @Nullable
    String keyForOneRoom() throws CommandFailedException {
        return arguments.keyForOneRoom(environment.get("LANDLINE_KEY"));
    }

    /// As [#keyForOneRoom], without the one of the environment. That is of a room which is there already: a new one
    /// with the same words would be open to all its members.
    @Nullable
    String keyGivenForNewWords() throws CommandFailedException {
        return arguments.keyForOneRoom(null);
    }

    boolean openForOneRoom() {
        return arguments.openForOneRoom();
    }

    NodeOptions optionsWithoutRooms() throws CommandFailedException {
        return arguments.withoutRooms().toOptions(null);
    }

    @Override
    public Terminal terminal() throws CommandFailedException {
        return new Terminal(arguments.json, arguments.colour());
    }

    @Override
    public boolean json() {
        return arguments.json;
    }

    /// @param given the whole line: reading it may have ended before `--json`
    private static int misread(ParameterException exception, String[] given) {
        String sentence = Escapes.line(UsageError.sentence(exception));
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        boolean json = CommandTexts.wantJson(given);
        int exitCode = failed(json, CommandFailedException.usage(sentence + " "
                + CommandTexts.of("{0} --help shows what there is.", command.qualifiedName())));
        if (!json && !command.positionalParameters().isEmpty()) {
            var terminal = new Terminal(false, Terminal.Colour.NEVER);
            terminal.warn(HelpLayout.usage(command));
            String example = UsageExample.of(command);
            if (example != null) terminal.warn(CommandTexts.of("For example: {0}", example));
        }
        return exitCode;
    }

    private int failed(Exception exception) {
        return failed(arguments.json, CommandFailedException.of(exception, LandlineCommand.class));
    }

    private static int failed(boolean json, CommandFailedException failure) {
        var terminal = new Terminal(json, Terminal.Colour.NEVER);
        terminal.event(JsonLines.failed(failure));
        terminal.warn(failure.sentence());
        return failure.exitCode;
    }
}
