package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.ProgramFile;
import io.landline.testing.StartsPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `build/program`, whose Maven is a script that prints what it was asked.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script")
@StartsPrograms
class ProgramScriptTest {
    @TempDir
    Path folder;

    /// Maven takes them as one text and divides it at blanks, but for what stands in quotes. It knows no other sign.
    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        assertEquals("", arguments());
        assertEquals("'--rounds' '3'", arguments("--rounds", "3"));
        assertEquals("'/tmp/a b/file' '' '*'", arguments("/tmp/a b/file", "", "*"));
        assertEquals("'a'\"'\"'b' '\"c d\"' 'e\\ f'", arguments("a'b", "\"c d\"", "e\\ f"));
    }

    private String arguments(String... given) throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        ProgramFile.write(bin.resolve("mvn"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        var command = new ArrayList<>(List.of(Path.of("..", "build", "program").toString(), "some.Program"));
        command.addAll(List.of(given));
        Path said = folder.resolve("said");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().merge("PATH", bin.toString(), (path, own) -> own + File.pathSeparator + path);
        assertEquals(0, builder.start().waitFor());
        String option = "-Dprogram.arguments=";
        return Files.readAllLines(said)
                .stream()
                .filter(each -> each.startsWith(option))
                .map(each -> each.substring(option.length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
