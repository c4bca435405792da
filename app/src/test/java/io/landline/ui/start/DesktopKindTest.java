package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.system.OperatingSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopKindTest {
    private static final Map<String, String> LOGIN = Map.of("XDG_RUNTIME_DIR", "/run/user/1000");

    @Test
    void awtIsForWindowsAndMacosAlone() {
        for (OperatingSystem system : List.of(OperatingSystem.WINDOWS, OperatingSystem.MACOS)) {
            assertEquals(new DesktopKind.Awt(), DesktopKind.of(system, LOGIN, _ -> true), system.name());
        }
        for (OperatingSystem system : List.of(OperatingSystem.LINUX, OperatingSystem.OTHER)) {
            assertEquals(new DesktopKind.Bus("unix:path=/run/user/1000/bus"), DesktopKind.of(system, LOGIN, _ -> true),
                    system.name());
            assertEquals(new DesktopKind.None(), DesktopKind.of(system, LOGIN, _ -> false), system.name());
        }
    }

    @Test
    void aWindowWithoutAScreenHasNoDesktop() {
        assertEquals(new DesktopKind.None(), DesktopKind.here());
    }
}
