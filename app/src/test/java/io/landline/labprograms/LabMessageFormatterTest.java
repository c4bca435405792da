package io.landline.labprograms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.LabMessage;
import io.landline.language.Language;
import io.landline.language.MessagePatterns;
import io.landline.language.PoFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the lab says, in the window's languages.
class LabMessageFormatterTest {
    private static final List<Path> SPEAKING = List.of(Path.of("../lab/src/main/java"),
            Path.of("src/main/java/io/landline/ui/lab"));
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Pattern BEFORE_A_SIGN = Pattern.compile("[^\u202f][;!?]|[^\u202f:]: ");

    private static MessagePatterns said;
    private static final Map<Language, Map<String, String>> translations = new EnumMap<>(Language.class);

    @BeforeAll
    static void read() throws IOException {
        said = new MessagePatterns(SPEAKING);
        for (Language each : Language.values()) {
            if (each != Language.ENGLISH) translations.put(each, LabMessageFormatter.translations(each));
        }
    }

    @Test
    void whatTheLabSaysIsAConstantWithPlacesInIt() {
        assertEquals(List.of(), said.unknown);
        assertTrue(said.found.size() > 100, "few sentences were found: " + said.found);
    }

    @Test
    void noPlaceOfASentenceIsLeftEmpty() {
        assertEquals(List.of(), said.unfilled);
    }

    @Test
    void everySentenceOfTheLabIsThereInEachLanguage() {
        translations.forEach((language, its) -> assertEquals(List.of(),
                said.found.stream().filter(each -> !its.containsKey(each)).toList(), language.tag()));
    }

    @Test
    void nothingIsTranslatedThatTheLabDoesNotSay() {
        translations.forEach((language, its) -> assertEquals(List.of(),
                its.keySet().stream().filter(each -> !said.found.contains(each)).toList(), language.tag()));
    }

    @Test
    void aSentenceHasTheSamePlacesInEachLanguage() {
        for (Map<String, String> its : translations.values()) {
            its.forEach((english, translated) -> {
                assertFalse(translated.isBlank(), english);
                assertEquals(places(english), places(translated), english);
            });
        }
    }

    private static TreeSet<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void frenchHasItsOwnApostrophesAndNarrowSpacesBeforeSigns() {
        for (String each : translations.get(Language.FRENCH).values()) {
            assertFalse(each.contains("'"), each);
            assertFalse(BEFORE_A_SIGN.matcher(each).find(), each);
        }
    }

    @Test
    void aSentenceThatIsPutTogetherOrNotFilledIsFoundOut(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Said.java"),
                "record Said() { static Said of(String english, Object... places) { return null; } }");
        Files.writeString(folder.resolve("Server.java"), """
                class Server {
                    Said good = Said.of(once ? "one client" : "over {0}" + " a second", "12");
                    Said bad = Said.of("failed: " + kind);
                    Said worse = Said.of(reason());
                    Said empty = Said.of("one client");
                    Said emptier = Said.of("over {0}" + " a second");
                }
                """);
        var read = new MessagePatterns(List.of(folder));
        assertEquals(new TreeSet<>(List.of("one client", "over {0} a second")), read.found);
        assertEquals(2, read.unknown.size(), read.unknown::toString);
        assertEquals(1, read.unfilled.size(), read.unfilled::toString);
    }

    @Test
    void theWindowsEnglishHasPrintedApostrophesAndWhatOthersSaidIsLeftAlone() {
        LabMessage said = LabMessage.of("The server's chunks are malformed.");
        assertEquals("The server\u2019s chunks are malformed.", LabMessageFormatter.in(Language.ENGLISH).format(said));
        assertEquals("it's", LabMessageFormatter.in(Language.ENGLISH).format(LabMessage.asIs("it's")));
        assertEquals("it's", LabMessageFormatter.in(Language.FRENCH).format(LabMessage.asIs("it's")));
    }

    @Test
    void measuresHaveTheLanguagesOwnComma() {
        assertEquals("après 12,3 ms",
                LabMessageFormatter.in(Language.FRENCH).format(LabMessage.of("after {0} ms", 12.34)));
    }

    @Test
    void aFileOfTranslationsMayHaveRemarksAndLongLines() throws IOException {
        var lines = """
                # of a server
                msgid ""
                msgstr "Language: fr"

                msgid "one "
                "\\"two\\""
                msgstr ""
                "un "
                "\\"deux\\""
                """;
        assertEquals(Map.of("one \"two\"", "un \"deux\""), PoFile.read(new BufferedReader(new StringReader(lines))));
    }

    @Test
    void whatIsNoTranslationOrStandsTwiceIsNotRead() {
        var twice = "msgid \"a\"\nmsgstr \"b\"\n".repeat(2);
        for (String each : List.of(twice, "msgid a\n")) {
            assertThrows(IOException.class, () -> PoFile.read(new BufferedReader(new StringReader(each))));
        }
    }
}
