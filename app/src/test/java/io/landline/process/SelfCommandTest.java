package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class SelfCommandTest {
    private static final String SQLITE = "org.sqlite.lib.path";

    /// Others that read the property meanwhile find no library there, and take the one that they would have taken.
    @Test
    void aProcessThatIsStartedFindsTheLibraryOfSqliteWhereThisOneDoes(@TempDir Path folder) {
        String before = System.getProperty(SQLITE);
        System.setProperty(SQLITE, folder.toString());
        try {
            var command = SelfCommand.of("node");
            int told = command.indexOf("-D" + SQLITE + "=" + folder);
            assertTrue(told > 0, command.toString());
            assertTrue(command.subList(told, command.size() - 1).getLast().endsWith("io.landline.app.Main"),
                    "an option of Java, not of Landline");
            assertEquals("node", command.getLast());
        } finally {
            if (before == null) {
                System.clearProperty(SQLITE);
            } else {
                System.setProperty(SQLITE, before);
            }
        }
    }
}
