package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.console.WindowRequest;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.testing.Patience;
import io.landline.ui.control.PaneScroll;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The settings in another language, over a node that answers a little later: the rooms come above what is in sight.
class LatePageTest extends ApplicationTest {
    private static final int ROOMS = 6;
    /// A room takes more.
    private static final double ROOM_PIXELS_MIN = 20;

    @TempDir
    Path home;
    private final FakeNode node = new FakeNode();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private boolean late;
    private Scene scene;
    private NodeWindow window;
    private StoredWindowPreferences preferences;

    @Override
    public void start(Stage stage) {
        for (int i = 0; i < ROOMS; i++) {
            String name = "class" + i;
            node.rooms.add(PlainRecords.ownRoom("#" + name, "#" + name, name, false, false, "amber fox piano river",
                    false));
        }
        var fx = new FxThread(Runnable::run, Runnable::run);
        var background = new Background(fx, each -> {
            if (late) {
                work.add(each);
            } else {
                each.run();
            }
        }, false);
        preferences = new StoredWindowPreferences(new WindowSettingsFile(home.resolve("window.json")),
                WindowSettings.DEFAULTS.withLanguage("en"), background, new About("0", home), Optional.empty());
        scene = new Scene(new StackPane(), 900, 700);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        stage.setScene(scene);
        stage.show();
        window = new NodeWindow(node.ports(), fx, background, preferences, (view, _) -> {
            scene.setRoot(view);
            Appearance.dress(scene, 100);
        });
        opened.addAll(List.of(window, preferences));
        window.start(WindowRequest.FRONT);
        ((ButtonBase) scene.lookup("#nav-settings")).fire();
    }

    @AfterEach
    void close() {
        interact(() -> {
            for (AutoCloseable each : opened) each.close();
            return null;
        });
    }

    private Node languages() {
        return scene.lookup("#language");
    }

    private ScrollPane page() {
        return (ScrollPane) scene.lookup(".settings-scroll");
    }

    private double length() {
        return page().getContent().getLayoutBounds().getHeight();
    }

    private double height() {
        return languages().localToScene(0, 0).getY();
    }

    /// In French, before the node has answered.
    private double inFrench() throws TimeoutException {
        interact(() -> {
            PaneScroll.layOut(scene.getRoot());
            PaneScroll.by(page(), height() - scene.getHeight() / 2);
            languages().requestFocus();
        });
        double before = height();
        assertTrue(before > 0 && before < scene.getHeight(), () -> "in sight: " + before);
        interact(() -> {
            late = true;
            preferences.language().set(Language.FRENCH);
            window.rebuild();
        });
        waitFor(() -> Math.abs(before - height()) < 2);
        return before;
    }

    /// The rooms are there, and stand on the page.
    private void answer() throws TimeoutException {
        double before = length();
        interact(() -> {
            late = false;
            while (!work.isEmpty()) work.remove().run();
        });
        waitFor(() -> length() > before + ROOMS * ROOM_PIXELS_MIN);
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(Patience.SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theListOfLanguagesStaysWhereItWasWhenRoomsCome() throws TimeoutException {
        double before = inFrench();
        answer();
        assertEquals(before, height(), 2);
    }

    @Test
    void whoHasScrolledStaysThere() throws TimeoutException {
        inFrench();
        moveTo(languages()).scroll(VerticalDirection.UP);
        interact(() -> page().setVvalue(0));
        answer();
        assertEquals(0, page().getVvalue());
    }
}
