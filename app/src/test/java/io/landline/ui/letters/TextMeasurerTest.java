package io.landline.ui.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.look.Fonts;
import io.landline.ui.page.TestedScreen;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextMeasurerTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// A row shows one message after the other while one scrolls: what it remembers of them has a bound in bytes too.
    @Test
    void longPartsAreNotRememberedForEver() {
        TestedScreen.onFx(() -> {
            var measurer = new TextMeasurer();
            measurer.in(Font.font(Fonts.TEXT, 14));
            for (int message = 0; message < 300; message++) measurer.wide(message + "x".repeat(900));
            assertTrue(measurer.rememberedUnits() <= TextMeasurer.REMEMBERED_UNITS_MAX,
                    measurer.rememberedUnits() + " units");
        });
    }

    @Test
    void aPartThatWasForgottenIsMeasuredAnew() {
        TestedScreen.onFx(() -> {
            var measurer = new TextMeasurer();
            measurer.in(Font.font(Fonts.TEXT, 14));
            double before = measurer.wide("hello");
            for (int word = 0; word < 10_000; word++) measurer.wide("word" + word);
            assertEquals(before, measurer.wide("hello"));
        });
    }
}
