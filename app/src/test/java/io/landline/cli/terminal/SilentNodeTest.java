package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.control.ControlClient;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The last line of a command whose node has the profile and does not answer.
class SilentNodeTest {
    @Test
    void aNodeThatDoesNotAnswerIsToldAsOne(@TempDir Path folder) throws Exception {
        Profile profile = Profile.open(folder.resolve("profile"));
        try (ProfileLock lock = ProfileLock.acquire(profile)) {
            assertTold("is not ready for commands yet", profile);
            lock.announceSocket(folder.resolve("gone"));
            assertTold("does not answer at", profile);
        }
    }

    private static void assertTold(String sentence, Profile profile) {
        var silent = assertThrows(IOException.class, () -> ControlClient.connect(ProfileLock.owner(profile)));
        CommandFailedException told = CommandFailedException.of(silent, SilentNodeTest.class);
        assertTrue(told.sentence().contains(sentence), told.sentence());
        assertEquals("no-answer", told.code);
        assertEquals(ExitCode.FAILED, told.exitCode);
    }
}
