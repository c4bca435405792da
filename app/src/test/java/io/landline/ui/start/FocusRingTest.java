package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.page.TestedScreen;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A person who walks through a page by the keyboard sees which control has the focus.
class FocusRingTest {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    /// Of the line around the composer, whose field has no edge of its own: set where the field has the focus.
    private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// What of it is painted.
    private static List<Object> look(Region region) {
        Background ground = region.getBackground();
        Border border = region.getBorder();
        List<?> fills = ground == null
                ? List.of()
                : ground.getFills().stream().filter(fill -> !Color.TRANSPARENT.equals(fill.getFill())).toList();
        List<?> strokes = border == null
                ? List.of()
                : border.getStrokes().stream().filter(each -> !Color.TRANSPARENT.equals(each.getTopStroke())).toList();
        return Arrays.asList(fills, strokes, region.getEffect());
    }

    private static boolean isMarked(TestedScreen screen, Control control) {
        List<Object> before = look(control);
        List<Object> around = control.getParent() instanceof Region parent ? look(parent) : List.of();
        double wide = control.prefWidth(-1);
        control.pseudoClassStateChanged(FOCUSED, true);
        control.pseudoClassStateChanged(VISIBLE, true);
        boolean isComposer = "composer".equals(control.getId());
        if (isComposer) control.getParent().pseudoClassStateChanged(TYPING, true);
        control.getParent().applyCss();
        boolean isMarked = !before.equals(look(control))
                || control.getParent() instanceof Region parent && !Objects.equals(around, look(parent));
        assertEquals(wide, control.prefWidth(-1), 0.01, "the ring takes no room: " + control);
        control.pseudoClassStateChanged(FOCUSED, false);
        control.pseudoClassStateChanged(VISIBLE, false);
        control.applyCss();
        return isMarked;
    }

    @ParameterizedTest
    @EnumSource
    void theFocusIsSeenOnEachControl(AnyPage kind) {
        TestedScreen.onFx(() -> {
            try (AnyPage.Open open = kind.over(Stranger.named("Max"), Language.ENGLISH)) {
                var screen = new TestedScreen(open.view(), 1_000, 700);
                List<Control> reached = screen.all(Control.class)
                        .stream()
                        .filter(each -> each.isFocusTraversable() && !each.isDisabled())
                        .toList();
                assertTrue(!reached.isEmpty());
                assertEquals(List.of(), reached.stream().filter(each -> !isMarked(screen, each)).toList());
            }
        });
    }
}
