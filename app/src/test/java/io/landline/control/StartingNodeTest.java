package io.landline.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import io.landline.settings.ProfileLock.Owner;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a command waits for the node that has its profile.
class StartingNodeTest {
    /// Commands that are given at once start as many programs, and one of them the node.
    @Test
    void aNodeThatStartsOnABusyMachineIsWaitedForLongerThanOneThatEnds(@TempDir Path folder) throws Exception {
        Profile profile = Profile.open(folder.resolve("profile"));
        try (ProfileLock lock = ProfileLock.acquire(profile)) {
            Owner starting = ProfileLock.owner(profile);
            assertTrue(ControlClient.isWorthWaiting(starting, Duration.ofSeconds(29)));
            assertFalse(ControlClient.isWorthWaiting(starting, Duration.ofSeconds(30)));
            lock.announceSocket(folder.resolve("socket"));
            Owner ending = ProfileLock.owner(profile);
            assertTrue(ControlClient.isWorthWaiting(ending, Duration.ofSeconds(4)));
            assertFalse(ControlClient.isWorthWaiting(ending, Duration.ofSeconds(5)));
        }
    }
}
