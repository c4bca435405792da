package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.console.WindowRequest;
import io.landline.language.Language;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.NotificationSettings;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences;
import io.landline.ui.settings.WindowPreferences.About;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredWindowPreferencesTest {
    @TempDir
    Path folder;
    private final FxThread fx = new FxThread(Runnable::run, Runnable::run);
    private final Background background = new Background(fx, Runnable::run, false);
    private WindowSettingsFile file;
    private StoredWindowPreferences preferences;
    private Scene scene;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        file = new WindowSettingsFile(folder.resolve("window.json"));
        TestedScreen.onFx(() -> {
            preferences = new StoredWindowPreferences(file,
                    WindowSettings.DEFAULTS.withTheme(Theme.LIGHT).withLanguage("en"), background,
                    new About("0", folder), Optional.empty());
            scene = new Scene(new StackPane(), 600, 400);
            preferences.attach(scene);
        });
    }

    @AfterEach
    void close() {
        TestedScreen.onFx(preferences::close);
    }

    private void press(KeyCode code, int times) {
        for (int i = 0; i < times; i++) {
            Event.fireEvent(scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
        }
    }

    private double fontSize() {
        String style = scene.getRoot().getStyle();
        return Double.parseDouble(style.substring(style.indexOf(':') + 1, style.indexOf("px")).strip());
    }

    @Test
    void theWindowIsMirroredWithItsLanguage() {
        TestedScreen.onFx(() -> {
            assertFalse(Appearance.isMirrored(scene.getRoot()));
            preferences.language().set(Language.ARABIC);
            assertTrue(Appearance.isMirrored(scene.getRoot()));
            scene.setRoot(new StackPane());
            preferences.dress();
            assertTrue(Appearance.isMirrored(scene.getRoot()));
            preferences.language().set(Language.SPANISH);
            assertFalse(Appearance.isMirrored(scene.getRoot()));
        });
    }

    @Test
    void plusMinusAndZeroZoomTheTextAndAreKept() {
        TestedScreen.onFx(() -> {
            press(KeyCode.PLUS, 2);
            int larger = 100 + 2 * WindowPreferences.ZOOM_PERCENT_STEP;
            assertEquals(Appearance.FONT_PX * larger / 100, fontSize());
            assertEquals(larger, file.load().look().zoomPercent());
            press(KeyCode.MINUS, 3);
            assertEquals(100 - WindowPreferences.ZOOM_PERCENT_STEP, preferences.zoomPercent().get());
            press(KeyCode.DIGIT0, 1);
            assertEquals(Appearance.FONT_PX, fontSize());
        });
    }

    @Test
    void zoomEndsAtItsBounds() {
        TestedScreen.onFx(() -> {
            press(KeyCode.ADD, 100);
            assertEquals(WindowPreferences.ZOOM_PERCENT_MAX, preferences.zoomPercent().get());
            press(KeyCode.SUBTRACT, 100);
            assertEquals(WindowPreferences.ZOOM_PERCENT_MIN, preferences.zoomPercent().get());
        });
    }

    @Test
    void aThemeIsAppliedAtOnceAndKept() {
        TestedScreen.onFx(() -> {
            preferences.theme().set(Theme.DARK);
            assertEquals(Appearance.styleSheet(true), Application.getUserAgentStylesheet());
            assertEquals(Theme.DARK, file.load().look().theme());
            preferences.theme().set(Theme.LIGHT);
            assertEquals(Appearance.styleSheet(false), Application.getUserAgentStylesheet());
        });
    }

    @Test
    void whatIsChosenAboutNotificationsIsKept() {
        TestedScreen.onFx(() -> preferences.notifications().set(NotificationSettings.DEFAULTS.withOn(false)));
        assertEquals(NotificationSettings.DEFAULTS.withOn(false), file.load().notifications());
    }

    @Test
    void motionIsReducedAtOnceAndTheChoiceIsKept() {
        TestedScreen.onFx(() -> {
            assertTrue(Appearance.mayMove(scene.getRoot()));
            preferences.look().set(preferences.look().get().withReducedMotion(true));
            assertTrue(!Appearance.mayMove(scene.getRoot()));
        });
        assertTrue(file.load().look().reducedMotion());
    }

    @Test
    void anotherLanguageMakesThePagesAnewAndLeavesTheOneInFrontThere() {
        Stranger stranger = Stranger.named("Max");
        TestedScreen.onFx(() -> {
            try (var window = new NodeWindow(stranger.context().node(), fx, background, preferences, this::show)) {
                window.start(WindowRequest.FRONT);
                window.transfers();
                Parent before = scene.getRoot();
                assertTrue(isInFront("#nav-transfers"));
                preferences.language().set(Language.FRENCH);
                window.rebuild();
                assertNotSame(before, scene.getRoot());
                assertTrue(isInFront("#nav-transfers"));
                assertEquals("Fichiers", ((ToggleButton) scene.getRoot().lookup("#nav-transfers")).getText());
                assertEquals("fr", file.load().language());
            }
        });
        assertEquals(0, stranger.watchers(), "subscriptions of the pages before");
    }

    private boolean isInFront(String button) {
        return scene.getRoot().lookup(button) instanceof ToggleButton chosen && chosen.isSelected();
    }

    private void show(Parent view, String title) {
        if (scene.getRoot() != view) scene.setRoot(view);
        preferences.dress();
        view.applyCss(); // what scrolls has its content from then on
    }
}
