package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.testing.StartsPrograms;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Java leaves out a cache that does not fit, without a word; the nodes that tests start would then cost twice as much.
@StartsPrograms
class AotCacheOfTestsTest {
    @Test
    void whatTestsStartUsesTheCacheThatTheBuildMade() throws Exception {
        assumeTrue(System.getProperty("landline.aot.cache") != null, "a build of some tests makes no cache");
        assumeFalse(System.getProperty("landline.jvm.options", "").contains("-javaagent"), "an agent rules it out");
        List<String> command = SelfCommand.of("--version");
        command.add(1, "-XX:AOTMode=on"); // ends at once where it cannot be used
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
