package io.landline.cli;

import io.landline.cli.bench.BenchCommand;
import io.landline.cli.chat.ChatCommand;
import io.landline.cli.connection.SharedNode;
import io.landline.cli.file.CollectCommand;
import io.landline.cli.file.HandInCommand;
import io.landline.cli.file.ReceiveCommand;
import io.landline.cli.file.SendCommand;
import io.landline.cli.file.ShelfCommand;
import io.landline.cli.file.TransfersCommand;
import io.landline.cli.message.ExportCommand;
import io.landline.cli.message.HistoryCommand;
import io.landline.cli.message.KeepCommand;
import io.landline.cli.message.MessageCommands;
import io.landline.cli.message.MuteCommand;
import io.landline.cli.message.PinnedCommand;
import io.landline.cli.message.SavedCommands;
import io.landline.cli.message.SayCommand;
import io.landline.cli.message.SearchCommand;
import io.landline.cli.message.VotersCommand;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.StandardOutput;
import io.landline.peer.ProgramVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `landline` itself, with all its subcommands.
@Command(name = "landline",
        description = "Chat and files between the computers of one local network: no server, no account, no internet."
                + " Without a command the window opens.",
        versionProvider = LandlineCommand.Version.class, sortOptions = false,
        synopsisSubcommandLabel = "[COMMAND]")
public final class LandlineCommand extends WindowCommand {
    static final String VERSION = ProgramVersion.OWN.text();

    /// In the order of the help.
    private static final List<Class<?>> COMMANDS = List.of(
            NodeCommand.class, DemoCommand.class, PeersCommand.class, WatchCommand.class, SayCommand.class,
            MessageCommands.Edit.class, MessageCommands.Delete.class, MessageCommands.React.class,
            MessageCommands.Forward.class, MessageCommands.Pin.class, PinnedCommand.class,
            MessageCommands.Poll.class, MessageCommands.Vote.class, VotersCommand.class, MessageCommands.Close.class,
            ChatCommand.class,
            SendCommand.class, ReceiveCommand.class, CollectCommand.class, HandInCommand.class, ShelfCommand.class,
            TransfersCommand.class, HistoryCommand.class, SearchCommand.class, SavedCommands.Save.class,
            SavedCommands.Saved.class, ExportCommand.class, RoomCommand.class, MuteCommand.class, KeepCommand.class,
            BlockCommands.Block.class, BlockCommands.Blocked.class, BlockCommands.Allow.class, NetworkCommand.class,
            StatusCommand.class, IdCommand.class, VerifyCommand.class, DoctorCommand.class, LabEntry.class,
            BenchCommand.class);

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"Landline " + VERSION};
        }
    }

    @Option(names = "--version", versionHelp = true, description = "prints the version")
    boolean version;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT,
            description = "prints what can be given here")
    boolean help;

    private final List<Class<?>> commands;

    private LandlineCommand(Map<String, String> environment, LaunchLink link, List<Class<?>> commands) {
        super(environment, link);
        this.commands = commands;
    }

    /// `help room join` means `room join --help`, as it does with many programs. A word that is no command is refused.
    private static String[] helpAsOption(String[] typed) {
        int place = WindowStart.commandPlace(typed, 0);
        if (place == typed.length || !typed[place].equals("help")) return typed;
        var args = new ArrayList<>(List.of(typed));
        args.remove(place);
        int subject = WindowStart.commandPlace(args.toArray(String[]::new), 0);
        if (subject == args.size() || isCommand(args.get(subject))) args.add("--help");
        return args.toArray(String[]::new);
    }

    private static boolean isCommand(String word) {
        return COMMANDS.stream().anyMatch(each -> each.getAnnotation(Command.class).name().equals(word));
    }

    /// Runs the program with these arguments; the answer is its exit code.
    ///
    /// @param typed with `help` as its own word or as an option
    /// @param labCommand runs what stands behind `lab`
    public static int run(String[] typed, ToIntFunction<String[]> labCommand) {
        String[] args = helpAsOption(typed);
        CommandTexts.choose(args);
        int lab = LabEntry.place(args);
        if (lab >= 0) return StandardOutput.ended(labCommand.applyAsInt(LabEntry.behind(args, lab)));
        LaunchLink link = LaunchLink.of(args, System.getenv());
        WindowStart.prepare(link.arguments(), System.getenv());
        int exitCode = of(link).read(link.arguments());
        SignalHandling.isOver(exitCode);
        int ended = StandardOutput.ended(exitCode);
        SignalHandling.isOver(ended);
        SharedNode.awaitOthers(ended);
        return ended;
    }

    /// All commands and their options, for what is made of them: manual pages, completion, tests.
    public static CommandLine commandLine() {
        return new LandlineCommand(Map.of(), LaunchLink.of(new String[0], Map.of()), COMMANDS).line();
    }

    /// The command that these arguments may be options of. To make all commands takes a tenth of a second of the first
    /// page of a window, half the time of `--version`, and four megabytes of a node. So there are none where a window
    /// or the version alone is surely meant, and one where that one surely is.
    static WindowCommand of(LaunchLink link) {
        return WindowStart.isMeant(link.arguments())
                ? new WindowCommand(System.getenv(), link)
                : new LandlineCommand(System.getenv(), link, meant(link.arguments()));
    }

    /// The one command that these arguments name, none for the version alone, or all commands where that is not sure.
    private static List<Class<?>> meant(String[] arguments) {
        if (List.of(arguments).equals(List.of("--version"))) return List.of();
        int place = WindowStart.commandPlace(arguments, 0);
        if (place == arguments.length || !WindowStart.areWhole(Arrays.copyOf(arguments, place))) return COMMANDS;
        for (Class<?> each : COMMANDS) {
            if (each.getAnnotation(Command.class).name().equals(arguments[place])) return List.of(each);
        }
        return COMMANDS;
    }

    @Override
    void addCommands(CommandLine line) {
        for (Class<?> each : commands) line.addSubcommand(each);
    }
}
