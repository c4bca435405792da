package io.landline.ui.sheet;

import io.landline.ui.look.Appearance;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.framework.junit5.ApplicationTest;

/// A sheet over a node of fakes, shown in a window of its own, and closed after each test.
public abstract class SheetTest extends ApplicationTest {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 800;

    protected final FakeNode node = new FakeNode();
    protected final FakeWindow window = new FakeWindow();
    private Sheet sheet;

    /// The sheet that is tested, on the JavaFX thread. When it is done it says "closed" to the window.
    protected abstract Sheet make(Runnable close);

    @Override
    public final void start(Stage stage) {
        sheet = make(() -> window.told.add("closed"));
        var pane = new StackPane();
        var scene = new Scene(pane, WIDTH, HEIGHT);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        stage.setScene(scene);
        stage.show();
        pane.getChildren().add(sheet.view());
        sheet.shown();
    }

    @Override
    public final void stop() {
        sheet.close();
    }

    protected final void press(String id) {
        interact(() -> ((ButtonBase) lookup("#" + id).query()).fire());
    }
}
