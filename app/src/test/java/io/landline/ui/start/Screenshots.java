package io.landline.ui.start;

import static io.landline.ui.start.ScreenshotPeople.PATIENCE;
import static io.landline.ui.start.ScreenshotPeople.settle;

import io.landline.console.WindowRequest;
import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.node.Node;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.welcome.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Makes `docs/screenshots`: the window over real nodes on the loopback interface, every page in both themes. Run by
/// `build/screenshots`; argument: the folder to write to.
final class Screenshots {
    private static final String MISTYPED = "amber fox piano rivet";
    /// The first window of all also loads its classes.
    private static final Duration SETTLE_FIRST = Duration.ofSeconds(4);
    /// Until lists have loaded, laid themselves out, and their first pictures are painted.
    private static final Duration SETTLE = Duration.ofMillis(1_200);
    /// The burst of a node that starts, and the answers.
    private static final Duration DATAGRAMS = Duration.ofSeconds(4);
    /// The doctor is done after some four seconds.
    private static final Duration EXAMINATION = Duration.ofSeconds(10);
    private static final LabSystem PING = LabSystems.ALL.stream().filter(s -> s.key().equals("ping")).findFirst().get();
    /// Forty packets, and the last answer.
    private static final Duration MEASURING = Duration.ofSeconds(6);

    private final Path target;
    private final Path work;
    private final ScreenshotPeople people;
    private @Nullable Stage stage;

    private Screenshots(Path target, Path work) {
        this.target = target;
        this.work = work;
        people = new ScreenshotPeople(work);
    }

    public static void main(String[] args) throws Exception {
        Path target = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("landline-"); // is seen in the settings
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
        var screenshots = new Screenshots(target, work);
        try {
            screenshots.make();
        } finally {
            screenshots.people.close();
            Platform.exit();
            delete(work);
        }
        System.exit(0);
    }

    private void make() throws Exception {
        Node fresh = people.meetAndTalk();
        for (String theme : List.of("light", "dark")) {
            first(fresh, theme);
            pages(people.first(), people.second(), theme);
        }
    }

    private void first(Node node, String theme) throws Exception {
        Opened opened = open(node, theme, 1_000, 700);
        settle(SETTLE_FIRST);
        picture("first-run-" + theme);
        size(480, 760);
        picture("first-run-narrow-" + theme);
        size(1_000, 700);
        OwnRoom mistyped = node.rooms().join("class 7b", MISTYPED);
        onFx(() -> opened.window().correctWords(mistyped.key()));
        settle(SETTLE);
        picture("correct-words-" + theme);
        close(opened);
        node.rooms().leave(mistyped.key());
    }

    private void pages(Node ada, Node bob, String theme) throws Exception {
        Opened opened = open(ada, theme, 1_000, 700);
        settle(SETTLE_FIRST);
        picture("chats-" + theme);
        onFx(() -> opened.window().conversation("#class 7b"));
        settle(SETTLE);
        picture("room-" + theme);
        size(480, 760);
        picture("room-narrow-" + theme);
        size(1_000, 700);
        onFx(() -> opened.window().conversation(bob.fingerprint().hex()));
        settle(SETTLE);
        picture("person-" + theme);
        onFx(() -> opened.window().person(bob.fingerprint()));
        settle(SETTLE);
        picture("safety-number-" + theme);
        onFx(opened.window()::transfers);
        settle(SETTLE);
        picture("files-" + theme);
        discovery(opened.window(), theme);
        lab(theme);
        onFx(() -> press("#nav-settings"));
        settle(SETTLE);
        picture("settings-" + theme);
        size(480, 760);
        picture("settings-narrow-" + theme);
        size(1_000, 700);
        onFx(opened.window()::newRoom);
        settle(SETTLE);
        picture("new-room-" + theme);
        close(opened);
    }

    private void discovery(NodeWindow window, String theme) throws Exception {
        onFx(() -> press("#nav-network"));
        settle(SETTLE);
        Node emil = people.another("Emil");
        settle(DATAGRAMS);
        picture("network-" + theme);
        onFx(() -> {
            if (find("#datagrams") instanceof ListView<?> list) {
                list.getSelectionModel().select(list.getItems().size() / 2);
            }
        });
        settle(SETTLE);
        picture("network-details-" + theme);
        size(480, 760);
        picture("network-narrow-" + theme);
        size(1_000, 700);
        emil.close();
        onFx(() -> press("#network-tab-comings"));
        settle(SETTLE);
        picture("network-comings-" + theme);
        onFx(() -> press("#network-tab-interfaces"));
        settle(SETTLE);
        picture("network-interfaces-" + theme);
        onFx(window::doctor);
        settle(SETTLE); // before its first layout the page's buttons are not to be found
        onFx(() -> press("#doctor-look"));
        settle(EXAMINATION);
        picture("doctor-" + theme);
        size(480, 760);
        picture("doctor-narrow-" + theme);
        size(1_000, 700);
    }

    /// The Lab with an echo that has talked, and with a ping that was measured.
    private void lab(String theme) throws Exception {
        onFx(() -> press("#nav-lab"));
        settle(SETTLE);
        start("server");
        start("client");
        for (String line : List.of("good morning", "straße café", "שלום")) {
            onFx(() -> {
                if (find("#card-client-1-typed") instanceof TextInputControl field) field.setText(line);
                press("#card-client-1-send");
            });
            settle(SETTLE);
        }
        toTheWire();
        picture("lab-" + theme);
        onFx(() -> press("#lab-show-trace"));
        size(480, 760);
        toTheWire();
        picture("lab-narrow-" + theme);
        size(1_000, 700);
        onFx(() -> {
            press("#lab-stop-all");
            if (find("#lab-systems") instanceof ListView<?> systems) {
                systems.getSelectionModel().select(systems.getItems().indexOf(PING));
            }
        });
        settle(SETTLE);
        onFx(() -> {
            for (var typed : Map.of("server-1-max-delay", "90", "client-1-count", "40", "client-1-interval", "0.1")
                    .entrySet()) {
                if (find("#card-" + typed.getKey()) instanceof TextInputControl field) field.setText(typed.getValue());
            }
            press("#lab-show-chart");
        });
        start("server");
        start("client");
        settle(MEASURING);
        toTheWire();
        picture("lab-ping-" + theme);
        onFx(() -> press("#lab-stop-all"));
    }

    /// Below the cards.
    private void toTheWire() throws Exception {
        onFx(() -> {
            if (find(".lab-scroll") instanceof ScrollPane scroll) scroll.setVvalue(1);
        });
        settle(SETTLE);
    }

    private void start(String card) throws Exception {
        onFx(() -> press("#card-" + card + "-1-start"));
        settle(SETTLE);
    }

    private javafx.scene.@Nullable Node find(String selector) {
        return stage == null ? null : stage.getScene().lookup(selector);
    }

    /// A button that is not there would make a picture of something else.
    private void press(String selector) {
        if (!(find(selector) instanceof ButtonBase button)) throw new IllegalStateException("no button " + selector);
        button.fire();
    }

    private record Opened(NodeWindow window, StoredWindowPreferences preferences) {}

    private Opened open(Node node, String theme, int width, int height) throws Exception {
        var opened = new CompletableFuture<Opened>();
        Platform.runLater(() -> {
            FxThread fx = FxThread.ofToolkit();
            var background = Background.ofVirtualThreads(fx);
            var settings = new WindowSettingsFile(work.resolve("window.json"));
            WindowSettings chosen = WindowSettings.DEFAULTS.withTheme(Theme.valueOf(theme.toUpperCase(Locale.ROOT)))
                    .withLanguage("en");
            var preferences = new StoredWindowPreferences(settings, chosen, background, new About("0.1.0", work),
                    Optional.empty());
            var scene = new Scene(new StackPane(), width, height);
            preferences.attach(scene);
            var shown = new Stage();
            stage = shown;
            shown.setScene(scene);
            shown.setWidth(width);
            shown.setHeight(height);
            shown.show();
            var window = new NodeWindow(NodeWindow.ports(node), fx, background, preferences, (view, _) -> {
                if (scene.getRoot() == view) return;
                scene.setRoot(view);
                preferences.dress();
            });
            window.start(WindowRequest.FRONT);
            opened.complete(new Opened(window, preferences));
        });
        return opened.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void close(Opened opened) throws Exception {
        onFx(() -> {
            opened.window().close();
            opened.preferences().close();
            if (stage != null) stage.hide();
        });
    }

    private void size(int width, int height) throws Exception {
        onFx(() -> {
            if (stage == null) return;
            stage.setWidth(width);
            stage.setHeight(height);
        });
        settle(SETTLE);
    }

    private void picture(String name) throws Exception {
        onFx(() -> {
            if (stage == null) return;
            hideCarets();
            Pictures.write(stage.getScene().snapshot(null), target.resolve(name + ".png"));
        });
    }

    /// They blink, and would make two runs differ.
    private void hideCarets() {
        if (stage == null) return;
        for (var input : stage.getScene().getRoot().lookupAll(".text-input")) {
            if (input instanceof TextInputControl control) control.deselect();
        }
    }

    private static void onFx(Runnable work) throws Exception {
        var done = new CompletableFuture<Boolean>();
        Platform.runLater(() -> {
            try {
                work.run();
                done.complete(true);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.toList().reversed()) Files.deleteIfExists(each); // a folder comes before its content
        }
    }
}
