package io.landline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.peer.RoomName;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.WindowSettings.Place;
import io.landline.settings.WindowSettings.Placement;
import io.landline.settings.WindowSettings.WhenClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSettingsFileTest {
    @TempDir
    Path folder;
    private Path path;
    private WindowSettingsFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("window.json");
        file = new WindowSettingsFile(path);
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertEquals(WindowSettings.DEFAULTS, file.load());
    }

    @Test
    void whatWasSavedIsLoaded() throws IOException {
        var settings = new WindowSettings("fr",
                new LookSettings(Theme.DARK, 150, true, true, List.of("\uD83D\uDE00", "\u2764\uFE0F")),
                new Placement(new Place(-1_920, 0, 800, 600), true),
                new NotificationSettings(false, false, false, true, LocalTime.of(23, 59), LocalTime.MIDNIGHT,
                        true),
                "#" + "é".repeat(RoomName.MAX_BYTES / 2) + "~3f", WhenClosed.TRAY);
        file.save(settings);
        assertEquals(settings, file.load());
        file.save(WindowSettings.DEFAULTS);
        assertEquals(WindowSettings.DEFAULTS, file.load());
    }

    @Test
    void whatIsAbsentHasItsDefault() throws IOException {
        Files.writeString(path, "{\"theme\":\"light\",\"later\":[1]}");
        assertEquals(WindowSettings.DEFAULTS.withTheme(Theme.LIGHT), file.load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{", "{\"theme\":\"pink\"}", "{\"theme\":5}", "{\"zoomPercent\":49}",
            "{\"zoomPercent\":301}", "{\"zoomPercent\":\"100\"}", "{\"language\":\"../..\"}",
            "{\"language\":\"aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa-a\"}", "{\"place\":{}}",
            "{\"place\":{\"x\":0,\"y\":0,\"width\":0,\"height\":1}}",
            "{\"place\":{\"x\":100001,\"y\":0,\"width\":1,\"height\":1}}", "{\"maximised\":1}",
            "{\"notifications\":true}", "{\"notifications\":{\"off\":1}}", "{\"notifications\":{\"quietTo\":1440}}",
            "{\"notifications\":{\"quietFrom\":-1}}", "{\"lastOpen\":5}", "{\"whenClosed\":\"never\"}",
            "{\"whenClosed\":1}",
            "{\"recentEmoji\":5}", "{\"recentEmoji\":[5]}", "{\"reducedMotion\":1}",
            "{\"theme\":\"dark\",\"theme\":\"dark\"}"})
    void whatIsDamagedIsPassedOver(String content) throws IOException {
        Files.writeString(path, content);
        assertEquals(WindowSettings.DEFAULTS, file.load());
        file.save(WindowSettings.DEFAULTS.withTheme(Theme.DARK));
        assertEquals(Theme.DARK, file.load().look().theme());
    }

    /// All was passed over: where one value was of a later version, notifications showed what people write again.
    @Test
    void aValueThatIsNotUsableCostsOnlyItself() throws IOException {
        Files.writeString(path, """
                {"theme":"sepia","zoomPercent":150,"language":"fr","place":{"x":0},"maximised":true,
                "whenClosed":"sleep","recentEmoji":5,"enterBreaks":true,"lastOpen":"#class",
                "notifications":{"withoutPreview":true,"silent":"low","quiet":true,"quietTo":1440,"quietFrom":60}}""");
        WindowSettings usual = WindowSettings.DEFAULTS;
        NotificationSettings quiet = NotificationSettings.DEFAULTS.withPreview(false)
                .withQuiet(true)
                .withQuietHours(LocalTime.of(1, 0), NotificationSettings.DEFAULTS.quietTo());
        assertEquals(usual.withLook(usual.look().withZoomPercent(150).withEnterBreaks(true))
                .withLanguage("fr")
                .withPlace(null, true)
                .withNotifications(quiet)
                .withLastOpen("#class"), file.load());
    }

    @Test
    void bothEndsOfTheZoomAreLoaded() throws IOException {
        for (int zoom : new int[]{LookSettings.ZOOM_PERCENT_MIN, LookSettings.ZOOM_PERCENT_MAX}) {
            file.save(WindowSettings.DEFAULTS.withZoomPercent(zoom));
            assertEquals(zoom, file.load().look().zoomPercent());
        }
    }

    @Test
    void aFolderInItsPlaceIsPassedOverAndSavingSaysSo() throws IOException {
        Files.createDirectories(path.resolve("sub"));
        assertEquals(WindowSettings.DEFAULTS, file.load());
        assertThrows(IOException.class, () -> file.save(WindowSettings.DEFAULTS));
        assertFalse(Files.exists(folder.resolve("window.json.new")));
    }
}
