package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Pages;
import io.landline.node.port.NodeEvent.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeWarningsTest {
    /// The unit of the packages keeps the node out of folders in which its user can write.
    @Test
    void aServiceThatMayNotWriteIntoTheFolderForFilesIsToldWhatLetsIt() throws IOException {
        Path unit = Pages.path("numbers.md").getParent().resolveSibling("packaging/linux/landline.service");
        List<String> lines = Files.readAllLines(unit);
        assertTrue(lines.contains("ProtectSystem=strict") && lines.contains("ReadWritePaths=%h %t"), lines::toString);
        Warning told = NodeWarnings.ofDownloads("/srv/files", true);
        assertEquals(List.of("/srv/files"), told.facts());
        for (String part : List.of("nothing can be written into /srv/files. ", "systemctl --user edit landline",
                "ReadWritePaths=")) {
            assertTrue(told.message().contains(part), told.message());
        }
        assertFalse(NodeWarnings.ofDownloads("/srv/files", false).message().contains("systemctl"));
    }

    @Test
    void onlyTheProcessThatSystemdStartedItselfIsAService() {
        assertTrue(NodeWarnings.isService(Map.of("SYSTEMD_EXEC_PID", "4711"), 4711));
        assertFalse(NodeWarnings.isService(Map.of("SYSTEMD_EXEC_PID", "4711"), 4712));
        assertFalse(NodeWarnings.isService(Map.of(), 4711));
    }
}
