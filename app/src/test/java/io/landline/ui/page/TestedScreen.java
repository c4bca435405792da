package io.landline.ui.page;

import io.landline.ui.focus.FocusInRow;
import io.landline.ui.focus.FocusInSight;
import io.landline.ui.focus.FocusRing;
import io.landline.ui.focus.LostFocus;
import io.landline.ui.label.ClippedText;
import io.landline.ui.look.Appearance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.VirtualFlow;
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
    private static final int LAYOUTS_MAX = 30;
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
        FocusInRow.attach(scene);
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

    /// Styles and lays out what has changed. Throws where that has no end: a window would do it at each pulse, as long
    /// as it is open.
    public void settle() {
        for (int i = 0; i < LAYOUTS; i++) layOut();
        Set<Parent> restless = asking();
        for (int i = 0; i < LAYOUTS_MAX && !restless.isEmpty(); i++) restless = askingAgain(restless);
        if (!restless.isEmpty()) throw new AssertionError("laid out without end: " + restless);
    }

    private void layOut() {
        room.applyCss();
        room.layout();
    }

    /// What asked for another layout while it was laid out. Some of it is never reached again, and keeps the mark. A
    /// list asks, with all around it, until it has measured all of its rows, two in each layout.
    private Set<Parent> asking() {
        List<Parent> asking = all(Parent.class).stream().filter(Parent::isNeedsLayout).toList();
        List<Parent> lists = asking.stream().filter(VirtualFlow.class::isInstance).toList();
        return asking.stream()
                .filter(each -> lists.stream().noneMatch(list -> isWithin(each, list) || isWithin(list, each)))
                .collect(Collectors.toSet());
    }

    private static boolean isWithin(Node node, Parent outer) {
        Node each = node;
        while (each != null && each != outer) each = each.getParent();
        return each != null;
    }

    /// Which of these ask once more in the next layout.
    private Set<Parent> askingAgain(Set<Parent> before) {
        var again = new HashSet<Parent>();
        ChangeListener<Boolean> asked = (property, _, asks) -> {
            if (asks) again.add((Parent) ((ReadOnlyProperty<?>) property).getBean());
        };
        for (Parent each : before) each.needsLayoutProperty().addListener(asked);
        layOut();
        for (Parent each : before) each.needsLayoutProperty().removeListener(asked);
        return again;
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
