package io.landline.ui.start;

import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.InventedEntries;
import io.landline.fixture.PlainRecords;
import io.landline.identity.Identity;
import io.landline.node.port.Contacts;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent.PeerChanged;
import io.landline.node.port.NodeWatcher;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.people.Person;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import io.landline.ui.page.Pulses;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Prints how the window bears a crowd: 1,000 people and a history of 100,000 entries, opened and scrolled; then 1,000
/// presence changes and a backlog of 10,000 entries at once. Times of pulses stand beside those of the same window left
/// alone. Run by hand, no test.
final class WindowFigures {
    private static final int PEOPLE = 1_000;
    private static final int ENTRIES = 100_000;
    private static final int BACKLOG = 10_000;
    private static final int RUN = InventedEntries.RUN;
    private static final int PAGES = 30;
    private static final double NOTCH_PIXELS = 120;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final io.landline.node.Node node;
    private final Database database;
    private final List<Consumer<String>> chatWatchers = new CopyOnWriteArrayList<>();
    private final List<NodeWatcher> watchers = new CopyOnWriteArrayList<>();
    private final AtomicInteger flips = new AtomicInteger();

    private WindowFigures(io.landline.node.Node node, Database database) {
        this.node = node;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("window-figures");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
        RequestedRoom room = new RequestedRoom(new RoomName("class"), false, "amber fox piano river");
        var node = io.landline.node.Node.open(new NodeOptions(home.resolve("profile"), new PeerName("Ada"),
                List.of(room), new Network(43_900, 0, List.of("lo"), List.of()), home.resolve("downloads"),
                AcceptRule.ASK, false));
        try (Database database = Database.open(node.lock().profile().database())) {
            new WindowFigures(node, database).measure(home);
        } finally {
            node.close();
            try (var files = Files.walk(home)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
            }
        }
        System.exit(0);
    }

    private void measure(Path home) throws Exception {
        ConversationId room = ConversationId.of(node.reader().rooms().getFirst().id());
        EntryStore store = SqliteChat.stores(database).entries();
        var author = Identity.generate();
        List<Entry> all = InventedEntries.texts(room, author, ENTRIES + BACKLOG);
        InventedEntries.store(store, all.subList(0, ENTRIES), 0);
        List<Entry> backlog = all.subList(ENTRIES, all.size());
        System.out.printf("%,d people, %,d entries%n", PEOPLE, ENTRIES);

        long opening = System.nanoTime();
        TestedWindow window = onFx(() -> new TestedWindow(ports(), home, 1_000, 700));
        until(() -> rows(window, "#chat-list") > PEOPLE, "the list of people");
        print("window to list of people", opening);
        var pulses = onFx(Pulses::new);
        TimeUnit.SECONDS.sleep(3);
        onFx(() -> pulses.print("left alone"));

        long conversation = System.nanoTime();
        onFx(() -> {
            window.open("#class");
            return true;
        });
        until(() -> rows(window, "#timeline") > 10, "the timeline");
        print("conversation of 100,000", conversation);
        onFx(() -> pulses.print("while it opened"));
        scroll(window, pulses);

        storm(store, backlog, pulses);
        longest(window, store, room, pulses);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap after all: %.0f MB%n", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
        onFx(() -> {
            window.close();
            return true;
        });
    }

    /// Turns the wheel upwards, a notch a pulse, as a person does who looks for something of last week.
    private void scroll(TestedWindow window, Pulses pulses) throws Exception {
        long scrolling = System.nanoTime();
        for (int page = 0; page < PAGES; page++) {
            Object oldest = onFx(() -> oldestEntry(window));
            until(() -> onFx(() -> {
                turnWheel(window);
                return !oldestEntry(window).equals(oldest);
            }), "an older page");
        }
        System.out.printf("%-34s %8.1f ms%n", "a page of 60 entries, by the wheel",
                (System.nanoTime() - scrolling) / 1e6 / PAGES);
        System.out.printf("%-34s %8d%n", "rows held after " + PAGES + " pages",
                onFx(() -> list(window, "#timeline").getItems().size()));
        onFx(() -> pulses.print("while it scrolled"));
    }

    /// The first row may be the line of its day.
    private static Object oldestEntry(TestedWindow window) {
        return list(window, "#timeline").getItems().get(1);
    }

    private static void turnWheel(TestedWindow window) {
        Node flow = list(window, "#timeline").lookup(".virtual-flow");
        var middle = new Point2D(flow.getLayoutBounds().getCenterX(), flow.getLayoutBounds().getCenterY());
        Point2D scene = flow.localToScene(middle);
        flow.fireEvent(new ScrollEvent(flow, flow, ScrollEvent.SCROLL, scene.getX(), scene.getY(), scene.getX(),
                scene.getY(), false, false, false, false, false, false, 0, NOTCH_PIXELS, 0, NOTCH_PIXELS,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    /// 1,000 changes of presence and 10,000 entries, told as a node tells them: one by one, and a run at a time.
    private void storm(EntryStore store, List<Entry> backlog, Pulses pulses) throws Exception {
        long start = System.nanoTime();
        var presence = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < PEOPLE; i++) {
                flips.incrementAndGet();
                var person = new Person(fingerprint(i), new PeerName("Person " + i), List.of(), List.of());
                for (NodeWatcher watcher : watchers) watcher.take(new PeerChanged(person), Instant.now());
            }
        });
        for (int from = 0; from < BACKLOG; from += RUN) {
            store.add(backlog.subList(from, from + RUN), ENTRIES + from + RUN, Durability.BATCHED);
            for (int i = 0; i < RUN; i++) chatWatchers.forEach(watcher -> watcher.accept("#class"));
        }
        presence.join();
        print("1,000 changes and 10,000 entries", start);
        TimeUnit.SECONDS.sleep(2);
        onFx(() -> pulses.print("during and 2 s after"));
    }

    /// A text of the greatest length, shown whole (H40).
    private void longest(TestedWindow window, EntryStore store, ConversationId room, Pulses pulses) throws Exception {
        String words = "all of these words are one message ".repeat(EntryText.MAX_BYTES)
                .substring(0, EntryText.MAX_BYTES);
        var author = Identity.generate();
        store.add(List.of(InventedEntries.entry(room, author, 1, new byte[32], ENTRIES + BACKLOG + 1, words)),
                ENTRIES + BACKLOG + 1,
                Durability.BATCHED);
        chatWatchers.forEach(watcher -> watcher.accept("#class"));
        onFx(() -> pulses.print("before it"));
        onFx(() -> {
            ((ButtonBase) window.stage().getScene().lookup("#to-newest")).fire();
            return true;
        });
        until(() -> onFx(() -> more(window) != null), "the long message");
        TimeUnit.SECONDS.sleep(1);
        onFx(() -> pulses.print("while a message of 16 KiB came"));
        for (int time = 0; time < 4; time++) {
            onFx(() -> {
                Objects.requireNonNull(more(window)).fire();
                return true;
            });
            TimeUnit.SECONDS.sleep(1);
            onFx(() -> pulses.print("while it was shown whole, or folded"));
        }
    }

    private static @Nullable ButtonBase more(TestedWindow window) {
        for (Node each : list(window, "#timeline").lookupAll(".chats-more")) {
            if (each instanceof ButtonBase button && button.isVisible() && button.getScene() != null) return button;
        }
        return null;
    }

    // The ports: a real database, invented people

    private NodePorts ports() {
        return new NodePorts(node.fingerprint(),
                with(io.landline.node.port.Chats.class, node.chats(), "watch", arguments -> {
                    @SuppressWarnings("unchecked")
                    var watcher = (Consumer<String>) arguments[0];
                    chatWatchers.add(watcher);
                    return (io.landline.node.port.Subscription) () -> chatWatchers.remove(watcher);
                }), node.fileTransfers(), with(Contacts.class, node.contacts(), "contacts", _ -> contacts()),
                node.rooms(), node.preferences(), watcher -> {
                    watchers.add(watcher);
                    return () -> watchers.remove(watcher);
                },
                new NetworkPorts(node.packetTap(), new io.landline.doctor.probe.NodeDoctor(node), node.lookAround()));
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <P> P with(Class<P> port, P real, String method, Answer answer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, called, arguments) -> {
            if (called.getName().equals(method)) return answer.to(arguments);
            try {
                return called.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private List<Contact> contacts() {
        int flipped = flips.get();
        var all = new ArrayList<Contact>();
        for (int i = 0; i < PEOPLE; i++) {
            boolean here = i % 3 != 0 ^ i < flipped;
            all.add(PlainRecords.contact(fingerprint(i), "Person " + i,
                    here ? Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER) : Set.of(Trait.MEMBER), List.of("#class"),
                    List.of("#class"), List.of()));
        }
        return all;
    }

    private static Fingerprint fingerprint(int i) {
        return Fingerprint.of(ByteBuffer.allocate(Fingerprint.BYTES).putInt(i + 1).array());
    }

    // The JavaFX thread

    private static int rows(TestedWindow window, String id) throws Exception {
        return onFx(
                () -> window.stage().getScene().lookup(id) instanceof ListView<?> list ? list.getItems().size() : 0);
    }

    private static ListView<?> list(TestedWindow window, String id) {
        return (ListView<?>) window.stage().getScene().lookup(id);
    }

    private interface Reached {
        boolean is() throws Exception;
    }

    private static void until(Reached reached, String what) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        BooleanSupplier late = () -> System.nanoTime() > end;
        while (!reached.is()) {
            if (late.getAsBoolean()) throw new IllegalStateException("never came: " + what);
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void print(String what, long sinceNanos) {
        System.out.printf("%-34s %8.0f ms%n", what, (System.nanoTime() - sinceNanos) / 1e6);
    }
}
