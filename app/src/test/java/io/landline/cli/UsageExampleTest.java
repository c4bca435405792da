package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.UsageExample;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A command that lacks something is shown how it is typed.
class UsageExampleTest {
    private static final CommandLine LINE = LandlineCommand.commandLine();

    private static String of(String... names) {
        CommandLine at = LINE;
        for (String each : names) at = at.getSubcommands().get(each);
        return UsageExample.of(at.getCommandSpec());
    }

    @Test
    void anExampleHasAllThatHasToBeGiven() {
        assertEquals("landline say room:class hello", of("say"));
        assertEquals("landline vote 3f12abcd 1", of("vote"));
        assertEquals("landline collect make room:class Essay --until 7d", of("collect", "make"));
        assertEquals("landline poll room:class \"Which day?\" Monday Tuesday", of("poll"));
        assertNull(of("peers"));
    }

    @Test
    void eachCommandThatHasToBeGivenSomethingHasAnExampleThatCanBeTyped() {
        assertTrue(checked(LINE) > 30);
    }

    private static int checked(CommandLine at) {
        int checked = 0;
        for (CommandLine each : at.getSubcommands().values()) {
            if (each.getCommandName().equals("lab")) continue; // reads its line by itself
            checked += checked(each);
            if (each.getCommandSpec().positionalParameters().stream().noneMatch(UsageExampleTest::hasToBeGiven)) {
                continue;
            }
            String example = UsageExample.of(each.getCommandSpec());
            assertNotNull(example, each.getCommandSpec().qualifiedName());
            String[] typed = example.replaceAll("\"[^\"]*\"", "quoted").split(" ");
            assertDoesNotThrow(() -> LandlineCommand.commandLine()
                    .parseArgs(Arrays.copyOfRange(typed, 1,
                            typed.length)),
                    example);
            checked++;
        }
        return checked;
    }

    private static boolean hasToBeGiven(PositionalParamSpec each) {
        return each.arity().min() > 0;
    }
}
