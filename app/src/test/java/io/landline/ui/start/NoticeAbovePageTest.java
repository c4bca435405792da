package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.FxThread;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.shell.NavEntry;
import io.landline.ui.shell.NavEntry.Badge;
import io.landline.ui.shell.Shell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.kordamp.ikonli.feather.Feather;

/// What one points at in a page stays where it is in the window while a notice comes and goes above the page. What has
/// room goes down rather than out of sight.
class NoticeAbovePageTest {
    private static final double HEIGHT = 700;
    private static final double[] WIDTHS = {480, 1_000};
    /// What stands below the last line of a page: an edge, and a line with signs alone.
    private static final double ROOM_PIXELS = 60;
    private static final String PROBLEM = "The disk is full. What came is kept; the rest comes once there is space.";

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private interface Use {
        void of(Shell shell, TestedScreen screen);
    }

    private static void over(AnyPage kind, double width, Use use) {
        TestedScreen.onFx(() -> {
            try (AnyPage.Open open = kind.over(Stranger.named("Max"), Language.ENGLISH)) {
                var shell = new Shell(new FxThread(Runnable::run, Runnable::run),
                        Texts.beside(Shell.class, Language.ENGLISH),
                        List.of(new NavEntry("one", Feather.MESSAGE_CIRCLE, "One", Badge.none(), open::page)),
                        _ -> open.page(), () -> false);
                shell.show("one");
                var screen = new TestedScreen(shell.view(), width, HEIGHT);
                TestedScreen.useAny(open.page().view());
                use.of(shell, screen);
            }
        });
    }

    /// Each letter run that can scroll, by its text where that is the only one, and how far below the window's edge.
    private static Map<String, Double> heights(TestedScreen screen) {
        var heights = new TreeMap<String, Double>();
        var times = new HashMap<String, Integer>();
        for (Text text : screen.all(Text.class)) {
            Node part = part(text);
            if (part == null || !text.getText().matches("(?s).*[a-z].*")) continue;
            double edge = part.localToScene(0, 0).getY();
            double top = text.localToScene(text.getLayoutBounds()).getMinY();
            times.merge(text.getText(), 1, Integer::sum);
            if (top >= edge && top < HEIGHT) heights.put(text.getText(), top);
        }
        heights.keySet().removeIf(each -> times.getOrDefault(each, 0) > 1);
        return heights;
    }

    private static Node part(Node node) {
        Node part = null;
        for (Node each = node; each != null; each = each.getParent()) {
            if ("notices".equals(each.getId()) || each.getStyleClass().contains("nav-scroll")) return null;
            if (each instanceof ListView || each instanceof ScrollPane) part = each;
        }
        return part;
    }

    private static void closeNotices(Shell shell) {
        for (Node each : List.copyOf(shell.view().lookupAll("#notices .button"))) ((Button) each).fire();
    }

    /// The page of the network has nothing to read without datagrams; persons and rooms are sheets.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NETWORK", "PERSON", "ROOM"})
    void whatOnePointsAtKeepsItsPlaceInTheWindow(AnyPage kind) {
        for (double width : WIDTHS) {
            over(kind, width, (shell, screen) -> {
                Map<String, Double> before = heights(screen);
                assertFalse(before.isEmpty(), "nothing to read");
                int stayed = 0;
                for (String pointedAt : before.keySet()) {
                    pointAt(pointedAt, screen);
                    shell.notices().problem(PROBLEM);
                    screen.settle();
                    Node notices = shell.view().lookup("#notices");
                    assertTrue(notices.getLayoutBounds().getHeight() > 20, "no notice");
                    Map<String, Double> below = heights(screen);
                    assertFalse(below.isEmpty(), "nothing to read below the notice");
                    if (below.containsKey(pointedAt)) {
                        stayed++;
                        assertEquals(before.get(pointedAt), below.get(pointedAt), 1, () -> pointedAt + " at " + width);
                    }
                    closeNotices(shell);
                    screen.settle();
                    Map<String, Double> after = heights(screen);
                    before.forEach((text, top) -> assertEquals(top, after.get(text), 1, () -> text + " at " + width));
                }
                assertTrue(stayed > 0, "all of it is behind the notice");
            });
        }
    }

    private static void pointAt(String text, TestedScreen screen) {
        Text at = screen.all(Text.class)
                .stream()
                .filter(each -> each.getText().equals(text) && part(each) != null)
                .findFirst()
                .orElseThrow();
        Bounds bounds = at.localToScene(at.getLayoutBounds());
        // a control that waits gets no events
        TestedScreen.pointAt(part(at), bounds.getCenterX(), bounds.getCenterY());
    }

    /// What scrolls stays where it is, or as near as its end allows. What does not goes down.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NETWORK", "PERSON", "ROOM"})
    void nothingIsHiddenAboveWhileThereIsRoomBelow(AnyPage kind) {
        for (double width : WIDTHS) {
            over(kind, width, (shell, screen) -> {
                Map<String, Double> before = heights(screen);
                shell.notices().problem(PROBLEM);
                shell.notices().problem(PROBLEM + " " + PROBLEM);
                screen.settle();
                for (Node part : screen.all(Node.class)) {
                    if (!(part instanceof ListView || part instanceof ScrollPane) || part(part) != part) continue;
                    double edge = part.localToScene(0, 0).getY();
                    double end = edge + part.getLayoutBounds().getHeight();
                    List<Bounds> texts = screen.all(Text.class)
                            .stream()
                            .filter(each -> part(each) == part && !each.getText().isBlank())
                            .map(each -> each.localToScene(each.getLayoutBounds()))
                            .toList();
                    double first = texts.stream().mapToDouble(Bounds::getMinY).min().orElse(edge);
                    double last = texts.stream().mapToDouble(Bounds::getMaxY).max().orElse(end);
                    assertTrue(first >= edge - 1 || last >= end - ROOM_PIXELS,
                            () -> part + " at " + width + ": " + first + " above " + edge + ", " + last + " of " + end);
                }
                closeNotices(shell);
                screen.settle();
                Map<String, Double> after = heights(screen);
                before.forEach((text, top) -> assertEquals(top, after.get(text), 1, () -> text + " at " + width));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"CONVERSATIONS", "FILES", "SETTINGS", "DOCTOR", "LAB"})
    void whatGaveWayIsThereAfterATurnOfTheWheel(AnyPage kind) {
        over(kind, WIDTHS[1], (shell, screen) -> {
            Map<String, Double> before = heights(screen);
            shell.notices().problem(PROBLEM);
            screen.settle();
            for (Node each : screen.all(Node.class)) {
                if (each instanceof ListView || each instanceof ScrollPane) turnUp(each);
            }
            screen.settle();
            double high = shell.view().lookup("#notices").getLayoutBounds().getHeight();
            Map<String, Double> after = heights(screen);
            String first = before.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
            assertTrue(after.containsKey(first), () -> first + " is out of sight");
            assertEquals(before.get(first) + high, after.get(first), 1, first);
        });
    }

    private static void turnUp(Node part) {
        var target = part instanceof ListView ? part.lookup(".virtual-flow") : ((ScrollPane) part).getContent();
        if (target == null) return;
        Event.fireEvent(target, new ScrollEvent(ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false,
                false, 0, 400, 0, 400, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }
}
