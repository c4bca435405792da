package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
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

    @Test
    void anOptionWithoutItsValueNeedsOne() {
        assertEquals("--pattern needs GLOBS behind it.", said("Essay", "--until", "1h", "--pattern"));
    }
}
