package io.landline.ui.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import io.landline.ui.shell.Shell;
import io.landline.ui.start.PagesInOneLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.NodeOrientation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Translations to come: into a language with longer words, and into one that is written from the right.
class GeneratedLanguagesTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @SuppressWarnings("unchecked") // the same class, loaded by the language
    private static List<String> cut(GeneratedLanguage language, NodeOrientation direction) throws Exception {
        var pages = (Function<NodeOrientation, List<String>>) language.loadClass(PagesInOneLanguage.class.getName())
                .getConstructor()
                .newInstance();
        return TestedScreen.onFx(() -> pages.apply(direction));
    }

    @Test
    void everyPageHasRoomForALanguageThatIsTwoFifthsLonger() throws Exception {
        assertEquals(List.of(), cut(GeneratedLanguage.longer(), NodeOrientation.LEFT_TO_RIGHT));
    }

    @Test
    void everyPageIsReadFromTheRightToo() throws Exception {
        assertEquals(List.of(), cut(GeneratedLanguage.mirrored(), NodeOrientation.RIGHT_TO_LEFT));
    }

    @Test
    void theLongerLanguageIsLongerAndKeepsItsPlaces() throws IOException {
        String texts = Shell.class.getPackageName().replace('.', '/') + "/messages_en.properties";
        try (InputStream english = Shell.class.getResourceAsStream("messages_en.properties");
                InputStream longer = GeneratedLanguage.longer().getResourceAsStream(texts)) {
            String said = new String(longer.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.length() > english.readAllBytes().length * 5 / 4, said);
            assertTrue(said.contains("{0}\\: {1}"), said);
        }
    }
}
