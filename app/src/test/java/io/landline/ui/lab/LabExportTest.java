package io.landline.ui.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.language.Language;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.PassingTime;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.PumpedLab;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody measures a ping and exports all that there is, by the menu; the files are there and can be read.
class LabExportTest {
    private static final int PATIENCE_SECONDS = 120;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final FakeWindow window = new FakeWindow();
    private final List<String> asked = new ArrayList<>();
    private LabViewModel model;
    private BenchViewModel bench;
    private LabPage page;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        TestedScreen.start();
        TestedScreen.onFx(() -> {
            FxThread fx = FxThread.ofToolkit();
            PageContext fake = window.context(new FakeNode(), Language.ENGLISH);
            var background = Background.ofVirtualThreads(fx);
            model = new LabViewModel(fx, background);
            LabSystem ping = LabSystems.ALL.stream()
                    .filter(each -> each.key().equals("ping"))
                    .findFirst()
                    .orElseThrow();
            model.chosen().set(ping);
            bench = model.bench(ping);
            page = new LabPage(
                    new PageContext(fake.node(), fx, background, Language.ENGLISH, window, window, new PassingTime()),
                    model,
                    (_, _, name) -> {
                        asked.add(name);
                        return folder.resolve(name);
                    });
            stage = new Stage();
            var scene = new Scene(page.view(), 1_000, 900);
            scene.setUserAgentStylesheet(Appearance.styleSheet(false));
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        TestedScreen.onFx(() -> {
            stage.close();
            page.close();
            model.close();
        });
    }

    private static void until(Callable<Boolean> reached) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> TestedScreen.onFx(reached));
    }

    private void measure() throws Exception {
        TestedScreen.onFx(() -> {
            PumpedLab.set(bench.cards().getFirst(), "port", "0");
            PumpedLab.set(bench.cards().getFirst(), "max-delay", "0");
            PumpedLab.set(bench.cards().getFirst(), "loss", "0");
            PumpedLab.set(bench.cards().get(1), "count", "3");
            PumpedLab.set(bench.cards().get(1), "interval", "0.05");
            bench.cards().getFirst().start();
        });
        until(() -> bench.cards().getFirst().listeningPort() > 0);
        TestedScreen.onFx(() -> bench.cards().get(1).start());
        until(() -> bench.measures().get().samples().size() == 3 && bench.cards().get(1).result().get() != null);
    }

    /// So that the menu has room below its button, however long the cards are: the Headless platform cannot draw what
    /// hangs over the screen's edge.
    private void scrollDown() {
        for (Node each = stage.getScene().lookup("#lab-export"); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane) pane.setVvalue(pane.getVmax());
        }
    }

    /// The file that the menu's item writes.
    private byte[] exported(String item, String ending) throws Exception {
        int before = window.told.size();
        robot.targetWindow(stage);
        robot.interact(this::scrollDown);
        robot.clickOn("#lab-export");
        robot.clickOn("#" + item);
        until(() -> window.told.size() > before);
        Path file = folder.resolve("landline-lab-ping" + ending);
        assertTrue(window.told.getLast().contains(file.toString()), window.told::toString);
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        return content;
    }

    @Test
    void reportTablesAndPicturesAreWrittenWhereAPersonSays() throws Exception {
        measure();
        String report = new String(exported("export-report", ".html"), UTF_8);
        assertTrue(report.startsWith("<!DOCTYPE html>") && report.endsWith("</html>\n"));
        assertTrue(report.contains("Result of Client 1") && report.contains("3 sent, "), report);
        assertEquals(2, report.split("data:image/png;base64,", -1).length - 1, "diagram and chart");

        List<String> trace = new String(exported("export-trace", ".csv"), UTF_8).lines().toList();
        assertEquals("number,time,program,what,local,peer,bytes,text,hex,note", trace.getFirst());
        assertTrue(trace.stream().anyMatch(each -> each.contains("Packet Acknowledged")));

        List<String> measured = new String(exported("export-measured", ".csv"), UTF_8).lines().toList();
        assertEquals(1 + 3, measured.size());
        for (String item : List.of("export-ladder", "export-chart")) {
            byte[] picture = exported(item, ".png");
            assertArrayEquals(PNG_SIGNATURE, Arrays.copyOf(picture, PNG_SIGNATURE.length));
        }
        assertEquals(5, asked.size());
    }
}
