package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.cli.terminal.TypedLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class TypedLinesTest {
    private static TypedLines reader(String text, int max) {
        return new TypedLines(new ByteArrayInputStream(text.getBytes(UTF_8)), max);
    }

    @Test
    void linesComeWithoutTheirEndsWhicheverTheyAre() throws IOException {
        TypedLines in = reader("one\ntwo\r\nthree", 100);
        assertEquals(new Line("one"), in.next());
        assertEquals(new Line("two"), in.next());
        assertEquals(new Line("three"), in.next());
        assertNull(in.next());
    }

    @Test
    void aLineAboveTheLimitIsCutAndTheNextOneIsWhole() throws IOException {
        TypedLines in = reader("123456789\nnext\n", 4);
        assertEquals(new Line("1234", true), in.next());
        assertEquals(new Line("next"), in.next());
    }

    /// Without its rest it would have been taken for the whole line.
    @Test
    void aLineThatIsCutWithinBlanksIsACutLine() throws IOException {
        TypedLines in = reader("12  34\n      x\n", 4);
        assertEquals(new Line("12", true), in.next());
        Line blanks = in.next();
        assertEquals(new Line("", true), blanks);
        assertFalse(blanks.isBlank());
    }

    @Test
    void aLineThatIsNotTextIsSaidAndTheNextOneIsRead() throws IOException {
        var in = new TypedLines(new ByteArrayInputStream("caf\u00e9\nnext\n".getBytes(ISO_8859_1)), 100);
        assertEquals(new Line(null), in.next());
        assertEquals(new Line("next"), in.next());
    }

    @Test
    void aCutWithinACharacterIsACutLine() throws IOException {
        TypedLines in = reader("abc\u00e9\nnext\n", 4);
        assertEquals(new Line("abc\ufffd", true), in.next());
        assertEquals(new Line("next"), in.next());
    }

    @Test
    void aMarkBeforeTheFirstLineIsNoPartOfIt() throws IOException {
        TypedLines in = reader("\ufeffone\n\ufefftwo\n", 100);
        assertEquals(new Line("one"), in.next());
        assertEquals(new Line("\ufefftwo"), in.next());
        assertEquals(new Line("\uf000"), reader("\uf000\n", 100).next());
        assertNull(reader("", 100).next());
    }

    @Test
    void aLineOfExactlyTheLimitIsWhole() throws IOException {
        assertEquals(new Line("1234"), reader("1234\n", 4).next());
    }

    /// Who pressed Ctrl-D had to press it again, where nothing was typed before.
    @Test
    void theEndOfATerminalIsReadOnce() throws IOException {
        for (String typed : new String[]{"", "one", "one\n"}) {
            var lines = new TypedLines(endingOnce(typed), 100);
            if (!typed.isEmpty()) assertEquals(new Line("one"), lines.next());
            assertNull(lines.next(), typed);
            assertNull(lines.next(), typed);
        }
    }

    private static InputStream endingOnce(String typed) {
        var bytes = new ByteArrayInputStream(typed.getBytes(UTF_8));
        return new InputStream() {
            private boolean isOver;

            @Override
            public int read() throws IOException {
                if (isOver) throw new IOException("nobody types any more");
                int next = bytes.read();
                isOver = next == -1;
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int next = read();
                if (next == -1) return -1;
                into[from] = (byte) next;
                return 1;
            }
        };
    }
}
