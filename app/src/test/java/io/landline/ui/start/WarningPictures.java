package io.landline.ui.start;

import io.landline.console.WindowRequest;
import io.landline.cost.CostRules;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.Node;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.welcome.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Draws what the window warns of into pictures, to be looked at: real nodes over profiles that are in those states.
/// `WarningPictures FOLDER`.
final class WarningPictures {
    private static final String KEY = "amber fox piano river";
    /// Of its own for each run; 17 ports each.
    private static final int UDP_PORT = 43_000 + (int) (ProcessHandle.current().pid() % 1_000) * 17;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SETTLE = Duration.ofMillis(1_500);
    private static final int HEIGHT = 740;
    private static final int FILE_BYTES = 5_000_000;
    /// What a process leaves that ran out of memory.
    private static final String ENDED = "Landline has run out of memory and has ended. All that was confirmed is kept;"
            + " start it again.\n";

    private final Path target;
    private final Path work;

    private WarningPictures(Path target, Path work) {
        this.target = target;
        this.work = work;
    }

    private record View(String theme, String language, int width) {
        static final List<View> ALL = List.of(new View("light", "en", 1_000), new View("dark", "fr", 1_000),
                new View("light", "fr", 480), new View("dark", "en", 480));
    }

    private interface Step {
        void run() throws Exception;
    }

    private interface Look {
        void at(NodeWindow window);
    }

    public static void main(String[] args) throws Exception {
        Path target = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("landline-");
        Pictures.start();
        Platform.setImplicitExit(false);
        try {
            new WarningPictures(target, work).make();
        } finally {
            Platform.exit();
            try (Stream<Path> all = Files.walk(work)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
            }
        }
        System.exit(0);
    }

    private Node node(String name) throws NodeException {
        Path home = work.resolve(name);
        return Node.open(new NodeOptions(home.resolve("profile"), new PeerName(name),
                List.of(new RequestedRoom(new RoomName("class"), false, KEY)),
                new Network(UDP_PORT, 0, List.of("lo"), List.of()), home.resolve("downloads"), AcceptRule.ASK, false));
    }

    private Path profile() {
        return work.resolve("Ada").resolve("profile");
    }

    private void make() throws Exception {
        String bobs = talk();
        Path database = profile().resolve("history.db");
        transfers();
        views("files-failed", () -> {}, NodeWindow::transfers);
        views("ended-by-fault", () -> Files.writeString(profile().resolve("ended-by-fault"), ENDED), _ -> {});
        // this process is not the program, and leaves the note
        Files.deleteIfExists(profile().resolve("ended-by-fault"));
        byte[] damaged = Files.readAllBytes(database);
        for (int i = damaged.length / 2; i < damaged.length / 2 + 20_000; i++) damaged[i] = (byte) (i * 31);
        byte[] whole = Files.readAllBytes(database);
        views("history-damaged", () -> Files.write(database, damaged), window -> window.conversation("#class"));
        views("history-lost", () -> Files.delete(database), window -> window.conversation("#class"));
        Files.write(database, whole);
        sql("UPDATE budget SET bytes = " + CostRules.MEMBER_BYTES_A_DAY + " WHERE purpose = 'OWN'");
        try (Node bob = node("Bob")) {
            bob.start();
            bob.chats().say("#class", "And here is much more.");
            bob.chats().say(adas(), "And here too.");
            views("limit-room", () -> {}, window -> window.conversation("#class"));
            views("limit-elsewhere", () -> {}, NodeWindow::transfers);
            views("limit-person", () -> {}, window -> window.conversation(bobs));
        }
    }

    private String adas() throws Exception {
        try (Node ada = node("Ada")) {
            return ada.fingerprint().hex();
        }
    }

    private String talk() throws Exception {
        try (Node ada = node("Ada"); Node bob = node("Bob")) {
            ada.start();
            bob.start();
            until(() -> ada.contacts().contacts().stream().anyMatch(each -> each.member() && each.connected())
                    && bob.contacts().contacts().stream().anyMatch(each -> each.member() && each.connected()),
                    "they meet");
            for (String text : List.of("Good morning!", "Is the worksheet ready?", "I have read all of it.")) {
                bob.chats().say("#class", text);
            }
            for (String name : List.of("film.mkv", "notes.txt", "photo.jpg", "sources.zip")) {
                bob.chats()
                        .send("#class", FilesToSend.of(List.of(Files.write(work.resolve(name), new byte[FILE_BYTES]))));
            }
            until(() -> ada.fileTransfers().recent().size() == 4, "four offers");
            settle(SETTLE);
            return bob.fingerprint().hex();
        }
    }

    /// Each in another state, without its partner.
    private void transfers() throws SQLException {
        List<String> states = List.of("'PAUSED', reason = 'DISK_FULL'", "'FAILED', reason = 'DISK_FULL'",
                "'PAUSED', reason = 'LOST'", "'PAUSED', reason = 'NO_PERMISSION'");
        for (int i = 0; i < states.size(); i++) {
            sql("UPDATE file_transfer SET accepted = 1700000000000, by_hand = 1, state = " + states.get(i)
                    + " WHERE id = (SELECT id FROM file_transfer ORDER BY id LIMIT 1 OFFSET " + i + ")");
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + profile().resolve("history.db"));
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    /// Each with a node of its own: what a node warns of at its start it says once.
    private void views(String name, Step prepare, Look look) throws Exception {
        for (View view : View.ALL) {
            prepare.run();
            try (Node ada = node("Ada")) {
                Stage stage = onFx(Stage::new);
                NodeWindow window = onFx(() -> open(ada, stage, view));
                settle(SETTLE);
                ada.start();
                settle(SETTLE);
                onFx(() -> {
                    look.at(window);
                    return true;
                });
                settle(SETTLE);
                onFx(() -> {
                    Pictures.write(stage.getScene().snapshot(null), target.resolve(
                            name + "-" + view.theme() + "-" + view.language() + "-" + view.width() + ".png"));
                    window.close();
                    stage.hide();
                    return true;
                });
            }
        }
    }

    private NodeWindow open(Node node, Stage stage, View view) {
        FxThread fx = FxThread.ofToolkit();
        var background = Background.ofVirtualThreads(fx);
        WindowSettings chosen = WindowSettings.DEFAULTS.withTheme(Theme.valueOf(view.theme().toUpperCase(Locale.ROOT)))
                .withLanguage(view.language());
        var preferences = new StoredWindowPreferences(new WindowSettingsFile(work.resolve("window.json")), chosen,
                background,
                new About("0", work), Optional.empty());
        var scene = new Scene(new StackPane(), view.width(), HEIGHT);
        preferences.attach(scene);
        stage.setScene(scene);
        stage.show();
        var window = new NodeWindow(NodeWindow.ports(node), fx, background, preferences, (shown, _) -> {
            if (scene.getRoot() == shown) return;
            scene.setRoot(shown);
            preferences.dress();
        });
        window.start(WindowRequest.FRONT);
        return window;
    }

    private interface FxWork<T> {
        T run();
    }

    private static <T> T onFx(FxWork<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.run());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void until(BooleanSupplier reached, String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("never came: " + what);
            settle(Duration.ofMillis(50));
        }
    }

    private static void settle(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
