package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.console.WindowRequest;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.shell.NavEntry;
import io.landline.ui.shell.NavEntry.Badge;
import io.landline.ui.shell.Shell;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.kordamp.ikonli.feather.Feather;

/// The keyboard is in a page as soon as that is shown, also the first time: then its parts that scroll have no content
/// yet that could take it.
class FocusOfEachPageTest {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 700;

    @TempDir
    Path home;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"FIRST_RUN", "NEW_ROOM", "PERSON", "ROOM"})
    void aPageHasTheKeyboardTheFirstTimeToo(AnyPage kind) {
        TestedScreen.onFx(() -> {
            try (AnyPage.Open open = kind.over(Stranger.named("Max"), Language.ENGLISH)) {
                Shell shell = shell(open.page());
                var screen = new TestedScreen(shell.view(), WIDTH, HEIGHT);
                shell.show("one");
                Node owner = screen.scene().getFocusOwner();
                assertTrue(isIn(owner, open.view()), () -> String.valueOf(owner));
            }
        });
    }

    private static Shell shell(Page page) {
        List<NavEntry> entries = List.of(new NavEntry("one", Feather.ACTIVITY, "one", Badge.none(), () -> page));
        return new Shell(new FxThread(Runnable::run, Runnable::run), Texts.beside(Shell.class, Language.ENGLISH),
                entries, _ -> page, () -> false);
    }

    private static boolean isIn(Node node, Node whole) {
        for (Node each = node; each != null; each = each.getParent()) if (each == whole) return true;
        return false;
    }

    @Test
    void theNameOfANewRoomCanBeTypedAtOnce() {
        inScene(true, (window, scene, _) -> {
            window.newRoom();
            assertEquals("new-room-name", focused(scene));
        });
    }

    @Test
    void oneSaysWhoOneIsAtTheFirstStartAtOnce() {
        inScene(false, (_, scene, _) -> assertEquals("own-name", focused(scene)));
    }

    @Test
    void theListOfLanguagesStaysWhereItWas() {
        inScene(true, (window, scene, preferences) -> {
            if (scene.lookup("#nav-settings") instanceof ButtonBase settings) settings.fire();
            layOut(scene);
            if (scene.lookup(".settings-scroll") instanceof ScrollPane scroll) scroll.setVvalue(0.7);
            layOut(scene);
            scene.lookup("#language").requestFocus();
            double before = scene.lookup("#language").localToScene(0, 0).getY();
            assertTrue(before > 0 && before < HEIGHT, () -> "in sight: " + before);
            preferences.language().set(Language.FRENCH);
            window.rebuild();
            layOut(scene);
            assertEquals("language", focused(scene));
            assertEquals(before, scene.lookup("#language").localToScene(0, 0).getY(), 2);
        });
    }

    @Test
    void aPageThatComesBackScrolledHasTheKeyboardWhereOneLeftIt() {
        inScene(true, (_, scene, _) -> {
            fire(scene, "#nav-settings");
            assertEquals("settings-name", focused(scene));
            if (scene.lookup(".settings-scroll") instanceof ScrollPane scroll) scroll.setVvalue(0.7);
            layOut(scene);
            scene.lookup("#language").requestFocus();
            fire(scene, "#nav-doctor");
            fire(scene, "#nav-settings");
            assertEquals("language", focused(scene));
            double height = scene.lookup("#language").localToScene(0, 0).getY();
            assertTrue(height > 0 && height < HEIGHT, () -> "in sight: " + height);
        });
    }

    private static void fire(Scene scene, String button) {
        if (scene.lookup(button) instanceof ButtonBase there) there.fire();
        layOut(scene);
    }

    @Test
    void whoAsksTheDoctorKeepsTheKeyboardOnTheButton() {
        TestedScreen.onFx(() -> {
            try (AnyPage.Open open = AnyPage.DOCTOR.over(Stranger.named("Max"), Language.ENGLISH)) {
                Shell shell = shell(open.page());
                var screen = new TestedScreen(shell.view(), WIDTH, HEIGHT);
                shell.show("one");
                screen.settle();
                var looking = new SimpleBooleanProperty();
                Node look = screen.scene().lookup("#doctor-look");
                look.disabledProperty().subscribe(disabled -> looking.set(looking.get() || disabled));
                if (look instanceof ButtonBase button) button.fire();
                assertFalse(looking.get(), "a disabled button loses the keyboard");
            }
        });
    }

    private static String focused(Scene scene) {
        return scene.getFocusOwner() == null ? "nothing" : scene.getFocusOwner().getId();
    }

    private static void layOut(Scene scene) {
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().resize(WIDTH, HEIGHT);
            scene.getRoot().layout();
        }
    }

    private interface Use {
        void of(NodeWindow window, Scene scene, StoredWindowPreferences preferences);
    }

    /// A window whose pages stand in a scene, and are laid out no sooner than the test says.
    ///
    /// @param hasRoom whether this is not the first start
    private void inScene(boolean hasRoom, Use use) {
        TestedScreen.onFx(() -> {
            var fx = new FxThread(Runnable::run, Runnable::run);
            var background = new Background(fx, Runnable::run, false);
            var preferences = new StoredWindowPreferences(new WindowSettingsFile(home.resolve("window.json")),
                    WindowSettings.DEFAULTS.withLanguage("en"), background, new About("0", home), Optional.empty());
            var node = new FakeNode();
            if (hasRoom) {
                node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox piano river",
                        false));
            }
            var scene = new Scene(new StackPane(), WIDTH, HEIGHT);
            scene.setUserAgentStylesheet(Appearance.styleSheet(false));
            try (preferences;
                    var window = new NodeWindow(node.ports(), fx, background, preferences, (view, _) -> {
                        scene.setRoot(view);
                        Appearance.dress(scene, 100);
                        view.resize(WIDTH, HEIGHT);
                    })) {
                window.start(WindowRequest.FRONT);
                use.of(window, scene, preferences);
            }
        });
    }
}
