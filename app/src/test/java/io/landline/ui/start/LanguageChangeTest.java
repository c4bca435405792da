package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.language.Language;
import io.landline.ui.network.SampleDatagrams;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import javafx.scene.Node;
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
    private FakedWindow faked;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// Opens a page by its button, does something there, and changes the language.
    private void inFrench(String page, Runnable inEnglish, Runnable then) {
        faked = new FakedWindow(home, node);
        faked.use((window, look) -> {
            faked.button("nav-" + page).fire();
            inEnglish.run();
            look.language().set(Language.FRENCH);
            window.rebuild();
            faked.screen();
            then.run();
        });
    }

    private Node part(String id) {
        return faked.view().lookup("#" + id);
    }

    @Test
    void whatTheDoctorFoundIsToldInTheOtherLanguage() {
        node.doctor.findings.add(new Finding(FindingCode.NO_MULTICAST, FindingState.NOTE,
                DoctorMessage.of("multicast.none"), DoctorMessage.of("multicast.none.nothing")));
        inFrench("doctor", () -> faked.button("doctor-look").fire(), () -> {
            assertTrue(faked.screen()
                    .texts()
                    .stream()
                    .anyMatch(each -> each.contains("Rien, tant que la diffusion passe.")));
            faked.button("doctor-look").fire();
            assertEquals(2, node.doctor.asked.size());
        });
    }

    @Test
    void theDatagramsOnTheNetworkPageStay() {
        inFrench("network", () -> node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB)), () -> {
            ListView<?> list = (ListView<?>) part("datagrams");
            assertEquals(1, list.getItems().size());
            assertTrue(part("network-tab-datagrams") instanceof ButtonBase tab
                    && tab.getText().equals("Datagrammes"));
        });
    }

    @Test
    void thePartOfTheNetworkPageThatIsInFrontStaysThere() {
        inFrench("network", () -> faked.button("network-tab-comings").fire(), () -> {
            assertNull(part("datagrams"));
        });
    }
}
