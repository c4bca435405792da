package io.landline.chat.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What earlier versions wrote means the same to this one (docs/compatibility.md, "Recorded bytes").
class RecordedBytesTest {
    /// A file for each release; none ever leaves this list.
    private static final List<String> VERSIONS = List.of("0.1.0");

    private static List<RecordedBytes> of(String version) throws IOException {
        String name = "/io/landline/recorded/" + version + ".txt";
        try (var in = RecordedBytesTest.class.getResourceAsStream(name)) {
            return RecordedBytes.parse(new String(in.readAllBytes(), UTF_8));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatAVersionWroteMeansTheSame() throws IOException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (String version : VERSIONS) {
            for (RecordedBytes record : of(version)) {
                tests.add(DynamicTest.dynamicTest(version + " " + record.format() + " " + record.meaning().getFirst(),
                        () -> assertEquals(record.meaning(), RecordedBytes.meaning(record.format(), record.bytes()))));
            }
        }
        return tests.build();
    }

    @Test
    void everyKindOfPacketAndEntryIsRecordedAndEverySignatureHeld() throws IOException {
        Set<String> lines = new HashSet<>();
        for (RecordedBytes record : of("0.1.0")) lines.addAll(record.meaning());
        IntStream.rangeClosed(1, 14).forEach(kind -> assertTrue(lines.contains("kind " + kind), "kind " + kind));
        List.of("announce", "reply", "still", "ask", "leave", "deleted")
                .forEach(each -> assertTrue(lines.contains(each), each));
        assertTrue(lines.contains("name Bob"), "name cards");
        assertTrue(lines.contains("signature true") && lines.contains("body true"));
        assertFalse(lines.contains("signature false") || lines.contains("body false"));
        assertTrue(lines.contains("warnings 0"), "the settings were read whole");
    }

    @Test
    void anotherByteHasAnotherMeaning() throws Exception {
        for (RecordedBytes record : of("0.1.0")) {
            if (!record.format().equals("settings")) continue;
            byte[] bent = new String(record.bytes(), UTF_8).replace("6000", "6001").getBytes(UTF_8);
            assertNotEquals(record.meaning(), RecordedBytes.meaning(record.format(), bent));
        }
    }
}
