package io.landline.ui.start;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.console.ConsoleSocket;
import io.landline.console.WindowRequest;
import io.landline.control.ControlClient;
import io.landline.desktop.RecordingTray;
import io.landline.desktop.SystemBus;
import io.landline.node.Node;
import io.landline.node.port.NodeEvent;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeException.Kind;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.PeerName;
import io.landline.process.FreePorts;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.testing.Patience;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences.About;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The window from its opening to its end: over a node that opens, one that does not, and one that takes its time.
class MainWindowTest {
    @TempDir
    Path home;
    private final CompletableFuture<Node> opening = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Stage> before = new ArrayList<>();
    private Thread.UncaughtExceptionHandler handler;
    private MainWindow window;

    @BeforeEach
    void open() throws Exception {
        TestedScreen.start();
        window = new MainWindow(opening,
                new MainWindow.Start(true, WindowRequest.FRONT, false, new OpeningProgress(), Optional.empty()),
                settings(),
                new About("0", home),
                new DesktopKind.Bus(bus()), ended::countDown);
        TestedScreen.onFx(() -> {
            handler = Thread.currentThread().getUncaughtExceptionHandler();
            before.addAll(stages());
            window.open();
        });
    }

    @AfterEach
    void close() throws InterruptedException {
        if (opening.cancel(false)) untilEnded(); // it still writes what it keeps
        TestedScreen.onFx(() -> {
            for (Stage each : stages()) if (!before.contains(each)) each.hide();
            Thread.currentThread().setUncaughtExceptionHandler(handler);
        });
    }

    private WindowSettingsFile settings() {
        return new WindowSettingsFile(home.resolve("window.json"));
    }

    /// Nobody is there before a test starts a message bus: so all goes on without one, too.
    private String bus() {
        return "unix:path=" + home.resolve("bus");
    }

    private static List<Stage> stages() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast).toList();
    }

    /// The window, while it is shown. JavaFX thread.
    private @Nullable Stage stage() {
        return stages().stream().filter(each -> !before.contains(each)).findFirst().orElse(null);
    }

    /// Nothing in it before the window is shown.
    private Parent root() {
        Stage shown = stage();
        return shown == null ? new Group() : shown.getScene().getRoot();
    }

    private boolean says(String words) {
        return says(root(), words);
    }

    private static boolean says(javafx.scene.Node node, String words) {
        if (node instanceof Labeled label && String.valueOf(label.getText()).contains(words)) return true;
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(each -> says(each, words));
    }

    private static void until(Callable<Boolean> reached, String what) {
        try {
            WaitForAsyncUtils.waitFor(Patience.SECONDS, TimeUnit.SECONDS, () -> TestedScreen.onFx(reached));
        } catch (TimeoutException e) {
            throw new AssertionError("never came: " + what, e);
        }
    }

    private void untilEnded() throws InterruptedException {
        assertTrue(ended.await(Patience.SECONDS, TimeUnit.SECONDS), "node and window are closed");
    }

    private Profile profile() throws IOException {
        return Profile.open(home.toRealPath().resolve("profile"));
    }

    private Node node() throws Exception {
        return Node.open(new NodeOptions(profile().folder(), new PeerName("Ada"), List.of(),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), home.resolve("downloads"), null, false));
    }

    /// As the button of the window's frame does.
    private void closeByItsButton() {
        TestedScreen.onFx(() -> {
            Stage shown = requireNonNull(stage());
            requestClose(shown);
            assertFalse(shown.isShowing(), "it is gone at once");
        });
    }

    private static void requestClose(Stage shown) {
        shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    @Test
    void aNodeThatCannotBeOpenedIsSaidWithAWayOut() throws Exception {
        opening.completeExceptionally(new NodeException(Kind.IN_USE, "Landline already runs with this profile."));
        until(() -> says("Landline already runs with this profile."), "the sentence");
        assertEquals(Kind.IN_USE, requireNonNull(window.failure()).kind());
        assertEquals(1, ended.getCount(), "until the sentence is read");
        TestedScreen.onFx(() -> ((Button) root().lookup("#quit")).fire());
        untilEnded();
        TestedScreen.onFx(() -> assertNull(stage()));
    }

    @Test
    void aFaultWhileTheNodeOpensIsASentenceToo() throws Exception {
        opening.completeExceptionally(new IllegalStateException("a fault"));
        until(() -> says("The node cannot start: "), "the sentence");
        assertEquals(Kind.FAILED, requireNonNull(window.failure()).kind());
        window.quit();
        untilEnded();
    }

    @Test
    void aFaultOfAPageEndsNothingAndALackOfMemoryEndsTheProcess() {
        var all = Thread.getDefaultUncaughtExceptionHandler();
        var fatal = new ArrayList<Throwable>();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> fatal.add(e));
        try {
            var memory = new OutOfMemoryError("as a test has it");
            TestedScreen.onFx(() -> {
                Thread fx = Thread.currentThread();
                fx.getUncaughtExceptionHandler().uncaughtException(fx, new IllegalStateException("a fault of a page"));
                assertEquals(List.of(), fatal);
                fx.getUncaughtExceptionHandler().uncaughtException(fx, memory);
            });
            assertEquals(List.of(memory), fatal);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(all);
        }
    }

    @Test
    void aWindowThatIsClosedWhileTheNodeOpensClosesTheNodeThen() throws Exception {
        until(() -> stage() != null, "that it starts");
        closeByItsButton();
        assertEquals(1, ended.getCount(), "the node is not there yet");
        Node late = node();
        assertNotNull(ProfileLock.owner(profile()));
        opening.complete(late);
        untilEnded();
        assertNull(ProfileLock.owner(profile()), "the profile is free");
        assertNull(window.failure());
    }

    @Test
    void aWindowThatIsClosedBeforeItIsShownNeverIs() throws Exception {
        window.quit();
        opening.completeExceptionally(new NodeException(Kind.IN_USE, "Landline already runs with this profile."));
        untilEnded();
        TestedScreen.onFx(() -> assertNull(stage()));
    }

    @Test
    void anInterruptionClosesTheNodeOnceAndNeedsNoToolkit() throws Exception {
        opening.complete(node());
        window.quitWithoutToolkit();
        window.quitWithoutToolkit();
        untilEnded();
        assertNull(ProfileLock.owner(profile()), "the profile is free");
    }

    /// The toolkit has no time between the opening of the socket and the end.
    @Test
    void aWindowThatEndsAsSoonAsItHasASocketLeavesNone() throws Exception {
        var late = new CompletableFuture<Node>();
        var over = new CountDownLatch(1);
        var minimized = new WindowRequest(null, List.of(), true);
        TestedScreen.onFx(() -> {
            window = new MainWindow(late,
                    new MainWindow.Start(true, minimized, false, new OpeningProgress(), Optional.empty()), settings(),
                    new About("0", home), new DesktopKind.Bus(bus()), over::countDown);
            window.open();
        });
        Node node = node();
        var ready = new CountDownLatch(1);
        node.watch((event, _) -> {
            if (event instanceof NodeEvent.Ready) ready.countDown();
        });
        late.complete(node);
        Path socket = TestedScreen.onFx(() -> {
            assertTrue(ready.await(Patience.SECONDS, TimeUnit.SECONDS), "it meets other computers");
            Path there = requireNonNull(requireNonNull(ProfileLock.owner(profile())).socket());
            window.quitWithoutToolkit();
            assertTrue(over.await(Patience.SECONDS, TimeUnit.SECONDS), "the node is closed");
            return there;
        });
        assertFalse(Files.exists(socket), "the socket is gone");
        assertNull(ProfileLock.owner(profile()), "the profile is free");
    }

    @Test
    void aLinkThatIsOpenedWhileLandlineRunsFillsInTheFormInTheWindowInFront() throws Exception {
        opening.complete(node());
        until(() -> root().lookup("#own-name") != null, "the first page");
        untilItHasASocket();
        TestedScreen.onFx(() -> requireNonNull(stage()).setIconified(true));
        send("""
                {"do":"raise","id":"1","link":"landline:join?room=chess&words=amber-fox-piano-river"}""");
        until(() -> root().lookupAll(".text-input")
                .stream()
                .anyMatch(each -> each instanceof TextInputControl field && "chess".equals(field.getText())),
                "the room's name in the form");
        TestedScreen.onFx(() -> assertFalse(requireNonNull(stage()).isIconified()));
        window.quit();
        window.quit(); // an impatient click
        untilEnded();
        assertNull(ProfileLock.owner(profile()), "the profile is free");
        WindowSettings.Place place = settings().load().placement().place();
        assertNotNull(place, "the next start finds the window's place");
    }

    /// Who clicks on it in a browser reads nothing of what a program prints.
    @Test
    void ofABrokenLinkTheWindowThatIsOpenIsTold() throws Exception {
        opening.complete(node());
        until(() -> root().lookup("#own-name") != null, "the first page");
        untilItHasASocket();
        TestedScreen.onFx(() -> requireNonNull(stage()).setIconified(true));
        send("{\"do\":\"raise\",\"id\":\"1\",\"brokenLink\":true}");
        until(() -> root().lookupAll(".welcome-note")
                .stream()
                .anyMatch(each -> each.isVisible() && each instanceof Labeled note && note.getText()
                        .startsWith("This link is broken or cut off")),
                "that the link is broken");
        TestedScreen.onFx(() -> assertFalse(requireNonNull(stage()).isIconified()));
        window.quit();
        untilEnded();
    }

    /// The settings are saved before the socket is closed: while they cannot be, other starts find a window that ends.
    @Test
    void aWindowThatEndsTakesNothingFromAnotherStartAndStaysClosed() throws Exception {
        window.quit(); // the one of each test: of two on one node, either may have the socket
        WindowSettingsFile held = settings();
        var its = new CompletableFuture<Node>();
        var over = new CountDownLatch(1);
        TestedScreen.onFx(() -> {
            window = new MainWindow(its,
                    new MainWindow.Start(true, WindowRequest.FRONT, false, new OpeningProgress(), Optional.empty()),
                    held, new About("0", home), new DesktopKind.None(), over::countDown);
            window.open();
        });
        its.complete(node());
        untilItHasASocket();
        until(() -> stages().size() == before.size() + 1, "the window");
        try (ControlClient program = requireNonNull(ControlClient.toNodeOf(profile()))) {
            synchronized (held) {
                window.quit();
                until(() -> stages().size() == before.size(), "its end");
                program.send("{\"do\":\"raise\",\"id\":\"1\"}");
                assertTrue(answer(program).contains("\"node-gone\""), "it is given to the next window");
                TestedScreen.onFx(() -> assertEquals(before.size(), stages().size()));
            }
        }
        assertTrue(over.await(Patience.SECONDS, TimeUnit.SECONDS), "it is closed");
    }

    @Test
    void aNodeWhoseSocketCannotBeOpenedStartsAllTheSame() throws Exception {
        Node node = node();
        ConsoleSocket.open(node, () -> {}, null).close();
        Path inTheWay = requireNonNull(requireNonNull(ProfileLock.owner(profile())).socket());
        Files.createDirectories(inTheWay.resolve("full"));
        try {
            var ready = new CountDownLatch(1);
            node.watch((event, _) -> {
                if (event instanceof NodeEvent.Ready) ready.countDown();
            });
            opening.complete(node);
            assertTrue(ready.await(Patience.SECONDS, TimeUnit.SECONDS), "it meets other computers");
            window.quit();
            untilEnded();
            assertNull(ProfileLock.owner(profile()), "the profile is free");
        } finally {
            Files.delete(inTheWay.resolve("full"));
            Files.delete(inTheWay);
        }
    }

    private void untilItHasASocket() {
        until(() -> {
            ProfileLock.Owner owner = ProfileLock.owner(profile());
            return owner != null && owner.socket() != null;
        }, "the local socket");
    }

    /// As another start of the program does.
    private void send(String command) throws Exception {
        try (ControlClient program = ControlClient.toNodeOf(profile())) {
            requireNonNull(program).send(command);
            String answer = answer(program);
            assertTrue(answer.contains("\"ok\""), answer);
        }
    }

    private static String answer(ControlClient program) throws IOException {
        String answer;
        do {
            answer = requireNonNull(program.next(Patience.LIMIT), "an answer");
        } while (!answer.contains("\"id\":\"1\""));
        return answer;
    }

    @Test
    void closedToTheTrayItGoesOnUntilItIsQuitThere() throws Exception {
        try (SystemBus _ = SystemBus.at(bus())) {
            try (var desktop = new RecordingTray(bus(), true)) {
                Node node = node();
                node.rooms().join("class", null);
                opening.complete(node);
                String item = desktop.next();
                untilItHasASocket();
                until(() -> window.isInTray() && root().lookup("#nav-chats") != null, "page and item");
                Stage shown = TestedScreen.onFx(() -> requireNonNull(stage()));
                TestedScreen.onFx(() -> requestClose(shown));
                TestedScreen.onFx(() -> assertTrue(shown.isShowing(), "it asks first"));
                TestedScreen.onFx(() -> ((Button) root().lookup("#closing-keep")).fire());
                TestedScreen.onFx(() -> assertFalse(shown.isShowing()));
                send("{\"do\":\"raise\",\"id\":\"1\"}");
                until(shown::isShowing, "the window, by another start");
                TestedScreen.onFx(() -> requestClose(shown));
                TestedScreen.onFx(() -> assertFalse(shown.isShowing(), "it asks once"));
                assertEquals(1, ended.getCount(), "the node goes on");
                desktop.choose(item, 2);
                untilEnded();
            }
        }
        assertNull(ProfileLock.owner(profile()), "the profile is free");
        assertEquals(WindowSettings.WhenClosed.TRAY, settings().load().whenClosed());
        assertNotNull(settings().load().placement().place());
    }
}
