package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What others wrote and named is said in rows that do not begin at the edge of a terminal.
class TextsOfOthersTest {
    private static final Path COMMANDS = Path.of("src", "main", "java", "io", "landline", "cli");
    /// Those that make lines of what others wrote or named.
    private static final Pattern SAID_WHOLE = Pattern.compile("\\.say\\([^;]*?\\b(?:Event|History|Box|Room|Shelf"
            + "|Transfer|Person|Act)Formatter\\.(?!silent\\(|ownStatus\\()");

    @Test
    void linesOfThemAreSaidInRows() throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> sources = Files.walk(COMMANDS)) {
            for (Path each : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                SAID_WHOLE.matcher(Files.readString(each))
                        .results()
                        .forEach(match -> found.add(each.getFileName() + " " + match.group()));
            }
        }
        assertEquals(List.of(), found);
    }
}
