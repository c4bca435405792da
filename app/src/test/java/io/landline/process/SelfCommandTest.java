package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertTrue(told > 0 && told < command.indexOf("io.landline.app.Main"), command.toString());
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
