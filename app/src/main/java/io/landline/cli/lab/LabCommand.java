package io.landline.cli.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.HelpTexts;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.StandardOutput;
import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.UsageError;
import io.landline.lab.Escapes;
import io.landline.lab.Experiment;
import io.landline.lab.Transport;
import io.landline.lab.net.Names;
import io.landline.labprograms.LabSystems;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;

/// `landline lab`: the experiments, each as a server (without `--to`) or a client (with it).
@Command(name = "landline lab",
        description = "The classic socket programs of a networking course, as servers and as clients. Clear text,"
                + " nothing secret.",
        sortOptions = false, synopsisSubcommandLabel = "NAME",
        subcommands = {LabCommand.ListCommand.class, WireCommand.class})
public final class LabCommand implements Callable<Integer> {
    // The options are taken here too, before a program's name.
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private RunOptions options = new RunOptions();

    private LabCommand() {}

    /// Runs what stands behind `landline lab`; the answer is the exit code.
    public static int run(String[] args) {
        Names.keepSystemOrder();
        CommandLine line = commandLine();
        line.setExecutionStrategy(parsed -> {
            UsageError.refuseUnknownCommand(parsed);
            UsageError.refuseEmptyOptions(parsed);
            UsageError.refuseBytes(parsed);
            return new RunLast().execute(parsed);
        });
        boolean json = CommandTexts.wantJson(args); // reading them may end before it
        line.setParameterExceptionHandler((exception, _) -> misread(json, exception));
        line.setExecutionExceptionHandler((exception, _, _) -> failed(json, exception));
        HelpTexts.use(line, args);
        line.setOut(new PrintWriter(StandardOutput.OWN, true, UTF_8));
        int exitCode = line.execute(nameFirst(args, line.getSubcommands().keySet()));
        SignalHandling.isOver(exitCode);
        return exitCode;
    }

    /// With a command for each experiment, made from the catalogue of programs.
    public static CommandLine commandLine() {
        var line = new CommandLine(new LabCommand());
        for (Experiment each : Experiment.values()) {
            if (!LabSystems.programs(each).isEmpty()) line.addSubcommand(ProgramCommand.of(each));
        }
        ProgramCommand.addCommon(line.getCommandSpec());
        line.getSubcommands().values().stream().map(CommandLine::getCommandSpec).forEach(ProgramCommand::addCommon);
        line.setOverwrittenOptionsAllowed(true);
        line.setUsageHelpAutoWidth(true); // of each experiment, too
        line.setExpandAtFiles(false); // what is sent is what was typed, also where it begins with @
        return line;
    }

    /// Options may stand before the experiment's name as well: they are its own all the same.
    static String[] nameFirst(String[] args, Set<String> names) {
        int at = 0;
        while (at < args.length && !names.contains(args[at])) at++;
        if (at == args.length) return args;
        var ordered = new ArrayList<>(List.of(args).subList(at, args.length));
        ordered.addAll(List.of(args).subList(0, at));
        return ordered.toArray(String[]::new);
    }

    @Override
    public Integer call() throws CommandFailedException {
        throw CommandFailedException.usage(CommandTexts.of("Say which experiment: landline lab list names them."));
    }

    /// All experiments with port, transport and one line of meaning.
    @Command(name = "list", description = "names all experiments with port, transport and meaning")
    static final class ListCommand implements Callable<Integer> {
        @Mixin
        private RunOptions options = new RunOptions();

        @Override
        public Integer call() throws CommandFailedException {
            Terminal terminal = options.terminal();
            for (Experiment each : Experiment.values()) {
                terminal.event(LabJson.of(each));
                String port = each.port() == 0 ? "–" : String.valueOf(each.port());
                String transport = each.transport() == Transport.NONE ? "–" : each.transport().name();
                terminal.say(String.format(Locale.ROOT, "%-12s %-4s %6s  %s", each.title(), transport, port,
                        CommandTexts.inThisLanguage(each.meaning())));
            }
            return ExitCode.DONE;
        }
    }

    private static int misread(boolean json, ParameterException exception) {
        String sentence = Escapes.line(UsageError.sentence(exception));
        return failed(json, CommandFailedException.usage(sentence + " "
                + CommandTexts.of("landline lab list names the experiments, --help their options.")));
    }

    private static int failed(boolean json, Exception exception) {
        CommandFailedException failure = CommandFailedException.of(exception, LabCommand.class);
        // an interrupted one has told its end by itself
        var terminal = new Terminal(json && !(exception instanceof InterruptedException), Terminal.Colour.NEVER);
        terminal.event(JsonLines.failed(failure));
        terminal.warn(failure.sentence());
        return failure.exitCode;
    }
}
