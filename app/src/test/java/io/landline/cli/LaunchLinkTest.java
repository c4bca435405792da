package io.landline.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import io.landline.fixture.ProgramFile;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class LaunchLinkTest {
    private static final String LINK = "landline:join?room=class&words=amber-fox-piano-river";
    private static final String OTHER = "Landline:join?room=other&words=amber-fox-piano-lamp";

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void withoutALinkTheArgumentsStay() throws Exception {
        LaunchLink none = LaunchLink.of(new String[]{"--profile", "x"}, Map.of());
        assertArrayEquals(new String[]{"--profile", "x"}, none.arguments());
        assertNull(none.link());
    }

    @Test
    void aLinkIsTakenOutOfTheArgumentsOrTheEnvironment() throws Exception {
        LaunchLink given = LaunchLink.of(new String[]{"--profile", "x", LINK}, Map.of());
        assertArrayEquals(new String[]{"--profile", "x"}, given.arguments());
        assertNotNull(given.link());
        assertNotNull(LaunchLink.of(new String[0], Map.of("LANDLINE_LINK", LINK)).link());
    }

    @Test
    void whatIsSaidToSomebodyMayBeginAsALinkDoes() throws Exception {
        for (String text : List.of(LINK, "Landline: at five")) {
            String[] said = {"--profile", "x", "say", "#class", text};
            LaunchLink none = LaunchLink.of(said, Map.of());
            assertArrayEquals(said, none.arguments());
            assertNull(none.link());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theLauncherLeavesWhatIsSaidToSomebody() throws Exception {
        String arguments = launched(launcher(), "say", "#class", "Landline: at five").getFirst();
        assertEquals("say|#class|Landline: at five|", arguments.replaceFirst("^.*launch.args\\|", ""));
    }

    @Test
    void h33_whatIsNoLinkIsRefusedWithoutRepeatingIt() {
        var failure = assertThrows(CommandFailedException.class,
                () -> LaunchLink.of(new String[]{LINK + "&secret=1"}, Map.of()).link());
        assertFalse(failure.sentence().contains("amber"));
        assertEquals(ExitCode.USAGE, failure.exitCode);
    }

    /// The launcher with a program in the place of Java that shows its arguments, and what it gets by the descriptor.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void h33_theLauncherKeepsTheLinkOutOfTheArgumentsOfJava() throws Exception {
        List<String> lines = launched(launcher(), "--profile", "a b", LINK);
        assertFalse(lines.getFirst().contains("amber"), lines.toString());
        assertEquals("--profile|a b|", lines.getFirst().replaceFirst("^.*launch.args\\|", ""));
        assertEquals(LINK, lines.getLast());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void h33_soDoesTheOneOfTheImage() throws Exception {
        Path called = Files.createSymbolicLink(folder.resolve("called"), image());
        for (Path script : List.of(image(), called)) {
            List<String> lines = launched(script, "--profile", "a b", LINK);
            assertEquals("--profile|a b|", lines.getFirst().replaceFirst("^.*launch.args\\|", ""));
            assertEquals(LINK, lines.getLast());
            String said = launched(script, "say", "#class", "Landline: at five").getFirst();
            assertEquals("say|#class|Landline: at five|", said.replaceFirst("^.*launch.args\\|", ""));
        }
    }

    @Test
    void h33_ofSeveralLinksNoneIsOpenedAndNoneIsLeftInTheArguments() throws Exception {
        LaunchLink two = LaunchLink.of(new String[]{"--open", LINK, OTHER, "--minimized"}, Map.of());
        assertArrayEquals(new String[]{"--open", "--minimized"}, two.arguments());
        assertThrows(CommandFailedException.class, two::link);
        var handedOver = LaunchLink.of(new String[0], Map.of("LANDLINE_LINK", LINK + "\n" + OTHER));
        assertThrows(CommandFailedException.class, handedOver::link);
        assertThrows(CommandFailedException.class,
                () -> LaunchLink.of(new String[0], Map.of("LANDLINE_LINK", LINK + "\nx")).link());
    }

    /// As far as it can be read: behind a link it looks at what follows, and it hands over all of them as one text.
    @Test
    void h33_theLauncherOfWindowsTakesEachOfSeveralLinksToo() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("..", "landline.cmd"));
        List<String> link = lines.subList(lines.indexOf(":link"), lines.indexOf(":rest"));
        assertTrue(link.contains("goto look"), link::toString);
        assertTrue(link.stream().anyMatch(each -> each.contains("\"LANDLINE_LINK=%LANDLINE_LINK% %~1\"")),
                link::toString);
        assertThrows(CommandFailedException.class,
                () -> LaunchLink.of(new String[0], Map.of("LANDLINE_LINK", LINK + " " + OTHER)).link());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void h33_theLaunchersKeepEachOfSeveralLinksOutOfTheArgumentsOfJava() throws Exception {
        for (Path script : List.of(launcher(), image())) {
            List<String> lines = launched(script, "--open", LINK, "a b", OTHER, LINK);
            assertEquals("--open|a b|" + OTHER + "|" + LINK + "|", given(lines), "behind a command they are texts");
            lines = launched(script, "--open", LINK, OTHER, LINK, "--name", "a b");
            assertEquals("--open|--name|a b|", given(lines));
            assertEquals(List.of(LINK, OTHER, LINK), lines.subList(1, lines.size()));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void h33_aBlankBeforeALinkLeavesItALink() throws Exception {
        String padded = " \n" + LINK;
        LaunchLink given = LaunchLink.of(new String[]{padded}, Map.of());
        assertArrayEquals(new String[0], given.arguments());
        assertNotNull(given.link());
        for (Path script : List.of(launcher(), image())) {
            List<String> lines = launched(script, "--open", padded);
            assertEquals("--open|", given(lines));
            assertEquals(LINK, lines.getLast());
        }
    }

    /// A file manager that a window with a link has opened starts others with the variables of that window.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theLinkOfAnEarlierStartIsNotTakenForOneOfThis() throws Exception {
        environment.put("LANDLINE_LINK_FD", "3");
        environment.put("LANDLINE_LINK", LINK);
        for (Path script : List.of(launcher(), image())) {
            assertEquals(1, launched(script, "--send", "a b").size());
            assertEquals(List.of(OTHER), launched(script, OTHER).subList(1, 2));
        }
    }

    /// What Java got behind the options of the launcher.
    private static String given(List<String> lines) {
        return lines.getFirst().replaceFirst("^.*launch.args\\|", "");
    }

    /// The image's launcher, with the same program in the place of the one that has Java in it.
    private Path image() throws Exception {
        Path home = folder.resolve("image");
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Path script = home.resolve("bin/landline");
        Files.copy(Path.of("..", "packaging", "image", "landline"), script, REPLACE_EXISTING);
        scripts(home.resolve("lib"));
        showsItsArguments(Files.createDirectories(home.resolve("lib/runtime/bin")).resolve("java"));
        return script;
    }

    /// What both launchers read.
    private static void scripts(Path folder) throws Exception {
        for (String each : List.of("launch.sh", "link.sh", "java.sh")) {
            Files.copy(Path.of("..", "build", each), folder.resolve(each), REPLACE_EXISTING);
        }
    }

    private static void showsItsArguments(Path program) throws Exception {
        ProgramFile.write(program, "#!/bin/sh\nprintf '%s|' \"$@\"; echo; printf '%s' \"$LANDLINE_LINK\"\n"
                + "[ -z \"$LANDLINE_LINK_FD\" ] || cat \"/dev/fd/$LANDLINE_LINK_FD\"\n");
    }

    /// What the launcher's program printed.
    private List<String> launched(Path script, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        assertEquals(true, builder.start().waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS));
        return Files.readAllLines(out);
    }

    /// A checkout in which all is built, as far as the launcher can see.
    private Path launcher() throws Exception {
        Path home = folder.resolve("checkout");
        Path built = Files.createDirectories(home.resolve("app/target"));
        Files.createDirectories(built.resolve("run"));
        Path java = home.resolve("java");
        showsItsArguments(java);
        for (String each : List.of("java", "run/trained.java")) Files.writeString(built.resolve(each), java.toString());
        Files.createFile(built.resolve("run/landline.aot"));
        Path script = home.resolve("landline");
        Files.write(script, Files.readString(Path.of("..", "landline")).getBytes(StandardCharsets.UTF_8));
        scripts(Files.createDirectories(home.resolve("build")));
        Files.createFile(home.resolve("pom.xml"));
        Files.writeString(built.resolve("launch.args"), "x");
        Files.writeString(built.resolve("run/trained.args"), "x");
        return script;
    }
}
