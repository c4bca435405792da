package io.landline.ui.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import io.landline.ui.shell.Shell;
import io.landline.ui.start.PagesInOneLanguage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
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
    void theLongerLanguageIsTwoFifthsLongerAndKeepsItsPlaces() throws IOException {
        Properties english = texts(Shell.class.getClassLoader());
        Properties longer = texts(GeneratedLanguage.longer());
        assertEquals(english.stringPropertyNames(), longer.stringPropertyNames());
        assertEquals("{0}: {1}", longer.getProperty("shortcut.spoken"));
        assertTrue(letters(longer) > 1.4 * letters(english), letters(longer) + " and " + letters(english));
    }

    private static Properties texts(ClassLoader language) throws IOException {
        String file = Shell.class.getPackageName().replace('.', '/') + "/messages_en.properties";
        var texts = new Properties();
        try (var in = new InputStreamReader(language.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static int letters(Properties texts) {
        return texts.values().stream().mapToInt(each -> each.toString().length()).sum();
    }
}
