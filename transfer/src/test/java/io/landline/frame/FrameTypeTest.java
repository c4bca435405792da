package io.landline.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static Stream<String> lines(Path source) {
        try {
            return Files.readAllLines(source).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
