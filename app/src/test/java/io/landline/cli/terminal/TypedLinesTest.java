package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TypedLinesTest {
    private static TypedLines reader(String text, int max) {
        return new TypedLines(new ByteArrayInputStream(text.getBytes(UTF_8)), max, UTF_8);
    }

    @Test
    void linesComeWithoutTheirEndsWhicheverTheyAre() throws IOException {
        TypedLines in = reader("one\ntwo\r\nthree", 100);
        assertEquals("one", in.next());
        assertEquals("two", in.next());
        assertEquals("three", in.next());
        assertNull(in.next());
    }

    @Test
    void aLineAboveTheLimitIsCutAndTheNextOneIsWhole() throws IOException {
        TypedLines in = reader("123456789\nnext\n", 4);
        assertEquals("1234", in.next());
        assertEquals("next", in.next());
    }

    @Test
    void aLineOfExactlyTheLimitIsWhole() throws IOException {
        assertEquals("1234", reader("1234\n", 4).next());
    }
}
