package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionBusAddressTest {
    private static final String NAMED = "DBUS_SESSION_BUS_ADDRESS";
    private static final String LOGIN = "XDG_RUNTIME_DIR";

    private static String find(Map<String, String> environment) {
        return SessionBusAddress.find(environment, Path.of("/run/user/1000/bus")::equals);
    }

    @Test
    void theSessionNamesASocket() {
        assertEquals("unix:path=/tmp/b,guid=1", find(Map.of(NAMED, "unix:path=/tmp/b,guid=1")));
        assertEquals("unix:path=/tmp/b", find(Map.of(NAMED, "tcp:host=x,port=1;unix:path=/tmp/b", LOGIN, "/run")));
    }

    @Test
    void otherKindsAreNotUsed() {
        for (String kind : new String[]{"tcp:host=example.org,port=1", "unix:abstract=/tmp/x", "autolaunch:", "x"}) {
            assertNull(find(Map.of(NAMED, kind, LOGIN, "/run/user/1000")), kind);
        }
    }

    @Test
    void otherwiseItIsTheOneOfTheLogin() {
        assertEquals("unix:path=/run/user/1000/bus", find(Map.of(LOGIN, "/run/user/1000")));
        assertEquals("unix:path=/run/user/1000/bus", find(Map.of(NAMED, " ", LOGIN, "/run/user/1000")));
        assertNull(find(Map.of(LOGIN, "/run/user/1")));
        assertNull(find(Map.of(LOGIN, "run")));
        assertNull(find(Map.of()));
    }
}
