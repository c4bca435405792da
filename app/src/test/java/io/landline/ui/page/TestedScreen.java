package io.landline.ui.page;

import io.landline.ui.look.Appearance;
import io.landline.ui.look.ClippedText;
import io.landline.ui.look.FocusInSight;
import io.landline.ui.look.FocusRing;
import io.landline.ui.look.LostFocus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A view that is styled and laid out as in the window, of any size, without a window. What the layout throws is thrown
/// here. JavaFX thread, but for [#start] and [#onFx].
public final class TestedScreen {
    /// Lists find out their rows, then their heights, then where the bar stands.
    private static final int LAYOUTS = 3;
    private static final int PATIENCE_SECONDS = 120;

    private final Parent view;
    private final Pane room = new Pane();
    private final Scene scene = new Scene(room);

    public TestedScreen(Parent view, double width, double height) {
        this.view = view;
        view.setManaged(false);
        room.getChildren().add(view);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        Appearance.dress(scene, 100);
        FocusRing.attach(scene);
        LostFocus.attach(scene);
        FocusInSight.attach(scene);
        ClippedText.attach(scene);
        size(width, height);
    }

    /// Starts the toolkit, where none runs yet.
    public static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false); // windows of many tests open and close in one toolkit
    }

    /// What this gives on the JavaFX thread.
    public static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), work);
    }

    public static void onFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /// As if the mouse had moved over it.
    public static void useAny(Node node) {
        pointAt(node, 1, 1);
    }

    /// The mouse moves to this place of the scene, which lies within the node.
    public static void pointAt(Node node, double x, double y) {
        node.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, x, y, x, y, MouseButton.NONE, 0, false, false, false,
                false, false, false, false, false, false, false, null));
    }

    public Scene scene() {
        return scene;
    }

    public void size(double width, double height) {
        room.resize(width, height);
        view.resize(width, height);
        settle();
    }

    /// Styles and lays out what has changed.
    public void settle() {
        for (int i = 0; i < LAYOUTS; i++) {
            room.applyCss();
            room.layout();
        }
    }

    /// All that is shown, of this kind.
    public <N extends Node> List<N> all(Class<N> kind) {
        var found = new ArrayList<N>();
        collect(view, kind, found);
        return found;
    }

    private static <N extends Node> void collect(Node node, Class<N> kind, List<N> found) {
        if (!node.isVisible()) return;
        if (kind.isInstance(node)) found.add(kind.cast(node));
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) collect(child, kind, found);
        }
    }

    /// All that can be read, as controls have it and as it is painted.
    public List<String> texts() {
        var texts = new ArrayList<String>();
        for (Labeled label : all(Labeled.class)) if (label.getText() != null) texts.add(label.getText());
        for (Text text : all(Text.class)) texts.add(text.getText());
        return texts;
    }
}
