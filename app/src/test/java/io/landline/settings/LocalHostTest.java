package io.landline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.system.OperatingSystem;
import io.landline.testing.StartsPrograms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@StartsPrograms
@EnabledOnOs(OS.LINUX)
class LocalHostTest {
    private static final List<String> TELLS = List.of("/bin/sh", "-c", "echo 5A2D-77; echo more");

    @Test
    void aMacTellsItsStartByACommand() {
        assertEquals("5A2D-77", LocalHost.bootOf(OperatingSystem.MACOS, TELLS));
        assertFalse(LocalHost.bootOf(OperatingSystem.LINUX, TELLS).isEmpty());
        assertEquals("", LocalHost.bootOf(OperatingSystem.WINDOWS, TELLS));
    }

    @Test
    void whereTheCommandTellsNothingTheNameDecides() {
        for (List<String> command : List.of(List.of("/bin/false"), List.of("/bin/no-such-program"))) {
            assertEquals("", LocalHost.bootOf(OperatingSystem.MACOS, command));
        }
    }

    @Test
    void aMacThatGotAnotherNameKnowsItsOwnRecord() {
        var before = new ProfileLock.Owner("max-mac.local", "5A2D-77", 4711, null, null, null);
        assertTrue(new LocalHost("192-168-1-7.dhcp", LocalHost.bootOf(OperatingSystem.MACOS, TELLS)).isHostOf(before));
    }
}
