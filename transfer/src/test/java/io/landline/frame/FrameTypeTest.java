package io.landline.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrameTypeTest {
    @Test
    void aTypeIsWrittenAsTheProtocolsPagesWriteIt() {
        assertEquals("0x05", FrameType.written(FrameType.SHARE));
        assertEquals("0x22", FrameType.written(FrameType.ENTRIES));
        assertEquals("0xb6", FrameType.written(FrameType.NAME_CARDS));
    }

    /// Who writes a peer of their own compares what the log says with those pages.
    @Test
    void noMessageSaysATypeInDecimalDigits() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> decimal = sources.filter(each -> each.toString().endsWith(".java"))
                    .flatMap(FrameTypeTest::lines)
                    .filter(line -> line.matches(".*\" \\+ (type|\\w+\\.type\\(\\)).*"))
                    .toList();
            assertEquals(List.of(), decimal);
        }
    }

    @Test
    void thePagesGiveEachTypeItsName() throws IOException, ReflectiveOperationException {
        String name = "[A-Z][A-Z_]{2,}";
        Pattern named = Pattern.compile("(?<!, )0x(?<type>[0-9a-f]{2})(?: \\| | )(?<name>" + name + ")|(?<first>" + name
                + ") \\(0x(?<second>[0-9a-f]{2})\\)");
        var seen = new TreeSet<String>();
        try (Stream<Path> pages = Files.list(Path.of("../docs/protocol"))) {
            for (String line : pages.flatMap(FrameTypeTest::lines).toList()) {
                for (Matcher each = named.matcher(line); each.find();) {
                    boolean before = each.group("name") != null;
                    String said = each.group(before ? "name" : "first");
                    String type = each.group(before ? "type" : "second");
                    seen.add(said);
                    assertEquals(FrameType.class.getField(said).getInt(null), Integer.parseInt(type, 16), line);
                }
            }
        }
        assertTrue(seen.size() > 40, seen.toString());
    }

    private static Stream<String> lines(Path source) {
        try {
            return Files.readAllLines(source).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
