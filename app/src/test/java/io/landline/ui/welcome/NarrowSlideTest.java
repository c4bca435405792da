package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Clipped;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The slide of a new room in the narrowest window.
class NarrowSlideTest {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 700;
    /// In `em`: a name and a short sentence can be read in this.
    private static final double PEOPLE_EM = 12;
    private static final double EM = 14;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 120, 150, 200})
    void allOfItStandsInItsColumn(int percent) {
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                var node = new FakeNode();
                var page = new WelcomePage(new FakeWindow().context(node, language), () -> {}, false, new RoomDraft());
                ScrollPane view = (ScrollPane) page.view();
                var screen = new TestedScreen(view, WIDTH, HEIGHT);
                Appearance.mirror(screen.scene(), language.isMirrored());
                Appearance.dress(screen.scene(), percent);
                screen.settle();
                create(view);
                for (int i = 0; i < 3; i++) {
                    node.tell(new NodeEvent.Joined(Fingerprint.parse(("0" + i).repeat(32)), "Maximiliane", "#class"));
                }
                screen.settle();
                String where = language + " at " + percent + " %";
                assertEquals(List.of(), Clipped.texts(screen, WIDTH), where);
                Bounds column = inScene(((Parent) view.getContent()).lookup(".welcome-column"));
                for (String each : List.of("#invitation-code", "#created-words", "#arrivals", "#arrivals-count")) {
                    Bounds part = inScene(view.getContent().lookup(each));
                    assertTrue(part.getMinX() >= column.getMinX() && part.getMaxX() <= column.getMaxX(),
                            () -> each + " " + part + " in " + column + ", " + where);
                    assertTrue(part.getMinX() >= 0 && part.getMaxX() <= WIDTH, () -> each + " " + part + ", " + where);
                }
                double letters = ((Text) view.getContent().lookup(".welcome-slide-text")).getFont().getSize();
                assertTrue(letters >= 1.75 * EM * percent / 100, () -> letters + " for the words, " + where);
                double people = inScene(view.getContent().lookup("#arrivals")).getWidth();
                double wanted = Math.min(PEOPLE_EM * EM * percent / 100, column.getWidth() / 2);
                assertTrue(people >= wanted, () -> people + " for those who joined, " + where);
                page.close();
            });
        }
    }

    private static void create(ScrollPane view) {
        ((TextField) view.getContent().lookup("#new-room-name")).setText("class");
        ((Button) view.getContent().lookup("#create-room")).fire();
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
