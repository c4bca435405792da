package io.landline.ui.start;

import io.landline.console.ConsoleSocket;
import io.landline.console.WindowRequest;
import io.landline.desktop.LoginStart;
import io.landline.language.Texts;
import io.landline.node.Node;
import io.landline.node.NodeEnd;
import io.landline.node.profile.NodeException;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.control.ClickSeries;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.EarlyKeys;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.NodePorts;
import io.landline.ui.settings.WindowPreferences;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The one window, from its opening to its end: shows that it starts, then what stands over the open node; closes the
/// node before it ends. JavaFX thread, where nothing else is said.
final class MainWindow {
    /// How the user started it.
    ///
    /// @param named whether a name was given
    /// @param asked what the window does first
    /// @param takesLong whether a long history is brought into a new form first
    /// @param progress how far that is
    /// @param atLogin how the desktop is told to start it again
    record Start(boolean named, WindowRequest asked, boolean takesLong, OpeningProgress progress,
            Optional<LoginStart> atLogin) {}

    private static final System.Logger LOG = System.getLogger(MainWindow.class.getName());
    /// A window that is never drawn, as behind a locked screen, keeps nobody waiting for its node.
    static final Duration PAINTED_WITHIN = Duration.ofSeconds(5);
    /// Until then nothing is shown: a view that is gone at once is a flicker.
    static final Duration STARTING_SHOWN_AFTER = Duration.ofMillis(700);

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
    private final PauseTransition slow = new PauseTransition(
            javafx.util.Duration.millis(STARTING_SHOWN_AFTER.toMillis()));
    private boolean hasPage;
    /// Completed when the first page is.
    private final CompletableFuture<@Nullable Void> painted = new CompletableFuture<@Nullable Void>()
            .completeOnTimeout(null, PAINTED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    private volatile @Nullable StoredWindowPreferences preferences;
    private volatile @Nullable NodeWindow content;
    private volatile @Nullable DesktopServices services;
    /// Held while the socket is opened, and not waited for on the JavaFX thread.
    private final Object opensSocket = new Object();
    /// Guarded by `opensSocket`.
    private @Nullable ConsoleSocket socket;
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
        var kept = new StoredWindowPreferences(file, stored, background, about, start.atLogin());
        preferences = kept;
        var scene = new Scene(new StackPane());
        EarlyKeys.in(scene);
        kept.attach(scene);
        scene.getRoot().applyCss(); // reads the sheets while the node opens
        shown.setScene(scene);
        WindowBounds.restore(shown, stored);
        shown.setOnCloseRequest(event -> {
            event.consume();
            closeRequested();
        });
        slow.setOnFinished(_ -> {
            if (!hasPage && !closing.get()) starting(kept);
        });
        slow.play();
        opening.whenComplete((node, problem) -> fx.post(() -> {
            if (node != null) {
                opened(node, kept);
            } else if (isHandedOver(problem)) {
                close();
            } else {
                failed(starting(kept), kept, problem);
            }
        }));
    }

    /// Shows that it starts. Most starts are over before, and show their first page at once.
    private StartingView starting(StoredWindowPreferences kept) {
        slow.stop();
        var view = new StartingView(Texts.beside(MainWindow.class, kept.language().get()), start.takesLong());
        put(view.view());
        if (start.takesLong()) start.progress().show(percent -> fx.post(() -> view.at(percent)));
        if (stage != null && !closing.get()) stage.show();
        return view;
    }

    private void opened(Node node, StoredWindowPreferences kept) {
        if (closing.get()) {
            return; // closing waits for the node by itself
        }
        NodePorts ports = NodeWindow.ports(node);
        var window = new NodeWindow(ports, fx, background, kept, this::show);
        content = window;
        if (stage != null && !(desktop instanceof DesktopKind.None)) services = services(ports, window, kept, stage);
        if (services != null && start.asked().minimized()) services.goToTray();
        kept.language().subscribe((_, _) -> fx.post(window::rebuild)); // after the code that chose it has finished
        window.start(start.asked());
        painted.thenRun(() -> goOnAir(node));
    }

    /// Lets other programs and other computers meet the node: what that takes, the first page shall not wait for.
    private void goOnAir(Node node) {
        if (closing.get()) return;
        background.run(() -> {
            openSocket(node);
            if (start.named() || !node.rooms().rooms().isEmpty()) {
                node.start();
            } else {
                node.startUnseen(); // the first page asks for the name
            }
            return node;
        }, _ -> {},
                problem -> {
                    LOG.log(System.Logger.Level.ERROR, "the node did not start", problem);
                    NodeWindow window = content;
                    if (window != null && !closing.get()) window.notOnAir(problem);
                });
    }

    /// Opens the socket by which commands, and a second start of the window, reach this node. If it cannot be opened,
    /// they do not find this window, but the node starts and meets other computers. Not opened any more where the
    /// window is closing: what is open by then, [#end] closes.
    private void openSocket(Node node) {
        synchronized (opensSocket) {
            if (closing.get()) return;
            try {
                socket = ConsoleSocket.open(node, this::quit, this::asked);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the local socket of the node is not open", e);
            }
        }
    }

    /// By another start. One that is told that this window ends opens its own.
    private void asked(WindowRequest what) {
        if (closing.get()) throw NodeEnd.ofPart("the window");
        fx.post(() -> raise(what));
    }

    private @Nullable ConsoleSocket openedSocket() {
        synchronized (opensSocket) {
            return socket;
        }
    }

    /// Has the desktop call the user, and keep the program while the window is closed.
    private DesktopServices services(NodePorts ports, NodeWindow shown, StoredWindowPreferences kept, Stage over) {
        return new DesktopServices(ports, fx, background, over, kept, shown, new DesktopServices.Window() {
            @Override
            public void raise() {
                MainWindow.this.raise(WindowRequest.FRONT);
            }

            @Override
            public void quit() {
                close();
            }

            @Override
            public void leave() {
                MainWindow.this.leave();
            }
        }, desktop);
    }

    private void show(Parent view, String title) {
        Stage shown = stage;
        if (shown == null) return;
        shown.setTitle(title);
        if (shown.getScene().getRoot() != view) put(view);
        if (hasPage || closing.get()) return;
        hasPage = true;
        slow.stop();
        if (start.asked().minimized()) {
            painted.complete(null); // nothing is drawn
            shown.setIconified(true);
        } else {
            FirstPaint.note(shown.getScene(), () -> painted.complete(null));
        }
        shown.show();
    }

    private void put(Parent view) {
        if (stage != null) {
            ClickSeries.changed(stage.getScene().getRoot());
            stage.getScene().setRoot(view);
        }
        if (preferences != null) preferences.dress();
    }

    /// Another start was quicker, and its window does what was asked of this one.
    private static boolean isHandedOver(@Nullable Throwable problem) {
        return problem instanceof CancellationException;
    }

    private void failed(StartingView starting, StoredWindowPreferences kept, @Nullable Throwable problem) {
        NodeException known = problem instanceof NodeException e
                ? e
                : new NodeException(NodeException.Kind.FAILED, "The node cannot start: " + problem);
        failure = known;
        starting.failed(Texts.beside(MainWindow.class, kept.language().get()), String.valueOf(known.getMessage()),
                this::close);
    }

    /// Brings the window to the front: somebody started Landline once more.
    private void raise(WindowRequest asked) {
        Stage shown = stage;
        if (shown == null || closing.get()) return;
        if (content != null) content.act(asked);
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
            leave();
        } else {
            around.closeRequested();
        }
    }

    /// Closes the window, and asks before where others still get files from here. A question that nobody sees would
    /// keep the program for ever.
    private void leave() {
        NodeWindow node = content;
        boolean asked = node != null && !closing.get() && stage != null && stage.isShowing()
                && node.askToLeave(this::close);
        if (!asked) close();
    }

    private void close() {
        if (!closing.compareAndSet(false, true)) return;
        Stage shown = stage;
        if (shown != null && preferences != null && shown.isShowing()) { // a hidden one's place is kept
            preferences.keep(WindowBounds.kept(shown, preferences.settings()));
            shown.hide();
        }
        if (services != null) services.close();
        NodeWindow shownNode = content;
        if (shownNode != null) shownNode.close();
        if (preferences != null) preferences.close();
        opening.whenComplete((node, _) -> end(node));
    }

    /// Says farewell, which may take some seconds, off the JavaFX thread.
    private void end(@Nullable Node node) {
        StoredWindowPreferences kept = preferences;
        NodeWindow window = content;
        DesktopServices around = services;
        Thread.ofPlatform().name("closing").start(() -> {
            try {
                if (around != null) around.end();
                if (kept != null) kept.save();
                if (window != null) window.keep();
                ConsoleSocket listening = openedSocket();
                if (listening != null) listening.close();
                if (node != null) node.closeForExit();
            } finally {
                ended.run();
            }
        });
    }
}
