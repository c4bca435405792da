package io.landline.ui.start;

import io.landline.console.WindowRequest;
import io.landline.fixture.PlainRecords;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;

/// The contents of a whole window over a node of fakes that is in one room. What is posted runs at once.
final class FakedWindow {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 700;

    interface Use {
        void of(NodeWindow window, StoredWindowPreferences preferences);
    }

    private final Path home;
    private final NodePorts ports;
    private Parent shown;

    FakedWindow(Path home, FakeNode node) { this(home, node, node.ports()); }

    /// @param ports among which the rooms are the node's
    FakedWindow(Path home, FakeNode node, NodePorts ports) {
        this.home = home;
        this.ports = ports;
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox piano river", false));
    }

    /// Opens it in English, uses it on the JavaFX thread, and closes it.
    void use(Use use) {
        TestedScreen.onFx(() -> {
            var fx = new FxThread(Runnable::run, Runnable::run);
            var background = new Background(fx, Runnable::run, false);
            var preferences = new StoredWindowPreferences(new WindowSettingsFile(home.resolve("window.json")),
                    WindowSettings.DEFAULTS.withLanguage("en"), background, new About("0", home), Optional.empty());
            try (preferences;
                    var window = new NodeWindow(ports, fx, background, preferences, (view, _) -> shown = view)) {
                window.start(WindowRequest.FRONT);
                use.of(window, preferences);
            }
        });
    }

    /// What is shown now, laid out.
    TestedScreen screen() {
        return new TestedScreen(shown, WIDTH, HEIGHT);
    }

    Parent view() {
        return shown;
    }

    ButtonBase button(String id) {
        return screen().all(ButtonBase.class)
                .stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + id));
    }
}
