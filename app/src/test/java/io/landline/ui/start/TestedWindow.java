package io.landline.ui.start;

import io.landline.console.WindowRequest;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.NodePorts;
import io.landline.ui.settings.WindowPreferences.About;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The window as the program builds it over a node, for tests of whole flows. JavaFX thread.
public final class TestedWindow implements AutoCloseable {
    private final Stage stage = new Stage();
    private final StoredWindowPreferences preferences;
    private final NodeWindow window;

    /// @param home of the window's own settings
    public TestedWindow(NodePorts ports, Path home, int width, int height) {
        FxThread fx = FxThread.ofToolkit();
        Background background = Background.ofVirtualThreads(fx);
        WindowSettings chosen = WindowSettings.DEFAULTS.withTheme(Theme.LIGHT).withLanguage("en");
        preferences = new StoredWindowPreferences(new WindowSettingsFile(home.resolve("window.json")), chosen,
                background,
                new About("0", home), Optional.empty());
        var scene = new Scene(new StackPane(), width, height);
        preferences.attach(scene);
        stage.setScene(scene);
        stage.show();
        window = new NodeWindow(ports, fx, background, preferences, (view, _) -> {
            if (scene.getRoot() == view) return;
            scene.setRoot(view);
            preferences.dress();
        });
        window.start(WindowRequest.FRONT);
    }

    /// The chats page with this conversation open.
    public void open(String conversation) {
        window.conversation(conversation);
    }

    public Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        window.close();
        preferences.close();
        stage.hide();
    }
}
