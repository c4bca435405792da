package io.landline.cli;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// `landline lab …` in the list of subcommands. The lab has options of its own, some named like a node's (`--name`,
/// `--key`), so its command line is read apart from the rest.
@Command(name = "lab", description = "the classic socket programs of a networking course: landline lab list names them")
final class LabEntry implements Callable<Integer> {
    private static final List<String> MAY_STAND_BEFORE = List.of("--json", "-v", "--verbose");

    /// What stands behind `lab`. It is not read: the sentence is the same for all of it.
    @Unmatched
    @SuppressWarnings("UnusedVariable") // picocli refuses the words where there is no place for them
    private List<String> rest = new ArrayList<>();

    @Override
    public Integer call() throws CommandFailedException {
        throw CommandFailedException.usage(CommandTexts.of("Put lab first: landline lab list names the experiments."));
    }

    /// Where `lab` stands among the arguments as the subcommand; -1 where it does not.
    static int place(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("lab")) return i;
            if (args[i].equals("--color") && i + 1 < args.length) {
                i++;
            } else if (!MAY_STAND_BEFORE.contains(args[i]) && !args[i].startsWith("--color=")) {
                return -1;
            }
        }
        return -1;
    }

    /// The arguments without `lab`. Those that stood before it are the last options.
    static String[] behind(String[] args, int place) {
        var rest = new ArrayList<>(Arrays.asList(args));
        List<String> before = List.copyOf(rest.subList(0, place));
        rest.subList(0, place + 1).clear();
        int options = rest.indexOf("--");
        rest.addAll(options < 0 ? rest.size() : options, before);
        return rest.toArray(String[]::new);
    }
}
