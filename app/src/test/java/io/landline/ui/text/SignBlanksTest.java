package io.landline.ui.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The blanks before signs that each language writes in its own way.
class SignBlanksTest {
    private static final Path BUNDLES = Path.of("src/main/resources/io/landline/ui");
    /// A number of its own, with a blank at which the line may end before its sign.
    private static final Pattern PERCENT = Pattern.compile("[\\d}] %(?!\\w)");
    private static final Pattern DOTS = Pattern.compile("(\\s|\\\\u00a0|\\\\u202F)…", Pattern.CASE_INSENSITIVE);

    private static List<String> lines(Pattern wrong, String bundles) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path each : files.filter(file -> file.getFileName().toString().matches(bundles)).toList()) {
                Files.readAllLines(each, UTF_8).stream().filter(line -> wrong.matcher(line).find()).forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void aPercentSignStaysOnTheLineOfItsNumber() throws IOException {
        assertEquals(List.of(), lines(PERCENT, "messages_.*\\.properties"));
    }

    @Test
    void inSpanishAndFrenchDotsStandAtTheirWord() throws IOException {
        assertEquals(List.of(), lines(DOTS, "messages_(es|fr)\\.properties"));
    }
}
