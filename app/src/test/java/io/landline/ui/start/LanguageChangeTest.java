package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.network.SampleDatagrams;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.text.Language;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pages found is there again in another language.
class LanguageChangeTest {
    @TempDir
    Path home;
    private final FakeNode node = new FakeNode();
    private Parent shown;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// Opens a page by its button, does something there, and changes the language.
    private void inFrench(String page, Runnable inEnglish, Runnable then) {
        node.rooms.add(new OwnRoom("#class", "#class", "class", false, false, "amber fox piano river", false));
        TestedScreen.onFx(() -> {
            var fx = new FxThread(Runnable::run, Runnable::run);
            var background = new Background(fx, Runnable::run, false);
            var look = new WindowLook(new WindowSettingsFile(home.resolve("window.json")),
                    WindowSettings.DEFAULTS.withLanguage("en"), background, new About("0", home));
            try (look; var window = new NodeWindow(node.ports(), fx, background, look, (view, _) -> shown = view)) {
                window.start(null);
                settle();
                button("nav-" + page).fire();
                inEnglish.run();
                look.language().set(Language.FRENCH);
                window.rebuild();
                settle();
                then.run();
            }
        });
    }

    private TestedScreen settle() {
        return new TestedScreen(shown, 900, 700);
    }

    private ButtonBase button(String id) {
        return settle().all(ButtonBase.class)
                .stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + id));
    }

    @Test
    void whatTheDoctorFoundIsToldInTheOtherLanguage() {
        node.doctor.findings.add(new Finding(FindingCode.NO_MULTICAST, FindingState.NOTE,
                DoctorMessage.of("multicast.none"), DoctorMessage.of("multicast.none.remedy")));
        inFrench("doctor", () -> button("doctor-look").fire(), () -> {
            assertTrue(settle().texts().stream().anyMatch(each -> each.contains("Rien, tant que la diffusion passe.")));
            button("doctor-look").fire();
            assertEquals(2, node.doctor.asked.size());
        });
    }

    @Test
    void theDatagramsOnTheNetworkPageStay() {
        inFrench("network", () -> node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB)), () -> {
            ListView<?> list = (ListView<?>) shown.lookup("#datagrams");
            assertEquals(1, list.getItems().size());
            assertTrue(shown.lookup("#network-tab-datagrams") instanceof ButtonBase tab
                    && tab.getText().equals("Datagrammes"));
        });
    }

    @Test
    void thePartOfTheNetworkPageThatIsInFrontStaysThere() {
        inFrench("network", () -> button("network-tab-comings").fire(), () -> {
            assertTrue(shown.lookup("#datagrams") == null);
        });
    }
}
