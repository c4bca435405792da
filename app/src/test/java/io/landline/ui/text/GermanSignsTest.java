package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// In German the dots behind a whole word stand apart from it, and on its line (DIN 5008).
class GermanSignsTest {
    private static final Pattern WRONG_DOTS = Pattern.compile("(?<![\\u00a0„])…");

    @Test
    void aBlankThatNoLineEndsInStandsBeforeDots() throws IOException {
        var wrong = new TreeMap<String, Object>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/io/landline/ui"))) {
            List<Path> bundles = files.filter(each -> each.endsWith("messages_de.properties")).toList();
            for (Path each : bundles) {
                var texts = new Properties();
                try (var in = Files.newBufferedReader(each)) {
                    texts.load(in);
                }
                texts.forEach((key, text) -> {
                    if (WRONG_DOTS.matcher(text.toString()).find()) wrong.put(each.getParent() + " " + key, text);
                });
            }
        }
        assertEquals(new TreeMap<>(), wrong);
    }
}
