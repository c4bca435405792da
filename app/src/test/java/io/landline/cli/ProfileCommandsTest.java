package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a profile that no node uses.
@StartsPrograms
class ProfileCommandsTest {
    @TempDir
    static Path folder;
    private static CommandProcess commands;

    @BeforeAll
    static void begin() throws IOException {
        commands = new CommandProcess();
    }

    @AfterAll
    static void end() throws Exception {
        commands.close();
    }

    private static Ran run(String profile, String... arguments) throws IOException {
        return commands.run(folder.resolve(profile), arguments);
    }

    @Test
    void aSecondRoomOfANameIsAnsweredWithTheNameThatMeansIt() throws Exception {
        run("Dora", "room", "create", "twice", "--key", "amber fox piano river");
        Ran second = run("Dora", "room", "create", "twice", "--open");
        second.assertEnded(ExitCode.DONE, "You are in another room #twice too. This one is #twice~");
        assertFalse(second.text().contains("(open)"), second.text());
        run("Dora", "room", "join", "court", "--open").assertEnded(ExitCode.DONE,
                "Joined #court. It is open: everybody");
        Ran third = run("Dora", "room", "join", "twice", "--key", "other words than these", "--json");
        String label = JsonParser.parseString(third.text().strip()).getAsJsonObject().get("room").getAsString();
        assertTrue(run("Dora", "room", "list").text().contains(label + "  (nobody"), label);
        assertEquals(ExitCode.DONE, run("Dora", "room", "leave", label).exitCode());
    }

    @Test
    void aNewRoomDoesNotGetTheKeyOfTheEnvironment() throws Exception {
        String key = "amber fox piano river";
        try (var exported = new CommandProcess("en", key)) {
            Path profile = folder.resolve("Fay");
            exported.run(profile, "room", "join", "class").assertEnded(ExitCode.DONE, "Joined #class.");
            Ran made = exported.run(profile, "room", "create", "group");
            made.assertEnded(ExitCode.DONE, "The key of #group");
            assertFalse(made.text().contains(key), made.text());
        }
    }

    @Test
    void aFolderThatCannotBeIsRefusedAndNotStored() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "words");
        for (Path each : List.of(file, file.resolve("below"))) {
            run("Emil", "room", "list", "--downloads",
                    each.toString()).assertEnded(ExitCode.USAGE, file + " is no folder");
        }
        run("Emil", "room", "list", "--downloads",
                folder.resolve("not/yet").toString()).assertEnded(ExitCode.DONE, "No rooms yet");
    }

    @Test
    void aProfileThatIsAFileIsToldInWords() throws Exception {
        Files.writeString(folder.resolve("Fritz"), "words");
        Ran ran = run("Fritz", "id");
        ran.assertEnded(ExitCode.FAILED, "Fritz is a file, and no folder");
        assertFalse(ran.text().contains("Exception"), ran.text());
    }

    @Test
    void aLineThatCannotBeReadEndsWithALineForProgramsToo() throws Exception {
        for (String[] typed : new String[][]{{"say", "--json"}, {"no-such-command", "--json"},
                {"history", "#class", "--limit", "many", "--json"}, {"mute", "Bob", "--off", "--mentions", "--json"}}) {
            Ran ran = run("Gil", typed);
            assertEquals(ExitCode.USAGE, ran.exitCode());
            JsonObject failed = JsonParser.parseString(ran.text().lines().findFirst().orElseThrow()).getAsJsonObject();
            assertEquals(List.of("failed", "usage"),
                    List.of(failed.get("event").getAsString(), failed.get("code").getAsString()));
            assertFalse(failed.get("message").getAsString().contains("Error:"), failed.toString());
        }
    }

    @Test
    void whatCannotBeReadIsSaidInPlainWords() throws Exception {
        run("Gil", "pears").assertEnded(ExitCode.USAGE,
                "pears is not known here. Did you mean peers? landline --help shows what there is.");
        run("Gil", "peers", "--nope").assertEnded(ExitCode.USAGE, "There is no option --nope here.");
        run("Gil", "say").assertEnded(ExitCode.USAGE, "TO is missing.");
        run("Gil", "history", "#class", "--limit", "many").assertEnded(ExitCode.USAGE,
                "--limit takes a whole number, not many.");
        run("Gil", "mute", "Bob", "--off", "--mentions").assertEnded(ExitCode.USAGE,
                "Only one of these can be given: --mentions, --hours, --off.");
        run("Gil", "peers", "--room").assertEnded(ExitCode.USAGE, "--room needs NAME behind it.");
    }

    @Test
    void aSearchForNothingIsRefused() throws Exception {
        run("Dora", "search", "").assertEnded(ExitCode.USAGE, "one word or more");
        run("Dora", "history", "Bob", "--search", " ").assertEnded(ExitCode.USAGE, "one word or more");
    }
}
