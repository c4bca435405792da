package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// One agrees to a person in three ways (`Standing.TRUSTED`). A sentence that names one of them names all. A person who
/// reads two of three takes the third for harmless.
class WaysToAgreeTest {
    private static final Path TEXTS = Path.of("src/main/resources/io/landline");
    /// The word for a file in each language that has a bundle.
    private static final Map<String, String> FILE = Map.of("en", "file", "de", "Datei", "fr", "fichiers", "es",
            "archivo", "ar", "ملف");
    private static final List<String> KEYS = List.of("writes-directly", "limit.DIRECT_WRITERS",
            "limit.WRITER_GAVE_WAY");
    /// How the command line's sentences begin to name the ways.
    private static final List<String> VERIFY = List.of("compare the safety number", "verify the person", "verify them",
            "compared the safety number");

    @Test
    void theWindowsSentencesNameTheFileToo() throws IOException {
        var without = new TreeSet<String>();
        for (var each : FILE.entrySet()) {
            var texts = new Properties();
            Path bundle = TEXTS.resolve("ui/start/messages_" + each.getKey() + ".properties");
            try (var in = Files.newBufferedReader(bundle)) {
                texts.load(in);
            }
            for (String key : KEYS) {
                if (!texts.getProperty(key).contains(each.getValue())) without.add(each.getKey() + " " + key);
            }
        }
        assertEquals(new TreeSet<>(), without);
    }

    @Test
    void theNodesSentencesNameTheFileToo() throws IOException {
        var without = new TreeSet<String>();
        for (var each : FILE.entrySet()) {
            if (each.getKey().equals("en")) continue; // each `.po` has the English sentence beside its own
            List<String> lines = Files.readAllLines(TEXTS.resolve("cli/terminal/answers_" + each.getKey() + ".po"));
            var found = new ArrayList<String>();
            for (int i = 0; i + 1 < lines.size(); i++) {
                String english = lines.get(i);
                if (!english.startsWith("msgid ") || VERIFY.stream().noneMatch(english::contains)) continue;
                found.add(english);
                if (!english.contains("accept a file")) without.add("en " + english);
                if (!lines.get(i + 1).contains(each.getValue())) without.add(each.getKey() + " " + english);
            }
            assertEquals(4, found.size(), "sentences that name ways to agree: " + found);
        }
        assertEquals(new TreeSet<>(), without);
    }
}
