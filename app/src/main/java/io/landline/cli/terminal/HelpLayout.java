package io.landline.cli.terminal;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// How `--help` is laid out: a first line that shows what has to be typed, then the commands below this one, its own
/// options, and those that all commands have. The library's own layout begins with five lines of options, and mixes
/// them. Stateless; any thread.
public final class HelpLayout {
    private static final String SEVERAL = "...";

    private static final List<String> SECTIONS = List.of(UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS, UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST, UsageMessageSpec.SECTION_KEY_OPTION_LIST);

    private HelpLayout() {}

    /// For a command and all its subcommands.
    static void use(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
        line.setHelpSectionKeys(SECTIONS);
        CommandSpec command = line.getCommandSpec();
        command.usageMessage().customSynopsis(synopsis(command, CommandTexts.of("OPTIONS")));
        line.getSubcommands().values().forEach(HelpLayout::use);
    }

    /// The first line, with its heading: `Usage: landline say [OPTIONS] TO TEXT...`.
    public static String usage(CommandSpec command) {
        return CommandTexts.of("Usage: ") + synopsis(command, CommandTexts.of("OPTIONS"));
    }

    /// The same without its heading. What has to be given is named, and of the rest that there is more.
    ///
    /// @param options what those are called that may be given
    public static String synopsis(CommandSpec command, String options) {
        var line = new StringBuilder(command.qualifiedName()).append(" [").append(options).append(']');
        for (OptionSpec each : command.options()) {
            if (hasToBeGiven(each)) line.append(' ').append(each.longestName()).append('=').append(each.paramLabel());
        }
        for (PositionalParamSpec each : command.positionalParameters()) {
            if (each.hidden()) continue;
            String label = each.paramLabel() + (each.arity().max() > 1 ? SEVERAL : "");
            line.append(' ').append(each.arity().min() == 0 ? "[" + label + "]" : label);
        }
        if (!command.subcommands().isEmpty()) line.append(' ').append(command.usageMessage().synopsisSubcommandLabel());
        return line.toString();
    }

    /// The library counts alternatives, of which one at most may be given, as required, each of them.
    static boolean hasToBeGiven(OptionSpec option) {
        return option.required() && option.group() == null;
    }

    private static String options(Help help) {
        String own = options(help, each -> !isOfAll(each));
        String ofAll = options(help, HelpLayout::isOfAll);
        var said = new StringBuilder();
        boolean isBelowCommands = !help.commandSpec().subcommands().isEmpty() && !own.isEmpty();
        if (isBelowCommands) said.append(CommandTexts.of("Options:")).append('\n');
        said.append(own);
        if (!ofAll.isEmpty()) said.append(CommandTexts.of("Options of every command:")).append('\n').append(ofAll);
        return said.toString();
    }

    /// Those that were given to a command above are of all below it.
    private static boolean isOfAll(OptionSpec option) {
        return option.inherited();
    }

    private static String options(Help help, Predicate<OptionSpec> which) {
        List<OptionSpec> shown = help.commandSpec()
                .options()
                .stream()
                .filter(each -> !each.hidden() && which.test(each))
                .collect(Collectors.toList());
        if (shown.isEmpty()) return "";
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(shown, help.parameterLabelRenderer());
        return layout.toString();
    }
}
