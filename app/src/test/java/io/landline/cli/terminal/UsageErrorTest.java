package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.console.CommandLines;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// What is said of a command line that lacks something.
class UsageErrorTest {
    @Command(name = "make")
    private static final class Make {
        @Parameters(paramLabel = "TITLE")
        private String title = "";

        @Option(names = "--until", paramLabel = "TIME", required = true)
        private String until = "";

        @Option(names = "--pattern", paramLabel = "GLOBS")
        private String pattern = "";

        @ArgGroup
        private Size size = new Size();
    }

    private static final class Size {
        @Option(names = "--small")
        private boolean small;

        @Option(names = "--bytes", paramLabel = "N")
        private int bytes;
    }

    private static String said(String... arguments) {
        var line = new CommandLine(new Make());
        return UsageError.sentence(assertThrows(ParameterException.class, () -> line.parseArgs(arguments)));
    }

    @Test
    void anOptionThatHasToBeGivenIsMissing() {
        assertEquals("--until TIME is missing.", said("Essay"));
        assertEquals("--until TIME is missing.", said("Essay", "--until"));
    }

    @Test
    void anOptionBehindTheEndOfTheOptionsIsToldToBeThere() {
        assertEquals("--pattern stands behind --, where nothing is an option.",
                said("--until", "1h", "Essay", "--", "--pattern", "x"));
        assertEquals("There is no option --patern here. Did you mean --pattern?",
                said("--until", "1h", "Essay", "--patern", "x"));
    }

    /// The missing argument is most likely what the unknown option was meant to be.
    @Test
    void anUnknownOptionIsNamedBeforeWhatIsMissing() {
        assertEquals("There is no option --nonsense here.", said("--nonsense"));
        assertEquals("There is no option --patern here. Did you mean --pattern?", said("--patern", "x"));
        assertEquals("There is no option -q here.", said("Essay", "-q"));
        assertEquals("--until TIME is missing.", said("Essay", "more"), "a word too much is no option");
    }

    @Test
    void aNameThatIsLongerThanAnyIsRefused() {
        var line = new CommandLine(new Make());
        String most = "é".repeat(CommandLines.NAME_BYTES_MAX / 2);
        UsageError.refuseEmpty(line.parseArgs("--until", "1h", most));
        UsageError.refuseEmpty(line.parseArgs("--until", "1h", "--pattern", most + "x", "Essay"));
        assertEquals("TITLE has more than 4096 bytes. Nothing was done.",
                UsageError.sentence(assertThrows(ParameterException.class,
                        () -> UsageError.refuseEmpty(line.parseArgs("--until", "1h", most + "x")))));
    }

    @Test
    void anOptionWithoutItsValueNeedsOne() {
        assertEquals("--pattern needs GLOBS behind it.", said("Essay", "--until", "1h", "--pattern"));
    }

    /// The library says of each of several alternatives that it is required.
    @Test
    void anAlternativeWithoutItsValueNeedsOneAndIsNotMissing() {
        assertEquals("--bytes needs N behind it.", said("Essay", "--until", "1h", "--bytes"));
        assertEquals("Only one of these can be given: --small, --bytes.",
                said("Essay", "--until", "1h", "--small", "--bytes", "3"));
    }
}
