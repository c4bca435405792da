package io.landline.desktop;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// A message bus of the test's own, for all tests of a class.
abstract class SessionBusFixture {
    private static final Logger LIBRARY = Logger.getLogger("org.freedesktop.dbus");

    @TempDir
    static Path folder;
    static String bus;
    private static SystemBus daemon;

    @BeforeAll
    static void startBus() throws Exception {
        LIBRARY.setLevel(Level.OFF);
        bus = "unix:path=" + folder.resolve("bus");
        daemon = SystemBus.at(bus);
    }

    @AfterAll
    static void stopBus() throws Exception {
        if (daemon != null) daemon.close();
        daemon = null;
        LIBRARY.setLevel(null);
    }
}
