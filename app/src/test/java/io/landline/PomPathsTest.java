package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.fixture.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A checkout may lie in a folder with a blank in its name. Maven takes what the poms have it run apart at each blank.
class PomPathsTest {
    private static final Pattern COMMAND = Pattern.compile("<commandlineArgs>(.*?)</commandlineArgs>", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    /// Properties that are paths, or begin with one.
    private static final Pattern PATH = Pattern.compile("\\$\\{(project\\.basedir|project\\.build\\.\\w+"
            + "|maven\\.multiModuleProjectDirectory|mods|runtime|image|installer\\.image)}");

    @Test
    void whatMavenRunsGetsEachPathAsOneArgument() throws IOException {
        var bare = new ArrayList<String>();
        int commands = 0;
        for (Path pom : poms()) {
            Matcher each = COMMAND.matcher(Files.readString(pom));
            for (; each.find(); commands++) {
                String command = each.group(1).replace("&quot;", "\"");
                Matcher path = PATH.matcher(QUOTED.matcher(command).replaceAll(""));
                while (path.find()) bare.add(pom + ": " + path.group() + " in " + command);
            }
        }
        assertFalse(commands == 0, "no pom has a command");
        assertEquals(List.of(), bare);
    }

    private static List<Path> poms() throws IOException {
        Path root = Pages.path("numbers.md").getParent().getParent();
        try (Stream<Path> folders = Files.list(root)) {
            return Stream.concat(Stream.of(root), folders)
                    .map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }
}
