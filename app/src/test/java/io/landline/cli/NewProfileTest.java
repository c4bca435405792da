package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.identity.IdentityFile;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command on a new profile, on which another one starts.
@StartsPrograms
class NewProfileTest {
    /// Or each would make one, and what the other told its friends would be nobody's.
    @Test
    void idMakesNoIdentityBesideANodeThatIsAboutToMakeOne(@TempDir Path folder) throws Exception {
        Profile profile = Profile.open(folder.resolve("new"));
        try (var commands = new CommandProcess()) {
            try (ProfileLock _ = ProfileLock.acquire(profile)) {
                Ran beside = commands.run(profile.folder(), "id");
                assertEquals(ExitCode.FAILED, beside.exitCode(), beside.text());
                assertTrue(beside.text().contains("is not ready for commands yet"), beside.text());
                assertFalse(IdentityFile.isThere(profile.identityFolder()));
            }
            Ran alone = commands.run(profile.folder(), "id");
            alone.assertEnded(ExitCode.DONE, IdentityFile.load(profile.identityFolder()).fingerprint().hex());
        }
    }
}
