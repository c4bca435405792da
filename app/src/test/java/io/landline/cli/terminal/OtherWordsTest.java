package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.LandlineCommand;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherWordsTest {
    @Test
    void eachLeadsToACommandAndIsNone() {
        Set<String> commands = LandlineCommand.commandLine().getSubcommands().keySet();
        var seen = new HashSet<String>();
        for (Map.Entry<String, String> each : OtherWords.BY_COMMAND.entrySet()) {
            assertTrue(commands.contains(each.getKey()), each.getKey());
            for (String word : each.getValue().split(" ")) {
                assertFalse(commands.contains(word), word);
                assertTrue(seen.add(word), word + " stands there twice");
            }
        }
    }

    @Test
    void theyAreKnownInAnyCase() {
        assertEquals(Optional.of("receive"), OtherWords.commandOf("Accept"));
        assertEquals(Optional.empty(), OtherWords.commandOf("receive"));
    }
}
