package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.settings.DefaultProfile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a test or a program of its leaves in a home folder, as the folder for files of a node that was given none, it
/// leaves in that of the build.
@DisabledOnOs(OS.WINDOWS)
class HomeOfTestsTest {
    @Test
    void theHomeFolderOfTestsIsNotThatOfWhoeverBuilds() {
        assertEquals(Path.of("target", "home").toAbsolutePath(), DefaultProfile.home());
    }
}
