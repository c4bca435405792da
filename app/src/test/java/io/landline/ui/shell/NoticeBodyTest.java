package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Notices;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.WrappingText;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The sentence of a notice with a button is never a narrow column.
class NoticeBodyTest {
    private static final String LONG = "The disk is full. What came is kept; the rest comes once there is space again.";
    /// What the navigation leaves of 480 pixels.
    private static final double NARROW = 403;
    private static final double WIDE = 923;

    private VBox notices;
    private TestedScreen screen;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private void tell(String sentence, String label, double width, int percent) {
        var stack = new NoticeStack(new FxThread(Runnable::run, Runnable::run),
                Texts.beside(Shell.class, Language.ENGLISH));
        stack.problem("subject", sentence, new Notices.Remedy(label, () -> {}));
        notices = new VBox(stack.view());
        screen = new TestedScreen(notices, width, 600);
        Appearance.dress(screen.scene(), percent);
        screen.settle();
    }

    private WrappingText text() {
        return screen.all(WrappingText.class).getFirst();
    }

    private Button button() {
        return screen.all(Button.class)
                .stream()
                .filter(each -> each.getStyleClass().contains("notice-remedy"))
                .findFirst()
                .orElseThrow();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void assertWhole(double width) {
        assertEquals(text().prefHeight(text().getWidth()), text().getHeight(), 1, "the sentence");
        Node notice = notices.lookup(".notice");
        for (Node each : screen.all(Node.class)) {
            if (each == notices || each.getParent() == null || !isIn(each, notice)) continue;
            Bounds place = place(each);
            assertTrue(place.getMinX() >= -1 && place.getMaxX() <= width + 1, () -> each + " at " + place);
            assertTrue(place.getMaxY() <= place(notice).getMaxY() + 1, () -> each + " at " + place);
        }
    }

    private static boolean isIn(Node node, Node whole) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) if (each == whole) return true;
        return false;
    }

    @ParameterizedTest
    @EnumSource
    void theButtonGoesBelowASentenceThatWouldBeAColumn(NodeOrientation direction) {
        TestedScreen.onFx(() -> {
            for (int percent : new int[]{100, 130}) {
                tell(LONG, "Choose another folder", NARROW, percent);
                screen.scene().setNodeOrientation(direction);
                screen.settle();
                assertTrue(place(button()).getMinY() >= place(text()).getMaxY(), "below");
                assertTrue(text().getWidth() > 200, () -> percent + ": " + text().getWidth());
                assertWhole(NARROW);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void itStandsBesideWhereThereIsRoom(NodeOrientation direction) {
        TestedScreen.onFx(() -> {
            tell(LONG, "Choose another folder", WIDE, 100);
            screen.scene().setNodeOrientation(direction);
            screen.settle();
            assertTrue(place(button()).getMinY() < place(text()).getMaxY(), "beside");
            assertWhole(WIDE);
            tell("Ada is blocked.", "Undo", NARROW, 100);
            assertTrue(place(button()).getMinY() < place(text()).getMaxY(), "a short sentence");
            assertWhole(NARROW);
        });
    }
}
