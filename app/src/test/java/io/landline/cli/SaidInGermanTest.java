package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a system whose language is German.
@StartsPrograms
class SaidInGermanTest {
    @TempDir
    static Path folder;
    private static CommandProcess commands;

    @BeforeAll
    static void begin() throws Exception {
        commands = new CommandProcess("de");
        run("id"); // which makes the profile
    }

    @AfterAll
    static void end() throws Exception {
        commands.close();
    }

    private static Ran run(String... arguments) throws Exception {
        return commands.run(folder.resolve("profile"), arguments);
    }

    @Test
    void helpIsGermanWithTheNamesOfAllCommandsAndOptions() throws Exception {
        Ran ran = run("--help");
        ran.assertEnded(ExitCode.DONE, "Aufruf: landline [");
        ran.assertEnded(ExitCode.DONE, "Befehle:\n");
        assertTrue(ran.text().matches("(?s).*\\n  peers +wer da ist\n.*"), ran.text());
        Ran send = run("send", "--help");
        send.assertEnded(ExitCode.DONE, "bietet Dateien und Ordner an");
        assertTrue(send.text().contains("--limit=RATE"), send.text());
        assertTrue(send.text().contains("höchstens so viele Bytes je Sekunde"), send.text());
        run("history", "--help").assertEnded(ExitCode.DONE, "wie viele, bis 1.000 (üblich: 50)");
    }

    @Test
    void sentencesAreGerman() throws Exception {
        run("room", "list").assertEnded(ExitCode.DONE,
                "Noch keine Räume: landline --profile " + folder.resolve("profile")
                        + " room create NAME legt einen an.");
        run("history", "--limit", "0", "Ada").assertEnded(ExitCode.USAGE, "--limit nimmt eine Zahl von 1 bis 1.000;");
        run("say").assertEnded(ExitCode.USAGE, "TO fehlt. landline say --help zeigt, was es gibt.");
        run("peers", "--nope").assertEnded(ExitCode.USAGE, "Hier gibt es keine Option --nope.");
    }

    @Test
    void whatANodeAnswersIsGermanWhereItIsKnown() throws Exception {
        run("save", "deadbeef").assertEnded(ExitCode.USAGE,
                "Diese Nachricht gibt es hier nicht. Es wurde nichts getan.");
    }

    @Test
    void whatTheNodeSaysOfSomebodyIsGermanToo() throws Exception {
        run("history", "Bob").assertEnded(ExitCode.PEER_NOT_FOUND,
                "Niemand namens Bob ist da oder war schon einmal da. landline --profile " + folder.resolve("profile")
                        + " peers zeigt, wer da ist.");
        run("history", "#nowhere").assertEnded(ExitCode.USAGE, "Dieser Knoten ist in keinem Raum #nowhere.");
    }

    @Test
    void programsReadEnglish() throws Exception {
        Ran ran = run("history", "--limit", "0", "Ada", "--json");
        String first = ran.text().lines().findFirst().orElseThrow();
        assertEquals("--limit takes a number from 1 to 1,000; --all shows every message.",
                JsonParser.parseString(first).getAsJsonObject().get("message").getAsString());
    }
}
