package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.RunningForTest;
import io.landline.process.FreePorts;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

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
        Ran court = run("Dora", "room", "join", " court ", "--open"); // blanks around it are no part of its name
        court.assertEnded(ExitCode.DONE, "Joined #court. It is open: everybody");
        assertFalse(court.text().contains("another room"), court.text());
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
    void aKeyThatIsEasyToGuessIsNamedWhereARoomIsMadeOrJoined() throws Exception {
        String weak = "is easier to guess than four random words";
        run("Gus", "room", "create", "one", "--key", "abc").assertEnded(ExitCode.DONE, "The key of #one " + weak);
        run("Gus", "room", "join", "two", "--key", "abc").assertEnded(ExitCode.DONE, "The key of #two " + weak);
        assertFalse(run("Gus", "room", "create", "three").text().contains(weak));
        assertFalse(run("Gus", "room", "join", "four", "--open").text().contains(weak));
    }

    @Test
    void handInBoxesOfAWriteProtectedProfileAreRead() throws Exception {
        Path profile = Files.createDirectory(folder.resolve("Jan"));
        run("Jan", "room", "create", "class", "--key", "amber fox piano river");
        Ran made = run("Jan", "collect", "make", "#class", "Essay", "--until", "7d", "--json", "--interface", "lo",
                "--udp-port", Integer.toString(FreePorts.udp()));
        String box = made.text()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(each -> each.get("event").getAsString().equals("ok")) // a warning has a message, too
                .findFirst()
                .orElseThrow()
                .get("message")
                .getAsString();
        Assumptions.assumeTrue(system("mount", "--bind", profile.toString(), profile.toString()),
                "skipped: nothing can be mounted here");
        try {
            system("mount", "-o", "remount,ro,bind", profile.toString());
            run("Jan", "collect", "list").assertEnded(ExitCode.DONE, "Essay");
            run("Jan", "collect", "list", box).assertEnded(ExitCode.DONE, "Essay");
            run("Jan", "collect", "export", box, "-").assertEnded(ExitCode.DONE, "\"name\",\"fingerprint\",\"state\"");
            run("Jan", "collect", "list", "12345678").assertEnded(ExitCode.USAGE, "There is no such hand-in box");
            run("Jan", "collect", "close", "12345678").assertEnded(ExitCode.USAGE, "There is no such hand-in box");
            run("Jan", "collect", "close", "Essay").assertEnded(ExitCode.USAGE, "A hand-in box is named by its id");
        } finally {
            system("umount", "-l", profile.toString());
        }
    }

    @Test
    void theDoctorNamesAProfileThatCannotBeWritten() throws Exception {
        Path profile = Files.createDirectory(folder.resolve("Kim"));
        run("Kim", "room", "list");
        Assumptions.assumeTrue(system("mount", "--bind", profile.toString(), profile.toString()),
                "skipped: nothing can be mounted here");
        try {
            system("mount", "-o", "remount,ro,bind", profile.toString());
            String why = "The profile's folder " + profile + " cannot be written to. A node stores what it hears, so"
                    + " only commands that read and start none work, such as landline --profile " + profile
                    + " history. Make it writable, or choose another with"
                    + " --profile.";
            Ran doctor = run("Kim", "doctor", "--json");
            doctor.assertEnded(ExitCode.FAILED, "cannot-start");
            JsonObject finding = json(doctor).getFirst();
            assertEquals("finding", finding.get("event").getAsString());
            assertEquals("bad", finding.get("state").getAsString());
            assertEquals(why, finding.get("evidence").getAsString());
            assertEquals(1, json(doctor).size(), "each is told once");
            run("Kim", "doctor").assertEnded(ExitCode.FAILED, "bad     cannot-start    " + why);
        } finally {
            system("umount", "-l", profile.toString());
        }
    }

    @Test
    void onAWriteProtectedProfileWhatReadsAnswersAndWhatStartsANodeSaysWhyItCannot() throws Exception {
        Path profile = Files.createDirectory(folder.resolve("Lea"));
        run("Lea", "room", "create", "class", "--key", "amber fox piano river");
        Assumptions.assumeTrue(system("mount", "--bind", profile.toString(), profile.toString()),
                "skipped: nothing can be mounted here");
        try {
            system("mount", "-o", "remount,ro,bind", profile.toString());
            run("Lea", "room", "words", "class").assertEnded(ExitCode.DONE, "    amber fox piano river\n");
            run("Lea", "keep", "#class").assertEnded(ExitCode.DONE, "#class is kept for ever");
            for (String[] each : new String[][]{{"peers"}, {"shelf", "list"}, {"shelf", "list", "essays"},
                    {"keep", "#class", "--days", "30"}}) {
                run("Lea", each).assertEnded(ExitCode.FAILED, "cannot be written to. A node stores what it hears");
            }
        } finally {
            system("umount", "-l", profile.toString());
        }
        run("Lea", "keep", "#class").assertEnded(ExitCode.DONE, "#class is kept for ever");
    }

    private static boolean system(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    @Test
    void anOfferToARoomInWhichNobodyIsIsListedUntilItIsCancelled() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "notes");
        int port = FreePorts.udp();
        String offer;
        try (var ines = RunningForTest.start(folder, "Ines", port, RunningForTest.room())) {
            offer = ines.node.chats().send("#class", FilesToSend.of(List.of(file))).offer();
        }
        JsonObject listed = json(run("Ines", "transfers", "list", "--json")).getFirst();
        assertEquals("offer", listed.get("event").getAsString());
        assertEquals(offer, listed.get("offer").getAsString());
        Ran list = run("Ines", "transfers", "list");
        list.assertEnded(ExitCode.DONE, "to #class  nobody else has been in this room yet  5 B  notes.txt");
        assertTrue(list.text().startsWith(offer.substring(0, 16)), list.text());
        run("Ines", "transfers", "pause", offer.substring(0, 8), "--interface", "lo", "--udp-port",
                Integer.toString(port)).assertEnded(ExitCode.USAGE, "There is no transfer");
        run("Ines", "transfers", "decline", offer.substring(0, 8), "--interface", "lo", "--udp-port",
                Integer.toString(port)).assertEnded(ExitCode.FAILED, "That is an offer of your own:");
        run("Ines", "transfers", "cancel", offer.substring(0, 8), "--interface", "lo", "--udp-port",
                Integer.toString(port)).assertEnded(ExitCode.DONE, "Cancelled.");
        run("Ines", "transfers", "list").assertEnded(ExitCode.DONE, "No files are on their way");
    }

    private static List<JsonObject> json(Ran ran) {
        return ran.text().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
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
        run("Gil", "transf").assertEnded(ExitCode.USAGE, "Did you mean transfers?");
        run("Gil", "peers", "--nope").assertEnded(ExitCode.USAGE,
                "There is no option --nope here. landline peers --help shows what there is.");
        run("Gil", "peers", "--intrface=lo").assertEnded(ExitCode.USAGE,
                "There is no option --intrface=lo here. Did you mean --interface?");
        run("Gil", "send", "--to", "#class", "nowhere.txt").assertEnded(ExitCode.USAGE,
                "There is no option --to here: type TO without it.");
        run("Gil", "say").assertEnded(ExitCode.USAGE, "TO is missing.");
        run("Gil", "help", "room", "join").assertEnded(ExitCode.DONE, "Usage: landline room join");
        run("Gil", "help").assertEnded(ExitCode.DONE, "Usage: landline [");
        run("Gil", "help", "pears").assertEnded(ExitCode.USAGE, "pears is not known here.");
        run("Gil", "room", "create", "a\u001bb").assertEnded(ExitCode.USAGE,
                "A room's name has 1 to 64 bytes and no control characters.");
        run("Gil", "history", "#class", "--limit", "many").assertEnded(ExitCode.USAGE,
                "--limit takes a whole number, not many.");
        run("Gil", "history", "#class", "--limit", "99999999999").assertEnded(ExitCode.USAGE,
                "99999999999 is no number that --limit takes.");
        run("Gil", "mute", "Bob", "--off", "--mentions").assertEnded(ExitCode.USAGE,
                "Only one of these can be given: --mentions, --hours, --off.");
        for (String command : List.of("create", "join")) {
            run("Gil", "room", command, "den", "--open", "--key", "amber fox piano river").assertEnded(ExitCode.USAGE,
                    "#den cannot be open and have a key: leave one of them out.");
        }
        assertFalse(run("Gil", "room", "list").text().contains("den"), "nothing was joined");
        run("Gil", "peers", "--room").assertEnded(ExitCode.USAGE, "--room needs NAME behind it.");
    }

    @Test
    void aWordTooManyIsSaidToBeOne() throws Exception {
        run("Gil", "room", "create", "my", "room").assertEnded(ExitCode.USAGE,
                "room is one word too many here. What has several words stands in quotation marks.");
        assertFalse(run("Gil", "room", "list").text().contains("my"), "nothing was made");
    }

    @Test
    void helpIsACommandTooAsPeopleTryItFirst() throws Exception {
        for (List<String> each : List.of(List.<String>of(), List.of("room"), List.of("room", "create"),
                List.of("say"))) {
            var asWord = new ArrayList<>(each);
            asWord.addFirst("help");
            var asOption = new ArrayList<>(each);
            asOption.add("--help");
            Ran ran = run("Gil", asWord.toArray(String[]::new));
            ran.assertEnded(ExitCode.DONE, "Usage: landline ");
            assertEquals(run("Gil", asOption.toArray(String[]::new)).text(), ran.text());
        }
        run("Gil", "say", "help", "--profile", folder.resolve("Gil").toString()).assertEnded(ExitCode.USAGE,
                "TEXT is missing.");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run("Gil", "peers", "--interface", "lo", "--udp-port", String.valueOf(FreePorts.udp()), "--tcp-port",
                    String.valueOf(other.getLocalPort())).assertEnded(ExitCode.FAILED,
                            "TCP port " + other.getLocalPort() + " cannot be used: another program has it,");
        }
    }

    @Test
    void oneselfIsNobodyToWriteToAndIsSaidSo() throws Exception {
        run("Gil", "room", "list", "--name", "Gil");
        String whole = run("Gil", "id").text().lines().findFirst().orElseThrow().split(" ")[0];
        for (String own : List.of("gil", whole.substring(0, 8), whole)) {
            run("Gil", "verify", own).assertEnded(ExitCode.PEER_NOT_FOUND,
                    "That is you, and nobody else called " + own + " is here or was met before.");
        }
        run("Gil", "verify", "Zoe").assertEnded(ExitCode.PEER_NOT_FOUND, "Nobody called Zoe is here");
    }

    @Test
    void aFolderOfABenchmarkThatIsNotThereIsNamedAsItWasTyped() throws Exception {
        Path file = Files.writeString(folder.resolve("no-bench"), "words");
        for (Path each : List.of(folder.resolve("nowhere"), file)) {
            for (List<String> bench : List.of(List.of("bench"), List.of("bench", "history"))) {
                var line = new ArrayList<>(bench);
                line.addAll(List.of("--in", each.toString()));
                run("Gil", line.toArray(String[]::new)).assertEnded(ExitCode.USAGE,
                        "--in takes a folder that is there, not " + each + ".");
            }
        }
    }

    /// *accept* is as far from *cancel* as from *resume*, and *cancel* destroys something.
    @Test
    void aWordThatIsFarOffIsTakenForNoOther() throws Exception {
        for (String word : List.of("accept", "stop", "remove", "show")) {
            Ran ran = run("Gil", "transfers", word);
            ran.assertEnded(ExitCode.USAGE,
                    word + " is not known here. landline transfers --help shows what there is.");
            assertFalse(ran.text().contains("Did you mean"), ran.text());
        }
    }

    @Test
    void aSearchForNothingIsRefused() throws Exception {
        for (String nothing : List.of("*", "?! …", "\"")) {
            run("Dora", "search", nothing).assertEnded(ExitCode.USAGE, "one word or more");
            run("Dora", "history", "Bob", "--search", nothing).assertEnded(ExitCode.USAGE, "one word or more");
        }
    }

    /// As a variable of a script leaves it that is not set.
    @Test
    void anEmptyValueIsRefusedByItsName() throws Exception {
        List<List<String>> lines = new ArrayList<>();
        addLinesWithAnEmptyValue(LandlineCommand.commandLine(), List.of(), lines);
        for (OptionSpec each : LandlineCommand.commandLine().getCommandSpec().options()) {
            if (each.arity().max() == 0) continue;
            lines.add(each.scopeType() == ScopeType.INHERIT
                    ? List.of(each.longestName(), "peers", each.longestName(), "")
                    : List.of(each.longestName(), each.longestName(), ""));
        }
        for (List<String> line : lines) {
            Ran ran = run("Hal", line.subList(1, line.size()).toArray(String[]::new));
            assertEquals(ExitCode.USAGE, ran.exitCode(), line + ": " + ran.text());
            String what = line.getFirst();
            String sentence = (what.startsWith("--") ? "What stands behind " : "") + what + " is empty.";
            assertTrue(ran.text().contains(sentence), line + ": " + ran.text());
        }
        assertTrue(lines.size() > 60, lines.toString());
        assertFalse(Files.exists(folder.resolve("Hal")), "nothing was done");
    }

    /// Adds for each option and argument of a command's own a line that leaves it empty, behind the name of that.
    private static void addLinesWithAnEmptyValue(CommandLine command, List<String> names, List<List<String>> lines) {
        CommandSpec spec = command.getCommandSpec();
        List<PositionalParamSpec> arguments = spec.positionalParameters();
        List<OptionSpec> options = names.isEmpty() ? List.of() : spec.options();
        for (OptionSpec each : options) {
            if (each.inherited() || each.arity().max() == 0 || "".equals(each.defaultValue())) continue;
            var line = new ArrayList<>(List.of(each.longestName()));
            line.addAll(names);
            addArguments(arguments, null, line);
            if (!each.longestName().equals("--until")) addRequired(options, line);
            line.addAll(List.of(each.longestName(), ""));
            lines.add(line);
        }
        for (PositionalParamSpec each : arguments) {
            if (each.isMultiValue() || "".equals(each.defaultValue())) continue;
            var line = new ArrayList<>(List.of(each.paramLabel()));
            line.addAll(names);
            addArguments(arguments, each, line);
            addRequired(options, line);
            lines.add(line);
        }
        command.getSubcommands().forEach((name, sub) -> {
            var longer = new ArrayList<>(names);
            longer.add(name);
            if (!name.equals("lab")) addLinesWithAnEmptyValue(sub, longer, lines);
        });
    }

    private static void addArguments(List<PositionalParamSpec> all, @Nullable PositionalParamSpec empty,
            List<String> line) {
        for (PositionalParamSpec each : all) {
            int count = each.isMultiValue() ? each.arity().min() : 1;
            for (int i = 0; i < count; i++) line.add(each == empty ? "" : "x");
        }
    }

    private static void addRequired(List<OptionSpec> options, List<String> line) {
        for (OptionSpec each : options)
            if (each.required() && each.group() == null) line.addAll(List.of(each.longestName(), "1h"));
    }
}
