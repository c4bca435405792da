package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Text in bytes that are no UTF-8, as a terminal or a script in another encoding gives it. `say` once sent U+FFFD.
@StartsPrograms
class RawArgumentsTest {
    private static final String SENTENCE = " is not UTF-8. Set the terminal, or the program that gave it,"
            + " to UTF-8. Nothing was done.";

    @TempDir
    Path folder;

    private static boolean isText(String argument, String... commandLine) {
        return RawArguments.isText(argument, (String.join("\0", commandLine) + '\0').getBytes(ISO_8859_1));
    }

    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    @Test
    void onlyTheArgumentsOwnBytesDecide() {
        assertFalse(isText("caf\uFFFD", "java", "say", "Ben", "caf\u00e9"));
        assertFalse(isText("caf\uFFFD", "java", "--name=caf\u00e9"));
        assertTrue(isText("caf\uFFFD", "java", "say", "caf\u00e9s", utf8("caf\uFFFD")));
        assertTrue(isText("caf\uFFFD", "java"), "nothing is known of it");
        assertTrue(isText("café", "java", utf8("café")));
    }

    /// The last argument has the byte E9 behind what is given here.
    private String said(String... arguments) throws Exception {
        var command = new ArrayList<>(
                List.of("sh", "-c", "last=$1; shift; exec \"$@\" \"$(printf '%s\\351' \"$last\")\"",
                        "sh", arguments[arguments.length - 1]));
        command.addAll(SelfCommand.of(List.of(arguments).subList(0, arguments.length - 1).toArray(String[]::new)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(ExitCode.USAGE, process.waitFor(), said);
        return said;
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems do not show the bytes")
    void whatIsNoTextIsRefusedBeforeAnythingIsDone() throws Exception {
        String profile = folder.resolve("profile").toString();
        assertTrue(said("say", "Ben", "--profile", profile, "--interface", "lo", "caf").startsWith("TEXT" + SENTENCE));
        assertTrue(said("room", "join", "--open", "--profile", profile, "--interface", "lo", "caf")
                .startsWith("NAME" + SENTENCE));
        assertTrue(said("id", "--profile", profile, "--name=caf").startsWith("--name" + SENTENCE));
        assertTrue(said("id", "--profile", profile + "/caf").startsWith("--profile" + SENTENCE));
        assertTrue(said("id", "--profile", profile, "--json", "--name", "caf").contains("\"code\":\"usage\""));
        assertTrue(said("lab", "hangman", "--word", "caf").startsWith("--word" + SENTENCE));
        assertFalse(folder.resolve("profile").toFile().exists());
    }
}
