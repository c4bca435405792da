package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The image has dates in the languages of the window: without the module of locales they are English, and the order of
/// their parts too.
class ImageLanguagesTest {
    private static final Pattern LOCALES = Pattern.compile("jdk\\.localedata --include-locales ([a-z,]+) ");

    @Test
    void theImageHasTheLocaleOfEachLanguage() throws IOException {
        Matcher locales = LOCALES.matcher(Files.readString(Path.of("../packaging/pom.xml")));
        assertTrue(locales.find(), "the image has no locales");
        assertEquals(Arrays.stream(Language.values()).map(Language::tag).sorted().toList(),
                List.of(locales.group(1).split(",")).stream().sorted().toList());
    }
}
