package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a node says, and the demo, in each language. Their sentences are put together of constants, so both are
/// compared piece by piece.
class AnswerTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/landline");
    private static final Path FILES = Path.of("../transfer/src/main/java/io/landline/filetransfer");
    private static final Pattern CONSTANT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern LOGGED = Pattern.compile("(?s)LOG\\.log\\(.*?\\);");
    /// As a sentence begins, or ends.
    private static final Pattern PROSE = Pattern.compile("[a-z]\\.$|\\. [A-Z]|[a-z]\\?$|^[A-Z][a-z]+ [a-z]+ ");
    private static final Pattern SQL = Pattern.compile("\\b(SELECT|FROM|WHERE|LIMIT|UPDATE|VALUES|SET|INTO|TABLE)\\b");
    private static final Pattern BETWEEN_PIECES = Pattern.compile("\\{\\d}|(?<=[.?!])\\s+|[:,;] ");
    /// Only programs give such commands; texts of a document, of messages and of the log.
    private static final List<String> ENGLISH_ALONE = List.of("There is no command of that name",
            "it is not UTF-8", "This node has no window", "A path here is a whole one", "Give send",
            "What is told is all", "mentions or nothing", "Please hand in", "Nothing of yours has arrived yet",
            "Its time is over",
            "Written by Landline on", "Forwarded from", "The log in", "Landline goes on without it",
            "There is no change of that name", "or both", "Hello Ada", "Hello Bob", "this is Ada", "Between us two");

    private static final Map<Language, Map<String, String>> answers = new EnumMap<>(Language.class);
    private static String sources = "";

    @BeforeAll
    static void read() throws IOException {
        for (Language each : Language.values()) {
            if (each != Language.ENGLISH) answers.put(each, CommandTexts.translations("answers", each));
        }
        var all = new StringBuilder();
        for (Path folder : List.of(SOURCES.resolve("node"), SOURCES.resolve("console"), SOURCES.resolve("settings"),
                SOURCES.resolve("storage"), SOURCES.resolve("log"), SOURCES.resolve("demo"), SOURCES.resolve("control"),
                FILES.resolve("source"), FILES.resolve("core"), FILES.resolve("incoming"), FILES.resolve("outgoing"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                    all.append(LOGGED.matcher(Files.readString(each)).replaceAll(""));
                }
            }
        }
        sources = all.toString()
                .replaceAll("(?m)^\\s*//.*$", "")
                .replaceAll("\"\\s*\\+\\s*\"", "")
                .replace("\\\"", "”"); // a quotation mark in a sentence
    }

    /// What stands between places and signs, of two words or more.
    private static List<String> pieces(String sentence) {
        var pieces = new ArrayList<String>();
        for (String each : BETWEEN_PIECES.split(sentence.replace('"', '”'))) {
            String piece = each.replaceAll("^[^\\p{L}\\p{N}-]+|[^\\p{L}\\p{N}-]+$", "");
            if (piece.contains(" ")) pieces.add(piece);
        }
        return pieces;
    }

    @Test
    void everythingThatANodeSaysIsThereInEachLanguage() {
        var missing = new TreeSet<String>();
        answers.forEach((language, its) -> {
            var known = new ArrayList<>(its.keySet());
            known.addAll(CommandTexts.translations(language).keySet());
            String all = String.join("\n", known).replace('"', '”');
            for (String constant : CONSTANT.matcher(sources).results().map(each -> each.group(1)).toList()) {
                if (!PROSE.matcher(constant).find() || SQL.matcher(constant).find()) continue;
                for (String each : pieces(constant)) {
                    if (!all.contains(each) && ENGLISH_ALONE.stream().noneMatch(each::startsWith)) {
                        missing.add(language.tag() + ": " + each);
                    }
                }
            }
        });
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void nothingIsTranslatedThatNoNodeSays() {
        for (String each : answers.get(Language.GERMAN).keySet()) {
            for (String piece : pieces(each)) assertTrue(sources.contains(piece), piece + ", of: " + each);
        }
    }

    @Test
    void eachLanguageHasTheSameSentencesWithTheSamePlaces() {
        for (Map<String, String> its : answers.values()) {
            assertEquals(answers.get(Language.GERMAN).keySet(), its.keySet());
            its.forEach((english, translation) -> {
                assertEquals(places(english).stream().sorted().toList(), places(english), english);
                assertEquals(new TreeSet<>(places(english)), new TreeSet<>(places(translation)), english);
            });
        }
    }

    private static List<String> places(String sentence) {
        return CommandTexts.PLACE.matcher(sentence).results().map(MatchResult::group).toList();
    }

    @Test
    void frenchHasItsOwnApostrophesAndNarrowSpacesBeforeSigns() {
        for (String each : answers.get(Language.FRENCH).values()) CommandTextsTest.assertFrench(each);
    }

    @Test
    void aSentenceIsRecognizedWithWhatStandsInItsPlaces() {
        var german = new AnswerTexts(answers.get(Language.GERMAN));
        assertEquals("Niemand namens Bob $1 {0} ist da oder war schon einmal da. Meintest du #class?",
                german.translated("Nobody called Bob $1 {0} is here or was met before. Did you mean #class?"));
        assertEquals("Diese Umfrage ist geschlossen. Es wurde nichts getan.",
                german.translated("This poll is closed. Nothing was done."));
        assertEquals("Diese Person ist in keinem deiner Räume Mitglied, und Fremden wird nichts gesendet. Nichts wurde"
                + " gesendet.",
                german.translated("That peer is no member of a room of yours, and nothing is sent to"
                        + " strangers. Nothing was sent."));
        assertEquals("/tmp/x ist kein Ordner. Nichts wurde freigegeben.",
                german.translated("/tmp/x is no folder. Nothing was opened."));
        assertEquals("/tmp/x ist nicht mehr, was du angeboten hast: Ein Link führt jetzt an einen anderen Ort. Nichts"
                + " wurde angeboten; sende es unter seinem Namen, wenn du das meinst.",
                german.translated("/tmp/x is not what you offered: a link leads to another place now. Nothing was"
                        + " offered; send it by its name if you mean that."));
        assertEquals("Es gibt keine Datei /tmp/x. Es wurde nicht noch einmal angeboten.",
                german.translated("There is no file /tmp/x. It was not offered again."));
        assertEquals("Nobody says this.", german.translated("Nobody says this."));
        String longest = "x".repeat(AnswerTexts.CHARACTERS_MAX) + " is no folder.";
        assertEquals(longest, german.translated(longest));
    }
}
