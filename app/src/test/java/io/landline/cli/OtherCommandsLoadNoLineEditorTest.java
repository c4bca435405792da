package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The line editor of `chat` costs the other commands nothing (docs/adr/0037).
@StartsPrograms
class OtherCommandsLoadNoLineEditorTest {
    @TempDir
    Path folder;

    @Test
    void aCommandThatIsNotAChatLoadsNoClassOfTheLineEditor() throws Exception {
        Path loaded = folder.resolve("loaded");
        var command = new ArrayList<>(SelfCommand.of("id", "--profile", folder.resolve("profile").toString()));
        command.removeIf(option -> option.startsWith("-XX:AOTCache")); // with it all of its classes count as loaded
        command.add(1, "-Xlog:class+load:file=" + loaded);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertEquals(ExitCode.DONE, process.waitFor());
        List<String> lines = Files.readAllLines(loaded);
        assertTrue(lines.stream().anyMatch(line -> line.contains("io.landline.cli.chat.ChatCommand")),
                "the log is whole");
        assertEquals(List.of(), lines.stream().filter(line -> line.contains("] org.jline.")).toList());
    }
}
