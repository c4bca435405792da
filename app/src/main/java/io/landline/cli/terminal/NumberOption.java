package io.landline.cli.terminal;

/// The rules of options that take a number. Stateless; any thread.
public final class NumberOption {
    private NumberOption() {}

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
