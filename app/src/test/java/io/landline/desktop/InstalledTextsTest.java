package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the packages give the desktop, which shows it in menus and in its software centre: it speaks the languages of
/// the window.
class InstalledTextsTest {
    private static final Path FOLDER = Path.of("..", "packaging", "linux");
    /// `Comment[de]=` of a section.
    private static final Pattern KEY = Pattern.compile("(\\[.+]|\\w+)(?:\\[(\\w+)])?(?:=.*)?");
    private static final Pattern ELEMENT = Pattern.compile("\\s*<(summary|p)(?: xml:lang=\"(\\w+)\")?>.+");
    private static final Set<String> OTHERS = Stream.of(Language.values())
            .map(Language::tag)
            .filter(tag -> !tag.equals("en"))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void anEntryOfAMenuSpeaksTheLanguagesOfTheWindow() throws Exception {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            List<Path> entries = all.filter(file -> file.toString().endsWith(".desktop")).toList();
            assertFalse(entries.isEmpty());
            for (Path entry : entries) {
                var translated = new HashMap<String, Set<String>>();
                String section = "";
                for (String line : Files.readAllLines(entry)) {
                    Matcher key = KEY.matcher(line);
                    if (line.startsWith("[")) section = line;
                    if (key.matches() && key.group(2) != null) {
                        note(translated, section + key.group(1), key.group(2));
                    }
                }
                assertSpoken(translated, entry);
            }
        }
    }

    @Test
    void theTextForSoftwareCentresSpeaksTheLanguagesOfTheWindow() throws Exception {
        Path file = FOLDER.resolve("io.landline.Landline.metainfo.xml");
        var translated = new HashMap<String, Set<String>>();
        String text = "";
        for (String line : Files.readAllLines(file)) {
            Matcher element = ELEMENT.matcher(line);
            if (!element.matches()) continue;
            if (element.group(2) == null) {
                text = line;
                translated.put(text, new TreeSet<>());
            } else {
                note(translated, text, element.group(2));
            }
        }
        assertSpoken(translated, file);
    }

    private static void note(Map<String, Set<String>> translated, String text, String language) {
        translated.computeIfAbsent(text, _ -> new TreeSet<>()).add(language);
    }

    private static void assertSpoken(Map<String, Set<String>> translated, Path file) {
        assertFalse(translated.isEmpty(), file.toString());
        translated.forEach((text, languages) -> assertEquals(OTHERS, languages, file + ": " + text));
    }
}
