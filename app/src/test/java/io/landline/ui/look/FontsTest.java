package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.letters.TextMeasurer;
import io.landline.ui.page.TestedScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FontsTest {
    private static final Path SHEETS = Path.of("src/main/resources/io/landline/ui");
    private static final Pattern FAMILY = Pattern.compile("-fx-font-family:\\s*\"?([^;\"]+)\"?;");

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void theWindowHasItsOwnFontsInBothWeights() {
        TestedScreen.onFx(() -> {
            var plain = new Label("hello");
            var bold = new Label("hello");
            bold.setStyle("-fx-font-weight: bold;");
            new TestedScreen(new VBox(plain, bold), 200, 100);
            assertEquals("Inter", plain.getFont().getFamily());
            assertEquals("Inter", bold.getFont().getFamily());
            assertTrue(bold.getFont().getStyle().contains("Bold"), bold.getFont().getStyle());
            assertEquals(Fonts.MONO, Font.font(Fonts.MONO, FontWeight.BOLD, 14).getFamily());
        });
    }

    /// A name that is misspelt, or a font that the system may not have, would be replaced without a word.
    @Test
    void theSheetsNameNoOtherFont() throws IOException {
        try (Stream<Path> files = Files.walk(SHEETS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".css")).toList()) {
                Matcher families = FAMILY.matcher(Files.readString(file));
                while (families.find()) {
                    assertTrue(List.of(Fonts.TEXT, Fonts.MONO, Fonts.RIGHT_TO_LEFT).contains(families.group(1)),
                            file + ": " + families.group(1));
                }
            }
        }
    }

    /// Where bytes are compared, each character has the same width; where words are read, letters have their own.
    @Test
    void comparedCharactersStandBelowEachOther() {
        TestedScreen.onFx(() -> {
            Fonts.load();
            var measurer = new TextMeasurer();
            measurer.in(Font.font(Fonts.MONO, 14));
            assertEquals(measurer.wide("iiii"), measurer.wide("W0mM"), 0.01);
            measurer.in(Font.font(Fonts.TEXT, 14));
            assertFalse(measurer.wide("iiii") == measurer.wide("W0mM"));
        });
    }
}
