package io.landline.ui.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.threads.TwoThreads;
import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.PassingTime;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.card.CardState;
import io.landline.ui.lab.card.CardViewModel;
import io.landline.ui.lab.card.SettingViewModel;
import io.landline.ui.lab.report.HtmlReport;
import io.landline.ui.lab.report.LabReport.Picture;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.PageContext;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Pictures;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;

/// Pictures of the Lab's page over real programs on the loopback address. Argument: the folder. Needs a screen of that
/// height: `-Dheadless.geometry=1920x2400-32`.
public final class LabPicture {
    private static final FxThread FX = FxThread.ofToolkit();
    private final Pictures pictures;
    private final LabViewModel model = new LabViewModel(FX, Background.ofVirtualThreads(FX));

    private LabPicture(Pictures pictures) { this.pictures = pictures; }

    public static void main(String[] arguments) throws Exception {
        Pictures.start();
        var lab = new LabPicture(new Pictures(Path.of(arguments[0])));
        lab.make(arguments.length > 1 ? arguments[1] : "", Path.of(arguments[0]));
        onFx(() -> {
            lab.model.close();
            return true;
        });
        Platform.exit();
        System.exit(0);
    }

    private void make(String only, Path folder) throws Exception {
        if (only.isEmpty() || only.equals("export")) export(folder);
        if (only.isEmpty() || only.equals("echo")) echo();
        if (only.isEmpty() || only.equals("charts")) charts();
        if (only.isEmpty() || only.equals("file")) file(folder);
        if (only.isEmpty() || only.equals("tools")) tools();
        if (only.isEmpty() || only.equals("words")) words();
        if (only.isEmpty() || only.equals("idle")) for (LabSystem each : LabSystems.ALL) idle(each);
    }

    /// What a student would hand in.
    private void export(Path folder) throws Exception {
        BenchViewModel ping = choose("ping");
        measure(ping, "max-delay", "60", "count", "30", "interval", "0.08");
        byte[] html = onFx(() -> {
            PageContext context = new FakeWindow().context(new FakeNode(), Language.FRENCH);
            Texts texts = context.texts(LabPage.class);
            var formatter = new CardFormatter(context, texts);
            byte[] ladder = WirePicture.ofLadder(ping, formatter, texts).png();
            byte[] chart = WirePicture.ofChart(ping, formatter, texts).png();
            Files.write(folder.resolve("lab-export-ladder.png"), ladder);
            Files.write(folder.resolve("lab-export-chart.png"), chart);
            var pictures = List.of(new Picture(texts.get("ladder"), ladder),
                    new Picture(texts.get("show.chart"), chart));
            return HtmlReport
                    .of(new ReportContent(ping, formatter, texts).report(Instant.now(), pictures, Interfaces.rows()))
                    .getBytes(UTF_8);
        });
        Files.write(folder.resolve("lab-export.html"), html);
    }

    private void idle(LabSystem system) throws Exception {
        choose(system.key());
        pictures.both("lab-idle-" + system.key(), 1000, 700, () -> page(Language.FRENCH));
    }

    private void charts() throws Exception {
        BenchViewModel ping = choose("ping");
        measure(ping, "max-delay", "60", "count", "30", "interval", "0.08");
        chart("lab-ping");
        BenchViewModel ramp = choose("ramp");
        measure(ramp, "max-delay", "90", "count", "40", "interval", "0.2");
        chart("lab-ramp");
        BenchViewModel compare = choose("compare");
        onFx(() -> {
            set(compare.cards().getFirst(), "loss", "10");
            compare.cards().getFirst().start();
            return true;
        });
        ended(compare, 0);
        chart("lab-compare");
        BenchViewModel slow = choose("slow-reader");
        onFx(() -> {
            slow.cards().getFirst().start();
            return true;
        });
        ended(slow, 0);
        chart("lab-slow-reader");
        BenchViewModel echo = choose("tcp-echo");
        onFx(() -> {
            set(echo.cards().getFirst(), "mode", "sequential");
            echo.add(echo.system().programs().getLast());
            return true;
        });
        serverOnAFreePort(echo);
        onFx(() -> {
            echo.cards().get(2).start();
            return true;
        });
        ended(echo, 2);
        chart("lab-load");
        onFx(() -> {
            model.stopAll();
            return true;
        });
    }

    /// Where the lab has much to say.
    private void words() throws Exception {
        for (String key : List.of("failures", "sockets")) {
            BenchViewModel bench = run(key);
            ended(bench, 0);
            pictures.both("lab-" + key, 1000, 1100, () -> page(Language.ENGLISH));
            pictures.both("lab-" + key + "-narrow", 480, 2000, () -> page(Language.FRENCH));
        }
        BenchViewModel ping = choose("ping");
        onFx(() -> {
            set(ping.cards().getFirst(), "loss", "40");
            return true;
        });
        measure(ping, "max-delay", "60", "count", "8", "interval", "0.08");
        pictures.both("lab-ping-ladder-narrow", 480, 2000, () -> pressed(page(Language.FRENCH), "#lab-show-ladder"));
        pictures.both("lab-ping-trace-narrow", 480, 2000, () -> pressed(page(Language.FRENCH), "#lab-show-trace"));
        BenchViewModel hello = choose("tcp-hello");
        onFx(() -> {
            set(hello.cards().get(1), "port", "1");
            hello.cards().get(1).start();
            return true;
        });
        ended(hello, 1);
        pictures.both("lab-refused", 1000, 900, () -> page(Language.FRENCH));
    }

    /// What needs no server: at work, and with its result.
    private void tools() throws Exception {
        BenchViewModel threads = run("threads");
        until(() -> threads.measures().get().result(TwoThreads.Interleaving.class) != null);
        Thread.sleep(2_000);
        pictures.both("lab-threads", 1000, 900, () -> page(Language.ENGLISH));
        pictures.both("lab-threads-narrow", 480, 1300, () -> page(Language.FRENCH));
        BenchViewModel reach = run("reach");
        ended(reach, 0);
        pictures.both("lab-reach", 1000, 900, () -> page(Language.ENGLISH));
        pictures.both("lab-reach-narrow", 480, 1400, () -> page(Language.FRENCH));
        BenchViewModel lookup = run("lookup");
        ended(lookup, 0);
        onFx(() -> {
            lookup.cards().get(1).start();
            return true;
        });
        ended(lookup, 1);
        pictures.both("lab-lookup", 1000, 900, () -> page(Language.FRENCH));
    }

    private BenchViewModel run(String key) throws Exception {
        BenchViewModel bench = choose(key);
        onFx(() -> {
            if (key.equals("reach")) set(bench.cards().getFirst(), "to", "localhost");
            bench.cards().getFirst().start();
            return true;
        });
        return bench;
    }

    /// In the middle, and at the end.
    private void file(Path folder) throws Exception {
        Path given = folder.resolve("given.bin");
        try (var file = new RandomAccessFile(given.toFile(), "rw")) {
            file.setLength(512L * 1024 * 1024);
        }
        BenchViewModel bench = choose("secret-file");
        onFx(() -> {
            set(bench.cards().getFirst(), "file", given.toString());
            set(bench.cards().get(1), "into", folder.toString());
            return true;
        });
        serverOnAFreePort(bench);
        start(bench, 1);
        until(() -> bench.measures().get().transfers().stream().anyMatch(each -> each.steps().size() > 8));
        chart("lab-file-under-way");
        ended(bench, 1);
        chart("lab-file");
        Files.deleteIfExists(given);
        Files.deleteIfExists(folder.resolve("RECIEVED_FILE.txt"));
    }

    private void measure(BenchViewModel bench, String delay, String millis, String count, String number,
            String interval, String seconds) throws Exception {
        onFx(() -> {
            set(bench.cards().getFirst(), delay, millis);
            set(bench.cards().getFirst(), "seed", "3");
            set(bench.cards().get(1), count, number);
            set(bench.cards().get(1), interval, seconds);
            return true;
        });
        serverOnAFreePort(bench);
        onFx(() -> {
            bench.cards().get(1).start();
            return true;
        });
        ended(bench, 1);
    }

    private static void ended(BenchViewModel bench, int card) throws Exception {
        until(() -> !bench.cards().get(card).state().get().isBusy());
        Thread.sleep(300); // the last of the trace
    }

    private void chart(String name) throws Exception {
        pictures.both(name, 1000, 1300, () -> pressed(page(Language.ENGLISH), "#lab-show-chart"));
        pictures.both(name + "-narrow", 480, 2200, () -> pressed(page(Language.FRENCH), "#lab-show-chart"));
    }

    private void echo() throws Exception {
        BenchViewModel bench = choose("tcp-echo");
        serverOnAFreePort(bench);
        start(bench, 1);
        say(bench, 1, "good morning");
        say(bench, 1, "straße café");
        say(bench, 1,
                "\u202Eevil\u202C \u0007 שלום 👩‍🚀 and a line that is much longer than any window of a usual screen"
                        + " would be able to show in one row");
        pictures.both("lab-echo", 923, 700, () -> page(Language.ENGLISH));
        pictures.both("lab-echo-wide", 1843, 1000, () -> page(Language.ENGLISH));
        pictures.both("lab-echo-narrow", 403, 1800, () -> page(Language.FRENCH));
        pictures.both("lab-echo-trace", 1000, 1300, () -> pressed(page(Language.ENGLISH), "#lab-show-trace"));
        pictures.both("lab-echo-trace-narrow", 480, 2000, () -> pressed(page(Language.FRENCH), "#lab-show-trace"));
    }

    private BenchViewModel choose(String key) throws Exception {
        return onFx(() -> {
            LabSystem system = LabSystems.ALL.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
            model.chosen().set(system);
            return model.bench(system);
        });
    }

    static void set(CardViewModel card, String name, String value) {
        for (SettingViewModel each : card.settings().all()) {
            if (each.setting().name().equals(name)) each.value().set(value);
        }
    }

    private static void serverOnAFreePort(BenchViewModel bench) throws Exception {
        onFx(() -> {
            set(bench.cards().getFirst(), "port", "0");
            return true;
        });
        start(bench, 0);
    }

    private static void start(BenchViewModel bench, int card) throws Exception {
        onFx(() -> {
            bench.cards().get(card).start();
            return true;
        });
        until(() -> bench.cards().get(card).state().get() instanceof CardState.Running running
                && !running.address().isEmpty());
    }

    private static void say(BenchViewModel bench, int card, String line) throws Exception {
        int before = onFx(() -> bench.rows().size());
        onFx(() -> bench.cards().get(card).type(line));
        until(() -> bench.rows().size() >= before + 4);
    }

    private static void until(Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!onFx(reached)) {
            if (System.nanoTime() > end) throw new IllegalStateException("never came");
            Thread.sleep(20);
        }
    }

    private Parent page(Language language) {
        PageContext fake = new FakeWindow().context(new FakeNode(), language);
        var page = new LabPage(
                new PageContext(fake.node(), FX, fake.background(), language, fake.navigation(), fake.notices(),
                        new PassingTime()),
                model);
        page.view().getStylesheets().add(String.valueOf(Appearance.class.getResource("landline.css")));
        return page.view();
    }

    private static Parent pressed(Parent view, String id) {
        if (find(view, id.substring(1)) instanceof ButtonBase button) button.fire();
        if (find(view, "lab-trace") instanceof ListView<?> list) list.getSelectionModel().select(3);
        return view;
    }

    private static Node find(Node node, String id) {
        if (id.equals(node.getId())) return node;
        List<Node> children = node instanceof ScrollPane scroll
                ? List.of(scroll.getContent())
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
        for (Node each : children) {
            Node found = find(each, id);
            if (found != null) return found;
        }
        return null;
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
        return done.get();
    }
}
