package io.landline.ui.transfers.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.label.WrappingLabel;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FileNameLineTest {
    private static final String LONG = "Report on what came of the very long inquiry of this autumn, second version";

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// Else a window with such a name in it is laid out and painted sixty times a second, for ever.
    @Test
    void whatIsLaidOutStaysSoAtAnyWidth() {
        TestedScreen.onFx(() -> {
            var line = new FileNameLine(new WrappingLabel(LONG), new Label(".pdf"));
            var screen = new TestedScreen(new VBox(line), 600, 400);
            List<Integer> restless = IntStream.rangeClosed(4, 30).map(each -> 20 * each).filter(width -> {
                screen.size(width, 400);
                return screen.all(Parent.class).stream().anyMatch(Parent::isNeedsLayout);
            }).boxed().toList();
            assertEquals(List.of(), restless);
        });
    }

    @Test
    void theExtensionStandsBehindTheLastLetterOfANameThatWraps() {
        TestedScreen.onFx(() -> {
            var name = new WrappingLabel(LONG);
            var extension = new Label(".pdf");
            new TestedScreen(new VBox(new FileNameLine(name, extension)), 400, 400);
            assertTrue(name.getHeight() > 1.5 * extension.getHeight(), "the name has two lines");
            assertTrue(extension.getLayoutX() < name.getWidth(), extension.getLayoutX() + " px");
            assertEquals(name.getLayoutY() + name.getHeight(), extension.getLayoutY() + extension.getHeight(), 1);
        });
    }
}
