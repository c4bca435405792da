package io.landline.cli.terminal;

import io.landline.lab.Escapes;
import java.util.regex.Pattern;
import picocli.CommandLine;

/// The rules of options and arguments that take a number. Stateless; any thread.
public final class NumberOption {
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");

    private NumberOption() {}

    /// The digits of a number that is typed as help and sentences show it: `1,000,000`. Anything else as it is.
    public static String ungrouped(String typed) {
        return GROUPED.matcher(typed).matches() ? typed.replace(",", "") : typed;
    }

    /// Lets numbers of all options and arguments be typed so.
    ///
    /// @param line with its subcommands
    public static void takeGrouped(CommandLine line) {
        line.registerConverter(int.class, typed -> Integer.valueOf(ungrouped(typed)));
        line.registerConverter(Integer.class, typed -> Integer.valueOf(ungrouped(typed)));
        line.registerConverter(long.class, typed -> Long.valueOf(ungrouped(typed)));
        line.registerConverter(Long.class, typed -> Long.valueOf(ungrouped(typed)));
    }

    /// The number of an argument that was read as text.
    ///
    /// @param argument as help names it
    public static int whole(String argument, String typed) throws CommandFailedException {
        if (typed.isBlank()) throw CommandFailedException.usage(UsageError.empty(argument));
        try {
            return Integer.parseInt(ungrouped(typed));
        } catch (NumberFormatException e) {
            throw CommandFailedException.usage(UsageError.noWholeNumber(argument, Escapes.line(typed)));
        }
    }

    /// @param option as it is typed
    public static void check(String option, int number, int least) throws CommandFailedException {
        if (number < least) {
            throw CommandFailedException
                    .usage(CommandTexts.of("{0} takes a number from {1}.", option, NumberFormatter.grouped(least)));
        }
    }

    /// @param option as it is typed
    public static void check(String option, int number, int least, int most) throws CommandFailedException {
        if (number < least || number > most) {
            throw outside(option, NumberFormatter.grouped(least), NumberFormatter.grouped(most));
        }
    }

    /// A port is the name of something, not an amount: it stands as it is typed.
    ///
    /// @param option as it is typed
    public static void checkPort(String option, int port, int least, int most) throws CommandFailedException {
        if (port < least || port > most) throw outside(option, String.valueOf(least), String.valueOf(most));
    }

    private static CommandFailedException outside(String option, String least, String most) {
        return CommandFailedException
                .usage(CommandTexts.of("{0} takes a number from {1} to {2}.", option, least, most));
    }
}
