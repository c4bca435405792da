package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.console.CommandLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Why a command line cannot be read, as a sentence. The library that reads it says so in the words of a programmer,
/// and in English; what people meet is said here. Stateless; any thread.
public final class UsageError {
    private static final String ENDS = ".?؟!";
    /// What options take that name a person, a message or files, and words of a message.
    private static final Set<String> NAMES = Set.of("NAME", "PERSON", "ID", "WORDS", "TITLE", "NAMES");
    private static final String PATH = "PATH";
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);

    private UsageError() {}

    /// An empty value, as a variable that is not set leaves it, names nothing: it is refused before anything is done
    /// with it. Of arguments that take several one may be empty; so may be what is empty where it is not given. A name
    /// or a path that no command can have is refused too.
    ///
    /// @throws ParameterException with [#sentence]
    public static void refuseEmpty(ParseResult parsed) {
        refuseEmptyOptions(parsed);
        for (ParseResult at : levels(parsed)) {
            for (OptionSpec each : at.matchedOptions()) {
                if (NAMES.contains(each.paramLabel())) refuseTooLong(at.commandSpec().commandLine(), each);
            }
            for (PositionalParamSpec each : at.matchedPositionals()) {
                if (each.isMultiValue()) continue;
                refuseEmpty(at.commandSpec().commandLine(), each);
                refuseTooLong(at.commandSpec().commandLine(), each);
            }
        }
    }

    /// Help is wanted of a command that is not there, as in `help room joim`: the library would show that of the
    /// command before it. Beside another wrong word help is shown.
    ///
    /// @throws ParameterException with [#sentence]
    public static void refuseUnknownCommand(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.subcommand() != null) last = last.subcommand();
        CommandLine line = last.commandSpec().commandLine();
        if (last.unmatched().isEmpty() || line.getSubcommands().isEmpty()) return;
        var unknown = new UnmatchedArgumentException(line, last.unmatched());
        if (!unknown.isUnknownOption()) throw unknown;
    }

    /// As [#refuseEmpty], of options alone: where an argument is a message, it may be an empty one.
    public static void refuseEmptyOptions(ParseResult parsed) {
        for (ParseResult at : levels(parsed)) {
            for (OptionSpec each : at.matchedOptions()) refuseEmpty(at.commandSpec().commandLine(), each);
        }
    }

    /// What is no UTF-8 would be sent, stored or looked for with U+FFFD in its place. A path of this computer is let
    /// through: where nothing is there, the command says what to do.
    ///
    /// @throws ParameterException with [#sentence]
    public static void refuseBytes(ParseResult parsed) {
        for (ParseResult at : levels(parsed)) {
            for (OptionSpec each : at.matchedOptions()) refuseBytes(at.commandSpec().commandLine(), each);
            for (PositionalParamSpec each : at.matchedPositionals()) {
                refuseBytes(at.commandSpec().commandLine(), each);
            }
        }
    }

    private static void refuseBytes(CommandLine line, ArgSpec each) {
        boolean isPath = each.paramLabel().equals(PATH);
        if (isPath || each.originalStringValues().stream().allMatch(RawArguments::isText)) return;
        throw new ParameterException(line, CommandTexts.of(
                "{0} is not UTF-8. Set the terminal, or the program that gave it, to UTF-8. Nothing was done.",
                each instanceof OptionSpec option ? option.longestName() : each.paramLabel()));
    }

    /// What was read of the command and of each command below it; nothing where help is asked for.
    private static List<ParseResult> levels(ParseResult parsed) {
        var levels = new ArrayList<ParseResult>();
        for (ParseResult at = parsed; at != null; at = at.subcommand()) {
            if (at.isUsageHelpRequested() || at.isVersionHelpRequested()) return List.of();
            levels.add(at);
        }
        return levels;
    }

    private static void refuseEmpty(CommandLine line, ArgSpec each) {
        if (isEmpty(each.defaultValue()) || each.originalStringValues().stream().noneMatch(UsageError::isEmpty)) return;
        throw new ParameterException(line, empty(each), each, "");
    }

    private static void refuseTooLong(CommandLine line, ArgSpec each) {
        for (String value : each.originalStringValues()) {
            if (value.getBytes(UTF_8).length <= CommandLines.NAME_BYTES_MAX) continue;
            throw new ParameterException(line,
                    tooLong(each instanceof OptionSpec option ? option.longestName() : each.paramLabel()));
        }
    }

    /// @param argument that has more than [CommandLines#NAME_BYTES_MAX]
    public static String tooLong(String argument) {
        return CommandTexts.of("{0} has more than {1} bytes. Nothing was done.", argument,
                CommandLines.NAME_BYTES_MAX);
    }

    private static boolean isEmpty(@Nullable String value) {
        return value != null && value.isBlank();
    }

    private static String empty(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? CommandTexts.of("What stands behind {0} is empty.", option.longestName())
                : empty(argument.paramLabel());
    }

    static String empty(String argument) {
        return CommandTexts.of("{0} is empty.", argument);
    }

    private static String needs(OptionSpec option) {
        return CommandTexts.of("{0} needs {1} behind it.", option.longestName(), option.paramLabel());
    }

    /// A whole sentence, or two.
    public static String sentence(ParameterException exception) {
        String said = said(exception);
        return said.isEmpty() || ENDS.indexOf(said.charAt(said.length() - 1)) < 0 ? said + "." : said;
    }

    private static String said(ParameterException exception) {
        String own = switch (exception) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MissingParameterException missing -> unknownOption(missing.getCommandLine())
                    .map(UsageError::unknown)
                    .orElseGet(() -> missing(missing.getMissing()));
            case MutuallyExclusiveArgsException _ -> exclusive(exception.getCommandLine().getCommandSpec());
            default -> notFitting(exception.getArgSpec(), exception.getValue());
        };
        if (own != null) return own;
        String said = exception.getMessage();
        return said == null ? CommandTexts.of("This is not a command of Landline.") : said;
    }

    /// The library says first what is missing. Most likely that is what the unknown option was meant to be.
    private static Optional<UnmatchedArgumentException> unknownOption(CommandLine line) {
        List<String> unmatched = line.getUnmatchedArguments();
        if (unmatched.isEmpty()) return Optional.empty();
        return Optional.of(new UnmatchedArgumentException(line, unmatched))
                .filter(UnmatchedArgumentException::isUnknownOption);
    }

    private static String unknown(UnmatchedArgumentException unknown) {
        String first = unknown.getUnmatched().getFirst();
        if (first.isBlank()) return CommandTexts.of("An argument is empty.");
        String sentence = CommandTexts.of(unknown.isUnknownOption()
                ? "There is no option {0} here."
                : takesAnother(unknown.getCommandLine())
                        ? "{0} is not known here."
                        : "{0} is one word too many here. What has several words stands in quotation marks.",
                first);
        String name = unknown.isUnknownOption() ? first.split("=", 2)[0] : first;
        if (unknown.isUnknownOption() && unknown.getCommandLine().getCommandSpec().findOption(name) != null) {
            return CommandTexts.of("{0} stands behind --, where nothing is an option.", name);
        }
        String bare = unknown.isUnknownOption() ? argument(unknown.getCommandLine().getCommandSpec(), name) : null;
        if (bare != null) return CommandTexts.of("There is no option {0} here: type {1} without it.", name, bare);
        return unknown.isUnknownOption()
                ? MeantWord.behind(sentence, name.startsWith("--") ? name : "-" + name,
                        options(unknown.getCommandLine().getCommandSpec()))
                : MeantWord.behindCommand(sentence, name, commands(unknown.getCommandLine()));
    }

    /// The argument that is called as this option, as `TO` where `--to` was typed; null for none.
    private static @Nullable String argument(CommandSpec command, String option) {
        for (PositionalParamSpec each : command.positionalParameters()) {
            if (("--" + each.paramLabel()).equalsIgnoreCase(option)) return each.paramLabel();
        }
        return null;
    }

    /// Whether a word may stand there that is a command.
    private static boolean takesAnother(CommandLine line) {
        return !line.getSubcommands().isEmpty() || line.getCommandSpec().positionalParameters().isEmpty();
    }

    private static SequencedCollection<String> options(CommandSpec command) {
        var names = new TreeSet<String>();
        command.options().stream().filter(each -> !each.hidden()).forEach(each -> names.add(each.longestName()));
        return names;
    }

    private static SequencedCollection<String> commands(CommandLine line) {
        var names = new TreeSet<String>();
        line.getSubcommands()
                .values()
                .stream()
                .map(CommandLine::getCommandSpec)
                .filter(each -> !each.usageMessage().hidden())
                .forEach(each -> names.add(each.name()));
        return names;
    }

    private static String missing(List<ArgSpec> missing) {
        var sentences = new ArrayList<String>();
        for (ArgSpec each : missing) {
            if (each instanceof OptionSpec option && !HelpLayout.hasToBeGiven(option)) {
                sentences.add(needs(option));
            } else {
                String what = each instanceof OptionSpec option ? option.longestName() + " " : "";
                sentences.add(CommandTexts.of("{0} is missing.", what + each.paramLabel()));
            }
        }
        return String.join(" ", sentences);
    }

    private static String exclusive(CommandSpec command) {
        var names = new ArrayList<String>();
        for (ArgGroupSpec group : command.argGroups()) {
            if (group.exclusive()) group.options().forEach(each -> names.add(each.longestName()));
        }
        return CommandTexts.of("Only one of these can be given: {0}.", String.join(", ", names));
    }

    private static @Nullable String notFitting(@Nullable ArgSpec argument, @Nullable String value) {
        if (argument == null || value == null) return null;
        if (value.isBlank()) return empty(argument);
        if (!WHOLE_NUMBERS.contains(argument.type())) return null;
        return noWholeNumber(argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel(),
                value);
    }

    /// Digits alone that do not fit are far too many.
    static String noWholeNumber(String argument, String value) {
        if (value.matches("[+-]?\\d+")) return CommandTexts.of("{0} is no number that {1} takes.", value, argument);
        return CommandTexts.of("{0} takes a whole number, not {1}.", argument, value);
    }
}
