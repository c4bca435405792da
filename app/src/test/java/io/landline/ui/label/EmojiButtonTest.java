package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Names on buttons.
class EmojiButtonTest {
    private static final String PARTY = "\uD83C\uDF89";

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void anEmojiOnAButtonIsAPictureAndIsReadAsItIs() {
        TestedScreen.onFx(() -> {
            var button = new EmojiButton("Ada " + PARTY);
            var screen = new TestedScreen(button, 300, 40);
            assertEquals(1, screen.all(ImageView.class).size());
            assertFalse(button.getText().contains(PARTY), "nothing that may be a box is painted");
            assertEquals("Ada " + PARTY, button.getAccessibleText());
            button.setText("Bob_b");
            screen.settle();
            assertEquals(List.of(), screen.all(ImageView.class));
            assertEquals("Bob_b", button.getText());
            assertFalse(button.isMnemonicParsing());
        });
    }

    @Test
    void aNameOfItsOwnToReadStays() {
        TestedScreen.onFx(() -> {
            var button = new EmojiButton("class");
            button.setAccessibleText("class, two people");
            button.setText("club " + PARTY);
            assertEquals("class, two people", button.getAccessibleText());
        });
    }
}
