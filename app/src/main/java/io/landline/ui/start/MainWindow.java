package io.landline.ui.start;

import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.node.NodeException;
import io.landline.room.JoinLink;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.NodePorts;
import io.landline.ui.settings.WindowPreferences;
import io.landline.ui.text.Texts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The one window, from its opening to its end: shows that it starts, then what stands over the open node; closes the
/// node before it ends. JavaFX thread, where nothing else is said.
final class MainWindow {
    /// How the user started it.
    ///
    /// @param named whether a name was given
    /// @param link fills in the form with which a room is joined; null where none was given
    record Start(boolean named, @Nullable JoinLink link) {}

    private static final System.Logger LOG = System.getLogger(MainWindow.class.getName());

    private final CompletableFuture<Node> opening;
    private final Start start;
    private final WindowSettingsFile file;
    private final WindowSettings stored;
    private final WindowPreferences.About about;
    private final DesktopKind desktop;
    private final Runnable ended;
    private final FxThread fx = FxThread.ofToolkit();
    private final Background background = Background.ofVirtualThreads(fx);
    private @Nullable Stage stage;
    private volatile @Nullable WindowLook look;
    private volatile @Nullable NodeWindow content;
    private volatile @Nullable DesktopServices services;
    private volatile @Nullable ConsoleSocket socket;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable NodeException failure;

    /// @param desktop what is around the window
    /// @param ended is run when node and window are closed
    MainWindow(CompletableFuture<Node> opening, Start start, WindowSettingsFile file, WindowPreferences.About about,
            DesktopKind desktop, Runnable ended) {
        this.opening = opening;
        this.start = start;
        this.file = file;
        stored = file.load();
        this.about = about;
        this.desktop = desktop;
        this.ended = ended;
    }

    /// Why the node could not be opened; null where it could. Any thread.
    @Nullable
    NodeException failure() {
        return failure;
    }

    /// A fault of a page costs that page's step; one that the process cannot survive ends it.
    private static void uncaught(Thread thread, Throwable e) {
        LOG.log(System.Logger.Level.ERROR, "on the JavaFX thread", e);
        Thread.UncaughtExceptionHandler all = Thread.getDefaultUncaughtExceptionHandler();
        if (e instanceof VirtualMachineError && all != null) all.uncaughtException(thread, e);
    }

    void open() {
        Thread.currentThread().setUncaughtExceptionHandler(MainWindow::uncaught);
        var shown = new Stage();
        stage = shown;
        shown.setTitle("Landline");
        shown.getIcons().setAll(Appearance.icons());
        var dressed = new WindowLook(file, stored, background, about);
        look = dressed;
        var starting = new StartingView(Texts.beside(MainWindow.class, dressed.language().get()));
        var scene = new Scene(starting.view());
        dressed.attach(scene);
        shown.setScene(scene);
        WindowPlace.restore(shown, stored);
        shown.setOnCloseRequest(event -> {
            event.consume();
            closeRequested();
        });
        shown.show();
        opening.whenComplete((node, problem) -> fx.post(() -> {
            if (node != null) {
                opened(node, scene, dressed);
            } else {
                failed(starting, dressed, problem);
            }
        }));
    }

    private void opened(Node node, Scene scene, WindowLook dressed) {
        if (closing.get()) {
            return; // closing waits for the node by itself
        }
        NodePorts ports = NodeWindow.ports(node);
        var window = new NodeWindow(ports, fx, background, dressed, this::show);
        content = window;
        if (stage != null && !(desktop instanceof DesktopKind.None)) services = services(ports, window, dressed, stage);
        dressed.language().subscribe((_, _) -> fx.post(window::rebuild)); // after the code that chose it has finished
        window.start(start.link());
        background.run(() -> {
            ConsoleSocket opened = ConsoleSocket.open(node, this::quit, link -> fx.post(() -> raise(link)));
            if (start.named() || !node.rooms().rooms().isEmpty()) {
                node.start();
            } else {
                node.startUnseen(); // the first page asks for the name
            }
            return opened;
        }, opened -> socket = opened,
                problem -> LOG.log(System.Logger.Level.WARNING, "the node''s local socket is not open", problem));
    }

    /// Has the desktop call the user, and keep the program while the window is closed.
    private DesktopServices services(NodePorts ports, NodeWindow shown, WindowLook dressed, Stage over) {
        return new DesktopServices(ports, fx, background, over, dressed, shown, new DesktopServices.Window() {
            @Override
            public void raise() {
                MainWindow.this.raise(null);
            }

            @Override
            public void quit() {
                close();
            }
        }, desktop);
    }

    private void show(Parent view, String title) {
        Stage shown = stage;
        if (shown == null) return;
        shown.setTitle(title);
        if (shown.getScene().getRoot() != view) {
            shown.getScene().setRoot(view);
            if (look != null) look.dress();
        }
    }

    private void failed(StartingView starting, WindowLook dressed, @Nullable Throwable problem) {
        NodeException known = problem instanceof NodeException e
                ? e
                : new NodeException(NodeException.Kind.FAILED, "The node cannot start: " + problem);
        failure = known;
        starting.failed(Texts.beside(MainWindow.class, dressed.language().get()), String.valueOf(known.getMessage()),
                this::close);
    }

    /// Brings the window to the front: somebody started Landline once more.
    ///
    /// @param link fills in the form with which a room is joined; null where none was given
    private void raise(@Nullable JoinLink link) {
        Stage shown = stage;
        if (shown == null) return;
        if (link != null && content != null) content.join(link);
        shown.setIconified(false);
        shown.show();
        shown.setAlwaysOnTop(true); // some window managers raise nothing without this
        shown.toFront();
        shown.requestFocus();
        shown.setAlwaysOnTop(false);
    }

    /// Closes the window, from any thread.
    void quit() {
        fx.post(this::close);
    }

    /// Closes the node and leaves the window: while the system ends the process, the toolkit runs nothing any more. Any
    /// thread.
    void quitWithoutToolkit() {
        if (closing.compareAndSet(false, true)) opening.whenComplete((node, _) -> end(node));
    }

    /// Whether the window can be closed without the program.
    boolean isInTray() {
        DesktopServices around = services;
        return around != null && around.isInTray();
    }

    /// The button of the window's frame, or the keys that mean the same.
    private void closeRequested() {
        DesktopServices around = services;
        if (around == null || closing.get()) {
            close();
        } else {
            around.closeRequested();
        }
    }

    private void close() {
        if (!closing.compareAndSet(false, true)) return;
        Stage shown = stage;
        if (shown != null && look != null && shown.isShowing()) { // a hidden one's place is kept
            look.keep(WindowPlace.kept(shown, look.settings()));
            shown.hide();
        }
        if (services != null) services.close();
        NodeWindow shownNode = content;
        if (shownNode != null) shownNode.close();
        if (look != null) look.close();
        opening.whenComplete((node, _) -> end(node));
    }

    /// Says farewell, which may take some seconds, off the JavaFX thread.
    private void end(@Nullable Node node) {
        WindowLook kept = look;
        ConsoleSocket listening = socket;
        NodeWindow window = content;
        DesktopServices around = services;
        Thread.ofPlatform().name("closing").start(() -> {
            try {
                if (around != null) around.end();
                if (kept != null) kept.save();
                if (window != null) window.keep();
                if (listening != null) listening.close();
                if (node != null) node.close();
            } finally {
                ended.run();
            }
        });
    }
}
