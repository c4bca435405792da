package io.landline.cli;

import io.landline.lab.Escapes;
import io.landline.node.NodeOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// `landline` itself: holds the options that all subcommands share, and turns every failure into a sentence and an exit
/// code.
@Command(name = "landline",
        description = "Chat and files between the computers of one local network: no server, no account, no internet."
                + " Without a command the window opens.",
        versionProvider = LandlineCommand.Version.class, sortOptions = false, usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND", subcommands = {
                NodeCommand.class, DemoCommand.class, PeersCommand.class, WatchCommand.class, SayCommand.class,
                MessageCommands.Edit.class, MessageCommands.Delete.class, MessageCommands.React.class,
                MessageCommands.Forward.class, MessageCommands.Pin.class, MessageCommands.Poll.class,
                MessageCommands.Vote.class,
                MessageCommands.Close.class, ChatCommand.class, SendCommand.class, ReceiveCommand.class,
                CollectCommand.class, HandInCommand.class, TransfersCommand.class,
                HistoryCommand.class, SearchCommand.class, SavedCommands.Save.class, SavedCommands.Saved.class,
                ExportCommand.class, RoomCommand.class, MuteCommand.class,
                IdCommand.class, VerifyCommand.class, DoctorCommand.class, LabEntry.class, BenchCommand.class})
public final class LandlineCommand implements Callable<Integer> {
    static final String VERSION = "0.1.0";

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"Landline " + VERSION};
        }
    }

    @Mixin
    Arguments arguments = new Arguments();

    @Option(names = "--version", versionHelp = true, description = "prints the version")
    boolean version;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT,
            description = "prints what can be given here")
    boolean help;

    private final Map<String, String> environment;

    private final LaunchLink link;

    private LandlineCommand(Map<String, String> environment, LaunchLink link) {
        this.environment = environment;
        this.link = link;
    }

    /// Runs the program with these arguments; the answer is its exit code.
    ///
    /// @param labCommand runs what stands behind `lab`
    public static int run(String[] args, ToIntFunction<String[]> labCommand) {
        int lab = LabEntry.place(args);
        if (lab >= 0) return labCommand.applyAsInt(LabEntry.behind(args, lab));
        LaunchLink link = LaunchLink.of(args, System.getenv());
        WindowStart.prepare(link.arguments(), System.getenv());
        var root = new LandlineCommand(System.getenv(), link);
        var line = new CommandLine(root);
        line.setOverwrittenOptionsAllowed(true); // --room and --key come in pairs; of the others the last holds
        line.setParameterExceptionHandler((exception, _) -> root.misread(exception));
        line.setExecutionExceptionHandler((exception, _, _) -> root.failed(exception));
        int exitCode = line.execute(link.arguments());
        SignalHandling.isOver();
        return exitCode;
    }

    /// Without a subcommand the window opens, with a link on the page on which a room is joined.
    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailedException {
        return WindowStart.run(options(), environment, link.link());
    }

    NodeOptions options() throws CommandFailedException {
        NodeOptions options = arguments.toOptions(environment.get("LANDLINE_KEY"));
        if (arguments.keyWasGivenOpenly() && Terminal.isTerminal()) {
            terminal().warn(
                    "A key on the command line can be read by others on this computer; --key-file or LANDLINE_KEY"
                            + " hides it.");
        }
        return options;
    }

    /// For `room`: the key that was given for the one room that it names, by option or environment; null where none
    /// was.
    @Nullable
    String keyForOneRoom() throws CommandFailedException {
        return arguments.keyForOneRoom(environment.get("LANDLINE_KEY"));
    }

    boolean openForOneRoom() {
        return arguments.openForOneRoom();
    }

    NodeOptions optionsWithoutRooms() throws CommandFailedException {
        return arguments.withoutRooms().toOptions(null);
    }

    Terminal terminal() throws CommandFailedException {
        return new Terminal(arguments.json, arguments.colour());
    }

    boolean json() {
        return arguments.json;
    }

    private int misread(ParameterException exception) {
        String said = exception.getMessage();
        String sentence = said == null ? "This is not a command of Landline." : Escapes.line(said);
        new Terminal(false, Terminal.Colour.NEVER)
                .warn(sentence + (sentence.endsWith(".") ? "" : ".") + " landline --help shows what there is.");
        return ExitCode.USAGE;
    }

    private int failed(Exception exception) {
        var terminal = new Terminal(arguments.json, Terminal.Colour.NEVER);
        CommandFailedException failure = CommandFailedException.of(exception, LandlineCommand.class);
        if (arguments.json) terminal.event(JsonLines.failed(failure));
        terminal.warn(failure.sentence());
        return failure.exitCode;
    }

}
