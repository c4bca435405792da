package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopKindTest {
    private static final Map<String, String> LOGIN = Map.of("XDG_RUNTIME_DIR", "/run/user/1000");

    @Test
    void awtIsForWindowsAndMacosAlone() {
        for (String system : new String[]{"Windows 11", "Mac OS X"}) {
            assertEquals(new DesktopKind.Awt(), DesktopKind.of(system, LOGIN, _ -> true), system);
        }
        for (String system : new String[]{"Linux", "FreeBSD", ""}) {
            assertEquals(new DesktopKind.Bus("unix:path=/run/user/1000/bus"), DesktopKind.of(system, LOGIN, _ -> true),
                    system);
            assertEquals(new DesktopKind.None(), DesktopKind.of(system, LOGIN, _ -> false), system);
        }
    }

    @Test
    void aWindowWithoutAScreenHasNoDesktop() {
        assertEquals(new DesktopKind.None(), DesktopKind.here());
    }
}
