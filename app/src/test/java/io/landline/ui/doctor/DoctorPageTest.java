package io.landline.ui.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.InstantSource;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the result of an examination stands.
class DoctorPageTest {
    private final FakeNode node = new FakeNode();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private TestedScreen examined(double width, double height) {
        node.doctor.findings.addAll(DoctorPicture.findings());
        PageContext context = new FakeWindow().context(node, Language.GERMAN);
        var page = new DoctorPage(context,
                new DoctorViewModel(node.doctor, context.fx(), context.background(), InstantSource.system()));
        var screen = new TestedScreen(page.view(), width, height);
        ((Button) screen.scene().lookup("#doctor-look")).fire();
        screen.settle();
        return screen;
    }

    @ParameterizedTest
    @CsvSource({"360, 500", "480, 600", "900, 420"})
    void theResultIsInSightOnceItComes(double width, double height) {
        TestedScreen.onFx(() -> {
            TestedScreen screen = examined(width, height);
            Node verdict = screen.scene().lookup("#doctor-verdict");
            Bounds bounds = verdict.localToScene(verdict.getLayoutBounds());
            assertTrue(bounds.getMinY() >= 0 && bounds.getMaxY() < height / 2, bounds::toString);
        });
    }

    @Test
    void whereAllOfItCanBeSeenNothingMoves() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = examined(900, 900);
            assertEquals(0, screen.all(ScrollPane.class).getFirst().getVvalue());
        });
    }
}
