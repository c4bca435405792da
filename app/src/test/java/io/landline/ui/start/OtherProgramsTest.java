package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherProgramsTest {
    @TempDir
    Path folder;
    private final List<String> told = new ArrayList<>();
    private final OtherPrograms programs = new OtherPrograms(
            new Background(new FxThread(Runnable::run, Runnable::run), Runnable::run, false),
            (sentence, _) -> told.add(sentence));

    @Test
    void nobodyIsSentToAFileThatIsGone() {
        programs.handFile(folder.resolve("gone.pdf"), _ -> {
            throw new IOException("no program");
        }, "open.failed");
        programs.handFile(folder.resolve("gone.pdf"), _ -> {}, "folder.failed"); // the folder around it is shown
        assertEquals(List.of("file.gone", "file.gone"), told);
    }

    @Test
    void whereNoProgramTakesAFileItSaysWhereThatIs() throws IOException {
        Path file = Files.createFile(folder.resolve("a.pdf"));
        programs.handFile(file, _ -> {
            throw new IOException("no program");
        }, "open.failed");
        programs.handFile(file, _ -> {}, "open.failed");
        assertEquals(List.of("open.failed"), told);
    }
}
