package io.landline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.Pages;
import io.landline.fixture.ProgramFile;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `build/release-notes` (docs/compatibility.md, "Release notes").
@StartsPrograms
@DisabledOnOs(OS.WINDOWS)
class ReleaseNotesTest {
    @TempDir
    Path root;

    @BeforeEach
    void checkout() throws IOException {
        Path script = Pages.path("numbers.md").getParent().resolveSibling("build").resolve("release-notes");
        ProgramFile.copy(script, root.resolve("build/release-notes"));
        Files.writeString(root.resolve("CHANGELOG.md"), """
                # Changelog

                ## Unreleased

                - Not out yet.

                ## 1.2.0 (2026-11-23)

                - First,
                  and on.

                - Second.

                ## 1.2

                - Short.
                """);
        Files.writeString(root.resolve("pom.xml"), """
                <project>
                  <artifactId>landline-parent</artifactId>
                  <version>1.3.0</version>
                </project>
                """);
    }

    private String notes(String... version) throws Exception {
        var command = new ArrayList<>(List.of(root.resolve("build/release-notes").toString()));
        command.addAll(List.of(version));
        Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(script.getInputStream().readAllBytes(), UTF_8);
        return script.waitFor() + " " + said;
    }

    @Test
    void aVersionHasTheNotesUnderItsHeading() throws Exception {
        assertEquals("0 # Landline 1.2.0\n\n- First,\n  and on.\n\n- Second.\n", notes("1.2.0"));
        assertEquals("0 # Landline 1.2\n\n- Short.\n", notes("1.2"));
    }

    @Test
    void theVersionThatIsBuiltNowHasWhatIsUnreleased() throws Exception {
        assertEquals("0 # Landline 1.3.0\n\n- Not out yet.\n", notes("1.3.0"));
    }

    @Test
    void anotherVersionHasNoneAndIsAnError() throws Exception {
        assertEquals("1 CHANGELOG.md says nothing of 1.2.1, and pom.xml is of another version.\n", notes("1.2.1"));
        assertEquals("2 Which version? Give one as in: build/release-notes 0.1.0\n", notes());
        assertEquals("2 Which version? Give one as in: build/release-notes 0.1.0\n", notes("1.2.0; ls"));
    }
}
