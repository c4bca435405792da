package io.landline.system;

import static io.landline.system.OperatingSystem.LINUX;
import static io.landline.system.OperatingSystem.MACOS;
import static io.landline.system.OperatingSystem.OTHER;
import static io.landline.system.OperatingSystem.WINDOWS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperatingSystemTest {
    @Test
    void systemsAreToldApartByTheirNames() {
        assertEquals(List.of(LINUX, WINDOWS, WINDOWS, MACOS, MACOS, OTHER, OTHER),
                List.of("Linux", "Windows 11", "Windows Server 2025", "Mac OS X", "Darwin", "FreeBSD", "")
                        .stream()
                        .map(OperatingSystem::of)
                        .toList());
    }
}
