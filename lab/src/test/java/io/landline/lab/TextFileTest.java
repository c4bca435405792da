package io.landline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.lab.game.HangmanWords;
import io.landline.lab.game.Question;
import io.landline.lab.game.QuizClient;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @Test
    void aTextOfJustTheBytesIsRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("text"), "añb");
        assertEquals("añb", TextFile.read(file, 4));
        assertThrows(LabException.class, () -> TextFile.read(file, 3));
    }

    @Test
    void aMarkBeforeTheTextIsNoPartOfIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("text"), "\ufeffone\n\ufefftwo\n");
        assertEquals(List.of("one", "\ufefftwo"), TextFile.lines(file));
    }

    @Test
    void whatIsNoTextIsToldSo(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("picture"), new byte[]{(byte) 0xff});
        assertThrows(CharacterCodingException.class, () -> TextFile.read(file, 4));
    }

    /// Its size is 0, and reading it to its end takes all memory.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileWithoutAnEndIsRefusedWhereverAPersonNamesOne() {
        Path zeros = Path.of("/dev/zero");
        for (Executable reads : List.<Executable>of(() -> Question.read(zeros), () -> HangmanWords.in(zeros),
                () -> QuizClient.passwordIn(zeros))) {
            LabException refused = assertThrows(LabException.class, reads);
            assertEquals("/dev/zero is larger than 8,388,608 bytes. Nothing of it was used.", refused.getMessage());
        }
    }
}
