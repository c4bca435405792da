package io.landline.ui.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.language.Language;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.InstantSource;
import java.util.List;
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

    private List<String> words(Finding... of) {
        return TestedScreen.onFx(() -> {
            node.doctor.findings.addAll(List.of(of));
            PageContext context = new FakeWindow().context(node, Language.ENGLISH);
            var page = new DoctorPage(context,
                    new DoctorViewModel(node.doctor, context.fx(), context.background(), InstantSource.system()));
            var screen = new TestedScreen(page.view(), 900, 900);
            ((Button) screen.scene().lookup("#doctor-look")).fire();
            screen.settle();
            return screen.texts();
        });
    }

    /// A network that is there and has a peculiarity is no missing one.
    @Test
    void whatIsOnlyWorthKnowingOfAnInterfaceIsNotSaidToBeInTheWay() {
        List<String> words = words(Finding.note(FindingCode.NO_INTERFACE, DoctorMessage.of("interface.loopback", "lo"),
                DoctorMessage.of("interface.loopback.remedy")));
        assertTrue(words.contains("No problem found"), words::toString);
        assertFalse(words.contains("No usable network"), words::toString);
        assertTrue(words.contains("Copy what to do"), words::toString);
    }

    @Test
    void whereNothingIsToBeDoneThereIsNothingToCopy() {
        List<String> words = words(
                Finding.note(FindingCode.NO_BROADCAST, DoctorMessage.of("broadcast.none"),
                        DoctorMessage.of("broadcast.none.nothing")));
        assertTrue(words.stream().anyMatch(each -> each.contains("Nothing")), words::toString);
        assertFalse(words.contains("Copy what to do"), words::toString);
    }
}
