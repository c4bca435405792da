package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.node.port.Chats.Paused;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.welcome.Named;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class LimitNoticeTest extends ApplicationTest {
    private static final int NARROW = 480;

    private Fixture fixture;
    private ChatsPage page;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(Appearance.styleSheet(false));
        fixture = new Fixture(FxThread.ofToolkit(), Language.FRENCH);
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.paused.put("#class", new ArrayList<>(List.of(new Paused(Fixture.MAX, "Max", false))));
        page = new ChatsPage(fixture.chatsContext(FakeChats.START), fixture.memory);
        var scene = new Scene(page.view(), NARROW, 700);
        Appearance.dress(scene, 100);
        stage.setScene(scene);
        stage.show();
        page.open("#class");
    }

    @Override
    public void stop() {
        page.close();
    }

    private Node notice() {
        return lookup("#limit").query();
    }

    @Test
    void byKeyboardAloneMoreIsAllowedAndTheKeyboardGoesBackToTheComposer() {
        interact(() -> lookup("#composer").query().requestFocus());
        interact(() -> lookup("#limit-allow").query().requestFocus());
        assertTrue(lookup("#limit-allow").query().isFocused());
        type(KeyCode.TAB);
        assertTrue(lookup("#limit-block").query().isFocused(), "the two stand side by side for the keyboard");
        push(KeyCode.SHIFT, KeyCode.TAB);
        type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(Fixture.MAX), fixture.chats.allowed);
        assertFalse(notice().isVisible());
        assertFalse(notice().isManaged());
        assertTrue(lookup("#composer").query().isFocused());
    }

    /// The buttons are off meanwhile, and then the toolkit moves the keyboard elsewhere with its next pulse.
    @Test
    void theKeyboardGoesBackToTheComposerFromWhereTheToolkitPutIt() {
        fixture.chats.allowing = () -> notice().getScene().getRoot().requestFocus();
        interact(() -> lookup("#limit-allow").query().requestFocus());
        type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(notice().isVisible());
        assertTrue(lookup("#composer").query().isFocused());
    }

    @Test
    void blockingIsOneClick() {
        clickOn("#limit-block");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(Fixture.MAX + " true"), fixture.roster.blocked);
    }

    @Test
    void aScreenReaderHearsWhoItIsAndWhatTheButtonsDo() {
        assertTrue(notice().getAccessibleText().contains("Max"));
        assertTrue(lookup("#limit-allow").query().getAccessibleText().contains("Max"));
        assertTrue(lookup("#limit-block").query().getAccessibleText().contains("Max"));
        interact(() -> assertEquals(List.of(), Named.nameless(page.view())));
    }

    @Test
    void nothingOfItIsCutInANarrowWindow() {
        interact(() -> {
            for (Node node : notice().lookupAll(".label, .button")) {
                var bounds = node.localToScene(node.getLayoutBounds());
                assertTrue(bounds.getMaxX() <= NARROW && bounds.getMinX() >= 0, node + " at " + bounds);
                assertTrue(node.getLayoutBounds().getHeight() + 1 >= node.prefHeight(node.getLayoutBounds().getWidth()),
                        ((Labeled) node).getText());
            }
        });
    }
}
