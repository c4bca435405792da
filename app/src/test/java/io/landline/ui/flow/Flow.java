package io.landline.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.profile.NodeException;
import io.landline.process.FreePorts;
import io.landline.ui.start.TestedWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Real nodes in this process and the window of one of them, used as a person uses it. Closing it fails the test where
/// a page called the node on the JavaFX thread, or where anything was thrown there.
final class Flow extends FxRobot implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 740;

    private final Path folder;
    private final int udpPort;
    private final OffFxThread ports = new OffFxThread();
    private final List<LocalNode> nodes = new ArrayList<>();
    private final List<Throwable> thrown = new ArrayList<>();
    private @Nullable TestedWindow window;

    Flow(Path folder) throws IOException, TimeoutException {
        this.folder = folder;
        udpPort = FreePorts.udp();
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false); // windows of many tests open and close in one toolkit
        onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> {
                synchronized (thrown) {
                    thrown.add(failure);
                }
            });
            return true;
        });
    }

    /// A started node without a window.
    LocalNode friend(String name, @Nullable String key) throws NodeException {
        LocalNode node = LocalNode.open(folder, name, udpPort, key).started();
        nodes.add(node);
        return node;
    }

    /// A started node with the window over it.
    LocalNode windowOf(String name, @Nullable String key) throws Exception {
        LocalNode node = LocalNode.open(folder, name, udpPort, key);
        nodes.add(node);
        window = onFx(() -> new TestedWindow(ports.ports(node.node()), node.home(), WIDTH, HEIGHT));
        targetWindow(window.stage());
        node.started();
        return node;
    }

    /// Waits until both see each other as members, proven.
    void met(LocalNode one, LocalNode other) {
        until(() -> one.isConnectedTo(other) && other.isConnectedTo(one),
                one.home() + " and " + other.home() + " meet");
    }

    void until(Callable<Boolean> reached, String what) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, reached);
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what + "; the window shows " + onFx(this::texts), e);
        }
    }

    /// Waits until the window shows a text with these words.
    void shows(String words) {
        until(() -> onFx(this::texts).stream().anyMatch(text -> text.contains(words)), "“" + words + "” in the window");
    }

    /// Waits until a visible and enabled node fits this selector, and gives it.
    Node shown(String selector) {
        until(() -> onFx(() -> find(selector) != null), selector);
        return onFx(() -> find(selector));
    }

    private @Nullable Node find(String selector) {
        return allShown(selector).stream().filter(each -> !each.isDisabled()).findFirst().orElse(null);
    }

    /// All that is visible now and fits this selector. JavaFX thread.
    List<Node> allShown(String selector) {
        return root().lookupAll(selector).stream().filter(each -> isShown(each)).toList();
    }

    /// The first of them; null where there is none. JavaFX thread.
    @Nullable
    Node shownNow(String selector) {
        return allShown(selector).stream().findFirst().orElse(null);
    }

    /// Clicks where it stands once what was to be laid out is: a click into a page that still grows hits another node.
    void click(String selector) {
        shown(selector);
        var last = new AtomicReference<@Nullable Point2D>();
        until(() -> {
            Point2D now = onFx(() -> {
                root().layout();
                return middleOf(find(selector));
            });
            return Objects.equals(last.getAndSet(now), now) && now != null;
        }, selector + " in its place");
        clickOn(shown(selector));
    }

    /// Opens a conversation by its row in the list; tries again where the list was drawn anew between the look and the
    /// click.
    void open(String title) {
        until(() -> {
            Point2D row = onFx(() -> middleOf(row(title)));
            if (row == null) return false;
            clickOn(row);
            return onFx(() -> find("#conversation-title") instanceof Labeled label && label.getText().contains(title));
        }, "the conversation " + title);
        shown("#composer");
    }

    /// On the screen; null where there is no such node now.
    private static @Nullable Point2D middleOf(@Nullable Node node) {
        if (node == null || node.getScene() == null) return null;
        Bounds place = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(place.getCenterX(), place.getCenterY());
    }

    private @Nullable Node row(String title) {
        return root().lookupAll(".chats-row-title")
                .stream()
                .filter(each -> isShown(each) && each instanceof Labeled label && label.getText().contains(title))
                .findFirst()
                .orElse(null);
    }

    private Parent root() {
        if (window == null) throw new IllegalStateException("no window is open");
        return window.stage().getScene().getRoot();
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        collect(root(), texts);
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) return;
        if (node instanceof Text text && !text.getText().isEmpty()) texts.add(text.getText());
        if (node instanceof Parent parent) for (Node child : parent.getChildrenUnmodifiable()) collect(child, texts);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (!each.isVisible()) return false;
        return true;
    }

    /// What this gives on the JavaFX thread.
    <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), work);
    }

    @Override
    public void close() {
        TestedWindow open = window;
        if (open != null) {
            onFx(() -> {
                open.close();
                return true;
            });
        }
        nodes.forEach(LocalNode::close);
        synchronized (thrown) {
            assertEquals(List.of(), thrown, "thrown on the JavaFX thread");
        }
        assertEquals(List.of(), ports.calls(), "calls of the node on the JavaFX thread");
    }
}
