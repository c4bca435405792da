package io.landline.cli.terminal;

import io.landline.lab.Escapes;

/// The rules of options and arguments that take a number. Stateless; any thread.
public final class NumberOption {
    private NumberOption() {}

    /// The number of an argument that was read as text.
    ///
    /// @param argument as help names it
    public static int whole(String argument, String typed) throws CommandFailedException {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw CommandFailedException.usage(UsageError.noWholeNumber(argument, Escapes.line(typed)));
        }
    }

    /// @param option as it is typed
    public static void check(String option, int number, int least) throws CommandFailedException {
        if (number < least) {
            throw CommandFailedException.usage(CommandTexts.of("{0} takes a number from {1}.", option, least));
        }
    }

    /// @param option as it is typed
    public static void check(String option, int number, int least, int most) throws CommandFailedException {
        if (number < least || number > most) {
            throw CommandFailedException
                    .usage(CommandTexts.of("{0} takes a number from {1} to {2}.", option, least, most));
        }
    }
}
