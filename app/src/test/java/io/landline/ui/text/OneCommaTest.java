package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Arabic has a comma of its own, and parts facts in its own way: [io.landline.language.Texts#list] and
/// [io.landline.language.Texts#facts] know it.
class OneCommaTest {
    private static final Path SOURCES = Path.of("src/main/java/io/landline/ui");
    private static final Path TEXTS = Path.of("src/main/resources/io/landline/ui");
    private static final Pattern JOINED = Pattern.compile("(join|joining|StringJoiner)\\(\", \"|\\+ \", \" \\+");

    /// Addresses alone run from the left in every language, and so does what stands between them.
    @Test
    void noPageHasACommaOfItsOwn() throws IOException {
        var own = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (JOINED.matcher(Files.readString(file)).find()) own.add(file.getFileName().toString());
            }
        }
        assertEquals(Set.of("InterfaceCard.java", "Interfaces.java", "NetworkSection.java"), own);
    }

    /// Between facts it would put the first of two that run from the left behind the second.
    @Test
    void noArabicTextHasADotBetweenFacts() throws IOException {
        var dotted = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(TEXTS)) {
            for (Path file : files.filter(each -> each.endsWith("messages_ar.properties")).toList()) {
                for (String line : Files.readAllLines(file)) if (line.contains(" \u00B7 ")) dotted.add(line);
            }
        }
        assertEquals(Set.of(), dotted);
    }
}
