package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginStartTest {
    @TempDir
    private Path home;

    private LoginStart start(String launcher, String... more) {
        return LoginStart.here(OperatingSystem.LINUX, Map.of("HOME", home.toString()), launcher, List.of(more))
                .orElseThrow();
    }

    private Path file() {
        return home.resolve(".config/autostart/landline.desktop");
    }

    private String exec() throws IOException {
        return Files.readAllLines(file()).stream().filter(line -> line.startsWith("Exec=")).findFirst().orElseThrow();
    }

    @Test
    void itIsOnAfterItWasSwitchedOnAndOffAgain() throws Exception {
        LoginStart start = start("/usr/bin/landline");
        assertFalse(start.isOn());
        start.set(false); // nothing to do
        start.set(true);
        assertTrue(start.isOn());
        assertEquals("Exec=\"/usr/bin/landline\" \"--minimized\"", exec());
        start.set(true);
        assertTrue(start.isOn());
        start.set(false);
        assertFalse(start.isOn());
        assertFalse(Files.exists(file()));
    }

    @Test
    void pathsAreEscapedAsTheDesktopReadsThem() throws Exception {
        start("/opt/my $land\\line", "--profile", "/home/a \"b\" 100%`").set(true);
        assertEquals("Exec=\"/opt/my \\\\$land\\\\\\\\line\" \"--minimized\" \"--profile\""
                + " \"/home/a \\\\\"b\\\\\" 100%%\\\\`\"", exec());
    }

    @Test
    void whatTheDesktopsOwnSettingsSwitchedOffIsOff() throws Exception {
        LoginStart start = start("/usr/bin/landline");
        for (String line : List.of("Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true")) {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), "[Desktop Entry]\nExec=landline\n" + line + "\n");
            assertFalse(start.isOn(), line);
            start.set(true);
            assertTrue(start.isOn(), line);
        }
    }

    @Test
    void theFolderIsThatOfTheDesktopsSettings() throws Exception {
        Path config = home.resolve("config");
        LoginStart
                .here(OperatingSystem.LINUX, Map.of("HOME", "/nowhere", "XDG_CONFIG_HOME", config.toString()), "/x",
                        List.of())
                .orElseThrow()
                .set(true);
        assertTrue(Files.exists(config.resolve("autostart/landline.desktop")));
        LoginStart
                .here(OperatingSystem.LINUX, Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", "relative"), "/x",
                        List.of())
                .orElseThrow()
                .set(true);
        assertTrue(Files.exists(file()));
    }

    @Test
    void whereThereIsNoWayNothingIsOffered() {
        Map<String, String> here = Map.of("HOME", home.toString());
        assertEquals(Optional.empty(), LoginStart.here(OperatingSystem.WINDOWS, here, "/x", List.of()));
        assertEquals(Optional.empty(), LoginStart.here(OperatingSystem.LINUX, here, null, List.of()));
        assertEquals(Optional.empty(), LoginStart.here(OperatingSystem.LINUX, here, "landline", List.of()));
        assertEquals(Optional.empty(), LoginStart.here(OperatingSystem.LINUX, Map.of(), "/x", List.of()));
        assertEquals(Optional.empty(), LoginStart.here(OperatingSystem.LINUX, here, "/x", List.of("a\nExec=b")));
    }

    @Test
    void aFolderInItsPlaceIsSaidAndLeftAlone() throws Exception {
        Files.createDirectories(file().resolve("kept"));
        assertThrows(IOException.class, () -> start("/x").set(true));
        assertThrows(IOException.class, () -> start("/x").set(false));
        assertTrue(Files.exists(file().resolve("kept")));
        assertFalse(start("/x").isOn());
    }
}
