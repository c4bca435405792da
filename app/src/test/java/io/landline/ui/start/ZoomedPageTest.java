package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the user is in a page stays in sight while all letters get another size.
class ZoomedPageTest {
    private static final double ROUNDING_PIXELS = 2;

    @TempDir
    Path home;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// The settings, scrolled until this part of them stands in the middle.
    private void inSettings(String part, BiConsumer<TestedScreen, Node> then) {
        var faked = new FakedWindow(home, new FakeNode());
        faked.use((_, look) -> {
            faked.button("nav-settings").fire();
            TestedScreen screen = faked.screen();
            look.attach(screen.scene());
            screen.settle();
            Node shown = faked.view().lookup("#" + part);
            ScrollPane pane = around(shown);
            double outside = pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
            pane.setVvalue((height(shown) - pane.getViewportBounds().getHeight() / 2) / outside);
            screen.settle();
            assertTrue(pane.getVvalue() > 0);
            then.accept(screen, shown);
        });
    }

    private static ScrollPane around(Node part) {
        Node around = part;
        while (!(around instanceof ScrollPane pane)) around = around.getParent();
        return pane;
    }

    private static double height(Node part) {
        return part.localToScene(0, 0).getY();
    }

    @Test
    void theButtonThatMakesLettersLargerStaysUnderTheMouse() {
        inSettings("zoom-in", (screen, button) -> {
            button.requestFocus();
            double before = height(button);
            for (int i = 0; i < 3; i++) {
                ((ButtonBase) button).fire();
                screen.settle();
                assertEquals(before, height(button), ROUNDING_PIXELS);
            }
        });
    }

    @Test
    void whatStandsFirstStaysWhereTheKeyboardIsOnWhatIsOutOfSight() {
        inSettings("zoom-in", (screen, button) -> {
            screen.scene().lookup("#copy-fingerprint").requestFocus();
            ScrollPane pane = around(button);
            pane.setVvalue(pane.getVvalue() + height(screen.scene().lookup("#theme-system"))
                    / (pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight()));
            screen.settle();
            Node first = screen.scene().lookup("#theme-system");
            double before = height(first);
            ((ButtonBase) button).fire();
            screen.settle();
            assertEquals(before, height(first), ROUNDING_PIXELS);
        });
    }
}
