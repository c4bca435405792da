package io.landline.ui.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The signs of French texts stand as French wants them, and so on the same line as their word.
class FrenchSignsTest {
    /// A blank that may end a line, or a wide one, before a sign of two parts or inside of guillemets.
    private static final Pattern WRONG_BLANK = Pattern.compile("[ \\u00a0](?=[:;?!»](?:[\\s'\"|}]|$))|«[ \\u00a0]");
    private static final Pattern BLANK_BEFORE_DOTS = Pattern.compile("\\s…");

    @Test
    void aNarrowBlankStandsBeforeSignsOfTwoPartsAndNoneBeforeDots() throws IOException {
        assertEquals(List.of(), lines().filter(line -> WRONG_BLANK.matcher(line).find()
                || BLANK_BEFORE_DOTS.matcher(line).find()).toList());
    }

    private static Stream<String> lines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/io/landline/ui"))) {
            List<Path> bundles = files.filter(each -> each.endsWith("messages_fr.properties")).toList();
            var lines = Stream.<String>builder();
            for (Path each : bundles) Files.readAllLines(each, UTF_8).forEach(lines);
            return lines.build();
        }
    }
}
