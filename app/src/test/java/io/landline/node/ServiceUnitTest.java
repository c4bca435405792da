package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the unit of the packages asks of systemd.
class ServiceUnitTest {
    /// From a start of Java to its end, where another node has the profile: on a busy computer.
    private static final int REFUSED_AFTER_SECONDS = 20;

    /// By section and name, as `Unit/Description`.
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        Path unit = Pages.path("numbers.md").getParent().resolveSibling("packaging/linux/landline.service");
        String section = "";
        for (String line : Files.readAllLines(unit)) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1) + "/";
            } else if (equals > 0 && !line.startsWith("#")) {
                settings.put(section + line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }

    private int number(String name) {
        return Integer.parseInt(settings.getOrDefault(name, "0"));
    }

    /// A profile in use and a fault have one exit code, so systemd cannot tell them apart: it counts the starts.
    @Test
    void aNodeThatCannotStartIsTriedSomeTimesAndThenLeftAlone() {
        assertEquals("on-failure", settings.get("Service/Restart"));
        int starts = number("Unit/StartLimitBurst");
        assertTrue(starts > 1, "the first fault is not the last start");
        int tried = starts * (number("Service/RestartSec") + REFUSED_AFTER_SECONDS);
        assertTrue(tried < number("Unit/StartLimitIntervalSec"), settings::toString);
    }
}
