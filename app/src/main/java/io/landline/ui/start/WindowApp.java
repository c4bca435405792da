package io.landline.ui.start;

import io.landline.console.WindowRequest;
import io.landline.desktop.LoginStart;
import io.landline.node.Node;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.settings.DefaultProfile;
import io.landline.settings.Profile;
import io.landline.settings.WindowSettingsFile;
import io.landline.system.OperatingSystem;
import io.landline.ui.fx.FxThread;
import io.landline.ui.settings.WindowPreferences.About;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The desktop app: opens a node and its window, and runs until the window is closed. Called on the main thread, once a
/// process.
public final class WindowApp {
    /// The toolkit's platform that draws without a screen.
    static final String HEADLESS = "Headless";

    /// How often the node is opened where another process has the profile, and has let go of it when it is asked.
    private static final int OPENINGS_MAX = 3;

    /// Gives what is asked of the window to the one of another process.
    @FunctionalInterface
    public interface Handover {
        /// Whether it has taken it; false where it has ended. Fails where another process has the profile and cannot
        /// be asked.
        boolean isTaken() throws IOException, InterruptedException;
    }

    private WindowApp() {}

    /// Whether a window can be shown here. Linux and its kin need a display server; on others there is always one, or
    /// opening it fails.
    public static boolean hasDisplay(Map<String, String> environment) {
        OperatingSystem system = OperatingSystem.here();
        if (system == OperatingSystem.WINDOWS || system == OperatingSystem.MACOS) return true;
        if (HEADLESS.equals(System.getProperty("glass.platform"))) return true;
        return !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    /// Has the toolkit start, since a window will be opened; returns at once. What fails then is told by [#run].
    public static void prepare() {
        ToolkitStart.begin();
    }

    /// Opens node and window, the one while the other starts, and returns when both are closed.
    ///
    /// @param version as `--version` has it
    /// @param asked what the window does first
    /// @param handover is used where another start was quicker; then no window is shown
    /// @param onInterrupt is given what Ctrl-C and SIGTERM do; may run beside everything, and returns when the node is
    ///        closed
    public static void run(NodeOptions options, String version, WindowRequest asked, Handover handover,
            Consumer<Runnable> onInterrupt)
            throws NodeException, InterruptedException {
        Profile profile = profile(options);
        var settings = new WindowSettingsFile(profile.windowFile());
        boolean takesLong = OpenProfile.takesLong(options);
        var progress = new OpeningProgress();
        CompletableFuture<Node> opening = opening(options, progress, handover);
        var ended = new CountDownLatch(1);
        var window = new MainWindow(opening,
                new MainWindow.Start(options.name() != null, asked, takesLong, progress, atLogin(profile)),
                settings,
                new About(version, profile.folder()), DesktopKind.here(), ended::countDown);
        try {
            ToolkitStart.await();
            FxThread.ofToolkit().post(window::open);
        } catch (IllegalStateException e) {
            opening.thenAccept(Node::close);
            throw new NodeException(NodeException.Kind.FAILED, "No window can be opened here: " + e.getMessage()
                    + ". Without a window: landline node, or landline demo.", e);
        }
        onInterrupt.accept(() -> {
            window.quitWithoutToolkit();
            await(ended);
        });
        ended.await();
        Platform.exit();
        NodeException failure = window.failure();
        if (failure != null) throw failure;
    }

    /// On the same profile, which is only said where it is not the usual one. A stick is not there at each login.
    private static Optional<LoginStart> atLogin(Profile profile) {
        if (profile.portableDownloads() != null) return Optional.empty();
        boolean isUsual;
        try {
            isUsual = DefaultProfile.folder().toRealPath().equals(profile.folder());
        } catch (IOException e) {
            isUsual = false;
        }
        List<String> more = isUsual ? List.of() : List.of("--profile", profile.folder().toString());
        return LoginStart.here(OperatingSystem.here(), System.getenv(),
                System.getProperty(LoginStart.LAUNCHER), more);
    }

    private static Profile profile(NodeOptions options) throws NodeException {
        try {
            return Profile.open(OpenProfile.folder(options));
        } catch (IOException e) {
            throw new NodeException(NodeException.Kind.FAILED, "The profile cannot be opened: " + e.getMessage(), e);
        }
    }

    /// Cancelled where another window has taken what was asked of this one.
    static CompletableFuture<Node> opening(NodeOptions options, IntConsumer progress, Handover handover) {
        var opening = new CompletableFuture<Node>();
        Thread.ofPlatform().name("opening").start(() -> {
            try {
                Node node = open(options, progress, handover);
                if (node == null) {
                    opening.cancel(false);
                } else {
                    opening.complete(node);
                }
            } catch (NodeException | RuntimeException e) {
                opening.completeExceptionally(e);
            }
        });
        return opening;
    }

    private static @Nullable Node open(NodeOptions options, IntConsumer progress, Handover handover)
            throws NodeException {
        for (int i = 1;; i++) {
            try {
                return Node.open(options, progress);
            } catch (NodeException e) {
                if (e.kind() != NodeException.Kind.IN_USE || i == OPENINGS_MAX) throw e;
                if (isTaken(handover, e)) return null;
            }
        }
    }

    private static boolean isTaken(Handover handover, NodeException inUse) throws NodeException {
        try {
            return handover.isTaken();
        } catch (IOException e) {
            inUse.addSuppressed(e);
            throw inUse;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw inUse;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
