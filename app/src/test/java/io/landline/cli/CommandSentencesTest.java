package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.lab.LabCommand;
import io.landline.cli.terminal.ExitCode;
import io.landline.process.FreePorts;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What commands say where there is nothing to show, where they are done, and where something does not fit: on a
/// profile that no node uses.
@StartsPrograms
class CommandSentencesTest {
    @TempDir
    static Path folder;
    private static CommandProcess commands;
    private static int udpPort;

    @BeforeAll
    static void begin() throws IOException {
        commands = new CommandProcess();
        udpPort = FreePorts.udp();
        run("room", "create", "class", "--key", "amber fox piano river").assertEnded(ExitCode.DONE, "Made #class.");
    }

    @AfterAll
    static void end() throws Exception {
        commands.close();
    }

    private static Ran run(String... arguments) throws IOException {
        return commands.run(folder.resolve("Ada"), arguments);
    }

    /// As [#run], where the command starts a node.
    private static Ran withNode(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("--interface", "lo", "--udp-port", Integer.toString(udpPort)));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    /// Whatever stands behind it: the word that follows is no mistake.
    @Test
    void optionsOfANodeDoNotStandBeforeTheLab() throws Exception {
        for (String word : List.of("list", "http", "of-no-such-name")) {
            withNode("lab", word).assertEnded(ExitCode.USAGE, "Put lab first: landline lab list names");
        }
    }

    @Test
    void aMistypedWordOfAListIsTakenForTheNearestOne() throws Exception {
        run("help", "room", "joim").assertEnded(ExitCode.USAGE,
                "joim is not known here. Did you mean join? landline room --help shows what there is.");
        run("transfers", "lst", "--help").assertEnded(ExitCode.USAGE, "Did you mean list?");
        run("help", "say", "ben").assertEnded(ExitCode.DONE, "Usage: landline say");
        run("peers", "--color", "nevr").assertEnded(ExitCode.USAGE,
                "--color takes auto, always or never. Did you mean never?");
        run("peers", "--accept", "al").assertEnded(ExitCode.USAGE,
                "--accept takes all, known, ask or none. Did you mean all?");
        run("export", "#class", "f", "--format", "jsn").assertEnded(ExitCode.USAGE, "Did you mean json?");
    }

    @Test
    void aWordOfAnotherProgramIsTakenForTheCommandThatDoesIt() throws Exception {
        run("accept").assertEnded(ExitCode.USAGE,
                "accept is not known here. Did you mean receive? landline --help shows what there is.");
        run("run", "--interface", "lo").assertEnded(ExitCode.USAGE, "Did you mean node?");
        run("room", "run").assertEnded(ExitCode.USAGE,
                "run is not known here. landline room --help shows what there is.");
    }

    /// A mistyped name would leave a new profile behind, which then is empty each time.
    @Test
    void whatOnlyReadsMakesNoProfile() throws Exception {
        Path mistyped = folder.resolve("Adda");
        for (List<String> each : List.of(List.of("history", "#class"), List.of("search", "word"), List.of("saved"),
                List.of("pinned", "#class"), List.of("export", "#class", "-"))) {
            commands.run(mistyped, each.toArray(String[]::new))
                    .assertEnded(ExitCode.USAGE,
                            "There is no profile in " + mistyped + ".");
            assertFalse(Files.exists(mistyped), each::toString);
        }
    }

    /// They are found by an index of words: no message has one as long.
    @Test
    void whatIsSearchedForHasALimit() throws Exception {
        String most = "word ".repeat(819);
        run("search", most).assertEnded(ExitCode.DONE, "No message was found.");
        run("search", most + "more").assertEnded(ExitCode.USAGE, "WORDS has more than 4096 bytes. Nothing was done.");
        for (String option : List.of("--search", "--from")) {
            run("history", "#class", option, most + "more")
                    .assertEnded(ExitCode.USAGE, option + " has more than 4096 bytes. Nothing was done.");
        }
    }

    /// Whether a profile stands there is not known where the disk does not let one look.
    @Test
    void whatOnlyReadsSaysWhyAFolderCannotBeEntered() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no folder");
        for (Path each : List.of(file, file.resolve("profile"))) {
            commands.run(each, "search", "word")
                    .assertEnded(ExitCode.FAILED,
                            "The profile's folder " + each + " cannot be made or opened (" + file
                                    + " is a file, and no folder); choose another with --profile.");
        }
    }

    /// The doctor and `id` make a profile too; the first room that is given is the profile's own all the same.
    @Test
    void theFirstRoomIsKeptAlsoWhereAnotherCommandMadeTheProfile() throws Exception {
        Path late = folder.resolve("Late");
        commands.run(late, "id").assertEnded(ExitCode.DONE, "");
        commands.run(late, "--interface", "lo", "--udp-port", Integer.toString(udpPort), "peers", "--for", "1",
                "--room",
                "class", "--key", "amber fox piano river").assertEnded(ExitCode.DONE, "");
        commands.run(late, "room", "list").assertEnded(ExitCode.DONE, "#class");
    }

    @Test
    void aRoomInThePlaceOfAPersonIsWrongUsage() throws Exception {
        run("verify", "#class").assertEnded(ExitCode.USAGE,
                "A safety number belongs to a person, not to a room: name one of its members.");
        run("verify", "#class", "--json").assertEnded(ExitCode.USAGE, "\"code\":\"malformed\"");
    }

    @Test
    void whatIsNoNumberOfAnOptionIsToldSo() throws Exception {
        for (String wrong : List.of("x", "1.5", "#1")) {
            run("vote", "12345678", "1", wrong).assertEnded(ExitCode.USAGE,
                    "NUMBER takes a whole number, not " + wrong + ".");
        }
        run("vote", "12345678", "1", "99999999999").assertEnded(ExitCode.USAGE,
                "99999999999 is no number that NUMBER takes.");
        run("vote", "12345678", "0").assertEnded(ExitCode.USAGE, "The first option of a poll is 1.");
    }

    @Test
    void aBigNumberIsShownAndTakenWithItsCommas() throws Exception {
        run("history", "--help").assertEnded(ExitCode.DONE, "up to 1,000");
        run("bench", "history", "--help").assertEnded(ExitCode.DONE, "1,000,000");
        assertTrue(LabCommand.commandLine().getSubcommands().get("udp-echo").getUsageMessage().contains("2,048"));
        run("history", "#class", "--limit", "1,000").assertEnded(ExitCode.DONE, "No messages here yet.");
        run("history", "#class", "--limit", "1,001").assertEnded(ExitCode.USAGE, "from 1 to 1,000;");
        run("history", "#class", "--limit", "1,00").assertEnded(ExitCode.USAGE,
                "--limit takes a whole number, not 1,00.");
    }

    @Test
    void aFolderInThePlaceOfAKeyFileIsCalledOne() throws Exception {
        run("room", "join", "other", "--key-file", folder.toString()).assertEnded(ExitCode.USAGE,
                "cannot be read: it is a folder.");
    }

    @Test
    void leavingAnOpenRoomSpeaksOfNoKey() throws Exception {
        run("room", "join", "hall", "--open");
        run("room", "leave", "hall").assertEnded(ExitCode.DONE,
                "Left #hall. Its history stays, and shows again if you join it once more.");
        run("room", "join", "hall", "--open");
        run("room", "leave", "#hall", "--json").assertEnded(ExitCode.DONE, "\"room\":\"#hall (open)\",\"open\":true");
        run("room", "create", "club", "--key", "four other words here");
        run("room", "leave", "club").assertEnded(ExitCode.DONE,
                "Left #club. Its history stays, and shows again if you join it with the same key.");
    }

    @Test
    void aRoomWithAKeyMayHaveANameThatEndsAsTheLabelOfAnOpenOne() throws Exception {
        run("room", "create", "club (open)", "--key", "four other words here");
        run("room", "leave", "club (open)").assertEnded(ExitCode.DONE,
                "Left #club (open). Its history stays, and shows again if you join it with the same key.");
        run("room", "create", "club (open)", "--key", "four other words here");
        run("room", "leave", "club (open)", "--json").assertEnded(ExitCode.DONE,
                "\"room\":\"#club (open)\",\"open\":false");
    }

    @Test
    void newWordsOfARoomWithoutMembersAreToldToGoToNobody() throws Exception {
        run("room", "create", "alone", "--key", "one two three four");
        Ran changed = withNode("room", "change-words", "alone");
        changed.assertEnded(ExitCode.DONE, "\n\nNo member gets it from here: tell it to those who may come in.");
    }

    @Test
    void helpOfEachCommandIsAsWideAsTheTerminal() {
        var narrow = new ArrayList<String>();
        addNarrow(LandlineCommand.of(LaunchLink.of(new String[]{"room"}, Map.of())).line(), narrow);
        addNarrow(LabCommand.commandLine(), narrow);
        assertEquals(List.of(), narrow);
    }

    private static void addNarrow(CommandLine command, List<String> narrow) {
        if (!command.isUsageHelpAutoWidth()) narrow.add(command.getCommandSpec().qualifiedName());
        command.getSubcommands().values().forEach(each -> addNarrow(each, narrow));
    }

    @Test
    void whereNothingIsToBeShownALineSaysSo() throws Exception {
        run("saved").assertEnded(ExitCode.DONE, "Nothing is saved: landline --profile "
                + folder.resolve("Ada") + " save ID keeps a message for yourself.");
        run("pinned", "#class").assertEnded(ExitCode.DONE, "Nothing is pinned here: landline --profile "
                + folder.resolve("Ada") + " pin ID pins a message for everybody.");
        run("search", "word").assertEnded(ExitCode.DONE, "No message was found.");
        run("history", "#class").assertEnded(ExitCode.DONE, "No messages here yet.");
        run("history", "#class", "--all").assertEnded(ExitCode.DONE, "No messages here yet.");
        run("history", "#class", "--search", "word").assertEnded(ExitCode.DONE, "No message was found.");
        run("history", "#class", "--all", "--since", "2026-01-01").assertEnded(ExitCode.DONE, "No message was found.");
    }

    @Test
    void aRoomThatIsMutedSaysSoInTheList() throws Exception {
        run("room", "create", "loud", "--key", "four other words here");
        run("mute", "#loud");
        run("room", "list").assertEnded(ExitCode.DONE, "#loud  (muted)  (nobody has confirmed this key yet)\n");
        run("mute", "#loud", "--hours", "8");
        run("room", "list").assertEnded(ExitCode.DONE, "#loud  (muted until 20");
        run("mute", "#loud", "--mentions");
        run("room", "list").assertEnded(ExitCode.DONE, "#loud  (notifies only of what calls you)  (");
    }

    @Test
    void programsReadNothingWhereNothingIs() throws Exception {
        for (List<String> each : List.of(List.of("saved"), List.of("pinned", "#class"), List.of("search", "word"),
                List.of("history", "#class"))) {
            var line = new ArrayList<>(each);
            line.add("--json");
            Ran ran = run(line.toArray(String[]::new));
            assertEquals("", ran.text());
            assertEquals(ExitCode.DONE, ran.exitCode());
        }
    }

    @Test
    void aFileThatWasWrittenIsNamed() throws Exception {
        Path file = folder.resolve("talk.txt");
        run("export", "#class", file.toString()).assertEnded(ExitCode.DONE, "Written: " + file);
        run("export", "#class", file + ".pdf").assertEnded(ExitCode.DONE, "Landline makes no .pdf: what stands in that"
                + " file is text.");
        String page = file + ".htm";
        Ran written = run("export", "#class", page);
        assertEquals("Written: " + page + "\n", written.text());
        assertTrue(Files.readString(Path.of(page)).startsWith("<!"), page);
    }

    @Test
    void aFileThatIsThereEndsEachCommandAlike() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        for (List<String> each : List.of(List.of("export", "#class", file.toString()),
                List.of("watch", "--write", file.toString()), List.of("watch", "--text", file.toString()))) {
            withNode(each.toArray(String[]::new)).assertEnded(ExitCode.USAGE, file + " is there already");
            var line = new ArrayList<>(each);
            line.add("--json");
            withNode(line.toArray(String[]::new)).assertEnded(ExitCode.USAGE, "\"code\":\"file-exists\"");
        }
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aNameThatIsNotHereIsShownInOneLineWhateverIsInIt() throws Exception {
        String typed = "#a\tb\nc\u202ed\u001b[2J";
        String shown = "a\\tb\\nc\\u202ed\\x1b[2J";
        for (List<String> each : List.of(List.of("room", "join", typed), List.of("room", "leave", typed),
                List.of("room", "members", typed), List.of("room", "words", typed),
                List.of("room", "rename", typed, "x"),
                List.of("history", typed), List.of("history", typed.substring(1)), List.of("mute", typed),
                List.of("keep", typed), List.of("verify", typed.substring(1)), List.of("block", typed.substring(1)),
                List.of("pinned", typed), List.of("export", typed, folder.resolve("none").toString()))) {
            Ran ran = run(each.toArray(String[]::new));
            assertTrue(ran.text().contains(shown), each + ": " + ran.text());
            assertEquals(1, ran.text().lines().count(), each + ": " + ran.text());
        }
    }

    @Test
    void aShelfThatWasRemovedIsNamed() throws Exception {
        Path shelf = Files.createDirectory(folder.resolve("Photos"));
        withNode("shelf", "add", "#class", shelf.toString()).assertEnded(ExitCode.DONE, "Opened: ");
        withNode("shelf", "remove", "Photos").assertEnded(ExitCode.DONE, "Closed: Photos");
        assertFalse(withNode("shelf", "list").text().contains("Photos"));
    }

    @Test
    void damagedSettingsAreNamedAlsoWhereTheLastGoodOnesHold() throws Exception {
        Path profile = folder.resolve("Ben");
        commands.run(profile, "room", "create", "class", "--key", "amber fox piano river");
        commands.run(profile, "room", "list").assertEnded(ExitCode.DONE, "#class");
        Files.writeString(profile.resolve("settings.json"), "{");
        for (List<String> each : List.of(List.of("room", "list"), List.of("room", "create", "other", "--open"),
                List.of("peers", "--for", "1s", "--interface", "lo", "--udp-port", Integer.toString(udpPort)))) {
            Ran ran = commands.run(profile, each.toArray(String[]::new));
            ran.assertEnded(ExitCode.DONE, "could not be read");
            assertEquals(2, ran.text().split("could not be read", -1).length, ran.text());
        }
    }
}
