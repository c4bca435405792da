package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The first thing that anybody does in this window: typing their name over the one that was suggested.
class SuggestedNameTest extends ApplicationTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private WelcomePage page;

    @Override
    public void start(Stage stage) {
        window.hold();
        page = new WelcomePage(window.context(node), () -> {}, true, new RoomDraft());
        stage.setScene(new Scene(page.view(), 1000, 900));
        stage.show();
        page.shown();
    }

    @Test
    void whatIsTypedTakesItsPlaceAlsoWhereItComesLate() {
        interact(window::goOn);
        TextField name = lookup("#own-name").query();
        assertEquals("Max", name.getText());
        write("Ada");
        assertEquals("Ada", name.getText());
    }

    @Test
    void whatWasTypedBeforeItCameStays() {
        write("Ada");
        interact(window::goOn);
        assertEquals("Ada", TestedScreen.onFx(() -> lookup("#own-name").<TextField>query().getText()));
    }
}
