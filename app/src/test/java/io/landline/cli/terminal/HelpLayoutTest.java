package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// What stands first in `--help`, and in which order the rest.
class HelpLayoutTest {
    @Command(name = "land", sortOptions = false, subcommands = Ship.class, synopsisSubcommandLabel = "[COMMAND]")
    private static final class Land {
        @Option(names = "--profile", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "a folder")
        private String profile = "";

        @Option(names = "--secret", hidden = true)
        private boolean secret;
    }

    private static final class Flag {
        @Option(names = "--white", description = "gives up")
        private boolean white;

        @Option(names = "--signals", paramLabel = "LETTERS", description = "says this")
        private String signals = "";
    }

    @Command(name = "ship", description = "sails")
    private static final class Ship {
        @Option(names = "--until", paramLabel = "TIME", required = true, description = "when it is there")
        private String until = "";

        @Option(names = "--fast", description = "with all sails")
        private boolean fast;

        @ArgGroup
        private Flag flag = new Flag();

        @Parameters(index = "0", paramLabel = "TO", description = "a harbour")
        private String to = "";

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "LOAD", description = "what it carries")
        private List<String> load = List.of();
    }

    @Command(name = "rest")
    private static final class Rest {
        @ArgGroup
        private HowLong howLong = new HowLong();

        @Parameters(index = "0", paramLabel = "WHERE")
        private String where = "";

        private static final class HowLong {
            @Option(names = "--hours", paramLabel = "N")
            private int hours;

            @Option(names = "--ended")
            private boolean ended;
        }
    }

    private final CommandLine line = new CommandLine(new Land());

    @BeforeEach
    void layOut() {
        HelpLayout.use(line);
    }

    private static String help(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF).replaceAll(" +", " ");
    }

    @Test
    void theFirstLineShowsWhatHasToBeGivenAndOwnOptionsComeBeforeThoseOfAll() {
        assertEquals("""
                Usage: land ship [OPTIONS] --until=TIME TO [LOAD...]
                sails
                 TO a harbour
                 [LOAD...] what it carries
                 --until=TIME when it is there
                 --fast with all sails
                 --white gives up
                 --signals=LETTERS says this
                Options of every command:
                 --profile=DIR a folder
                """, help(line.getSubcommands().get("ship")));
    }

    @Test
    void commandsComeBeforeTheOptionsOfTheOneAbove() {
        assertEquals("""
                Usage: land [OPTIONS] [COMMAND]
                Commands:
                 ship sails
                Options:
                 --profile=DIR a folder
                """, help(line));
    }

    @Test
    void aCommandThatCannotBeReadIsShownInOneLine() {
        assertEquals("Usage: land ship [OPTIONS] --until=TIME TO [LOAD...]",
                HelpLayout.usage(line.getSubcommands().get("ship").getCommandSpec()));
    }

    /// The library calls each of them required, since the group is made of it. `landline mute` seemed to need all.
    @Test
    void whatExcludesEachOtherIsNotNeeded() {
        assertEquals("Usage: rest [OPTIONS] WHERE", HelpLayout.usage(new CommandLine(new Rest()).getCommandSpec()));
    }
}
