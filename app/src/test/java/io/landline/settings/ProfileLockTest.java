package io.landline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.ChildJvm;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class ProfileLockTest {
    private static final int STARTS = 20;

    @TempDir
    Path folder;

    @Test
    void h83_ofTwentyProcessesStartedAtOnceOneHoldsTheProfileAndTheOthersNameIt() throws Exception {
        var starts = new ArrayList<ChildJvm>();
        try {
            for (int i = 0; i < STARTS; i++) starts.add(ChildJvm.start(LockHolder.class, folder.toString()));
            for (ChildJvm start : starts) assertEquals("waiting", start.readLine());
            for (ChildJvm start : starts) start.writeLine("go");
            ChildJvm holder = null;
            var refusals = new ArrayList<String>();
            for (ChildJvm start : starts) {
                String answer = String.valueOf(start.readLine());
                if (answer.equals("held")) {
                    assertNull(holder, "two hold the profile");
                    holder = start;
                } else {
                    refusals.add(answer);
                }
            }
            assertNotNull(holder);
            assertEquals(STARTS - 1, refusals.size());
            String owner = "process " + holder.pid() + " on " + LocalHost.read().name();
            for (String refusal : refusals) {
                assertTrue(refusal.startsWith("refused: ") && refusal.contains(owner), refusal);
            }
        } finally {
            for (ChildJvm start : starts) start.close();
        }
    }

    @Test
    void h83_ofTwentyThreadsOfOneProcessOneHoldsTheProfile() throws Exception {
        Profile profile = Profile.open(folder);
        Callable<Object> start = () -> {
            try {
                return ProfileLock.acquire(profile);
            } catch (ProfileInUseException e) {
                return e;
            }
        };
        var held = new ArrayList<ProfileLock>();
        try (var threads = Executors.newFixedThreadPool(STARTS)) {
            for (var result : threads.invokeAll(List.copyOf(java.util.Collections.nCopies(STARTS, start)))) {
                if (result.get() instanceof ProfileLock lock) held.add(lock);
            }
        }
        assertEquals(1, held.size());
        held.getFirst().close();
    }

    @Test
    void h83_aKilledNodeFreesTheProfileAtOnceAndItsRecordIsReplaced() throws Exception {
        Profile profile = Profile.open(folder);
        try (ChildJvm node = ChildJvm.start(LockHolder.class, folder.toString())) {
            assertEquals("waiting", node.readLine());
            node.writeLine("go");
            assertEquals("held", node.readLine());
            ProfileLock.Owner owner = ProfileLock.owner(profile);
            assertNotNull(owner);
            assertEquals(node.pid(), owner.pid());
            node.kill();
        }
        assertTrue(Files.exists(profile.ownerFile()), "the crash left its record");
        assertNull(ProfileLock.owner(profile));
        try (ProfileLock lock = ProfileLock.acquire(profile)) {
            assertEquals(ProcessHandle.current().pid(), ownerOf(profile).pid());
            lock.announceSocket(folder.resolve("socket"));
            assertEquals(folder.toRealPath().resolve("socket"),
                    folder.toRealPath().resolve(String.valueOf(ownerOf(profile).socket())));
        }
        assertFalse(Files.exists(profile.ownerFile()), "a clean end leaves no record");
        assertNull(ProfileLock.owner(profile));
    }

    /// Somebody tidies up in the folder, or brings a backup back.
    @Test
    void h83_aLockFileThatIsRemovedWhileANodeRunsSetsNoProfileFree() throws Exception {
        Profile profile = Profile.open(folder);
        try (ChildJvm node = ChildJvm.start(LockHolder.class, folder.toString())) {
            assertEquals("waiting", node.readLine());
            node.writeLine("go");
            assertEquals("held", node.readLine());
            Files.delete(profile.lockFile());
            assertEquals(node.pid(), ownerOf(profile).pid());
            assertThrows(ProfileInUseException.class, () -> ProfileLock.acquire(profile));
            assertThrows(ProfileInUseException.class, () -> ProfileLock.acquireToRead(profile));
            assertEquals(node.pid(), ownerOf(profile).pid());
            node.kill();
        }
        ProfileLock.acquire(profile).close();
    }

    @Test
    void h83_norDoesOneThatIsRemovedWhileANodeOfThisProcessRuns() throws Exception {
        Profile profile = Profile.open(folder);
        ProfileLock first = ProfileLock.acquire(profile);
        Files.delete(profile.lockFile());
        assertThrows(ProfileInUseException.class, () -> ProfileLock.acquire(profile));
        assertEquals(ProcessHandle.current().pid(), ownerOf(profile).pid());
        first.close();
        ProfileLock.acquire(profile).close();
    }

    /// With the record of the node, that the copy was made of, and of another folder.
    @Test
    void aCopyOfAProfileOnWhichANodeRunsIsNotHeldByThatNode() throws Exception {
        Profile profile = Profile.open(folder.resolve("profile"));
        Profile copy = Profile.open(folder.resolve("copy"));
        try (ChildJvm node = ChildJvm.start(LockHolder.class, profile.folder().toString())) {
            assertEquals("waiting", node.readLine());
            node.writeLine("go");
            assertEquals("held", node.readLine());
            Files.copy(profile.ownerFile(), copy.ownerFile());
            assertNull(ProfileLock.owner(copy), "no lock file was copied");
            Files.createFile(copy.lockFile());
            assertNull(ProfileLock.owner(copy));
            ProfileLock.acquireToRead(copy).close();
            ProfileLock.acquire(copy).close();
            assertEquals(node.pid(), ownerOf(profile).pid());
        }
        try (ProfileLock _ = ProfileLock.acquire(profile)) {
            Files.copy(profile.ownerFile(), copy.ownerFile());
            ProfileLock.acquire(copy).close();
        }
    }

    /// A process of the same id began as many ticks after the system's start.
    @Test
    void aRecordOfAnEarlierStartOfTheSystemIsOfNobodyWhoLives() throws Exception {
        Profile profile = Profile.open(folder);
        try (ChildJvm other = ChildJvm.start(LockHolder.class, folder.toString())) {
            assertEquals("waiting", other.readLine());
            Long ticks = LocalHost.startTicks(other.pid());
            Assumptions.assumeTrue(ticks != null, "only Linux counts ticks");
            LockOwnerFile.write(profile.ownerFile(), new ProfileLock.Owner(LocalHost.read().name(), "earlier",
                    other.pid(), Instant.EPOCH, ticks, null));
            ProfileLock.acquire(profile).close();
        }
    }

    private static ProfileLock.Owner ownerOf(Profile profile) throws IOException {
        ProfileLock.Owner owner = ProfileLock.owner(profile);
        assertNotNull(owner);
        return owner;
    }

    @Test
    void lookingWhoHoldsTheProfileDoesNotFreeIt() throws Exception {
        Profile profile = Profile.open(folder);
        try (ProfileLock _ = ProfileLock.acquire(profile);
                ChildJvm other = ChildJvm.start(LockHolder.class, folder.toString())) {
            assertEquals(ProcessHandle.current().pid(), ownerOf(profile).pid());
            assertThrows(ProfileInUseException.class, () -> ProfileLock.acquire(profile));
            assertEquals("waiting", other.readLine());
            other.writeLine("go");
            String answer = String.valueOf(other.readLine());
            assertTrue(answer.startsWith("refused: "), answer);
        }
    }

    /// A node ends in that moment, or somebody else looks: the lock is taken, and nobody's record is there.
    private <T> T whileALockIsFreedWithoutARecord(Profile profile, Callable<T> look) throws Exception {
        try (ChildJvm node = ChildJvm.start(LockHolder.class, folder.toString())) {
            assertEquals("waiting", node.readLine());
            node.writeLine("go");
            assertEquals("held", node.readLine());
            Files.delete(profile.ownerFile());
            var looks = new FutureTask<>(look);
            Thread looking = Thread.ofPlatform().start(looks);
            while (looking.getState() != Thread.State.TIMED_WAITING && !looks.isDone()) Thread.onSpinWait();
            node.writeLine("end");
            assertEquals("freed", node.readLine());
            return looks.get(Patience.SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void aNodeThatEndsAsSomebodyLooksHoldsNothingAnyMore() throws Exception {
        Profile profile = Profile.open(folder);
        assertNull(whileALockIsFreedWithoutARecord(profile, () -> ProfileLock.owner(profile)));
    }

    @Test
    void aProfileIsReadOnceANodeThatEndsHasFreedIt() throws Exception {
        Profile profile = Profile.open(folder);
        whileALockIsFreedWithoutARecord(profile, () -> ProfileLock.acquireToRead(profile)).close();
    }

    @Test
    void h83_aProfileIsNeverTakenOverFromAnotherHostThoughItsLockSeemsFree() throws Exception {
        Profile profile = Profile.open(folder);
        var here = new LocalHost("lab-07", "boot-7");
        var there = new ProfileLock.Owner("lab-03", "boot-3", 4711, Instant.EPOCH, null, null);
        LockOwnerFile.write(profile.ownerFile(), there);
        var self = new ProfileLock.Owner("lab-07", "boot-7", 1, null, null, null);
        var refusal = assertThrows(ProfileInUseException.class, () -> ProfileLock.acquire(profile, self, here));
        assertTrue(String.valueOf(refusal.getMessage()).contains("process 4711 on lab-03"), refusal.getMessage());
        assertEquals(there, refusal.owner());
        assertEquals(there, LockOwnerFile.read(profile.ownerFile()));
        assertEquals(there, ProfileLock.owner(profile));
    }

    @Test
    void aHostThatWasRestartedOrRenamedSinceIsTheSameHost() throws Exception {
        Profile profile = Profile.open(folder);
        var here = new LocalHost("lab-07", "boot-7");
        var self = new ProfileLock.Owner("lab-07", "boot-7", 1, null, null, null);
        LockOwnerFile.write(profile.ownerFile(), new ProfileLock.Owner("LAB-07", "boot-6", 4711, null, null, null));
        ProfileLock.acquire(profile, self, here).close();
        LockOwnerFile.write(profile.ownerFile(), new ProfileLock.Owner("max-mac", "boot-7", 4711, null, null, null));
        ProfileLock.acquire(profile, self, here).close();
    }

    @Test
    void aDamagedRecordHindersNobody() throws Exception {
        Profile profile = Profile.open(folder);
        for (String damaged : List.of("", "{", "[]", "{\"host\":1}", "{\"host\":\"a\",\"pid\":\"x\"}",
                "x".repeat(5_000), "{\"host\":\"a\",\"pid\":1,\"started\":\"soon\"}",
                "{\"host\":\"a\",\"pid\":1,\"socket\":\"\\u0000\"}")) {
            Files.writeString(profile.ownerFile(), damaged);
            assertNull(ProfileLock.owner(profile), damaged);
            ProfileLock.acquire(profile).close();
        }
    }

    @Test
    void theRecordReadsBackAsItWasWritten() throws Exception {
        Path file = folder.resolve("record");
        var owner = new ProfileLock.Owner("rechner-ü", "", 99, Instant.parse("2026-02-03T04:05:06.78Z"), 123L,
                Path.of("/run/user/7/landline-1.sock"), "(dev=fd01,ino=12)");
        LockOwnerFile.write(file, owner);
        assertEquals(owner, LockOwnerFile.read(file));
        var bare = new ProfileLock.Owner("a", "b", 1, null, null, null);
        LockOwnerFile.write(file, bare);
        assertEquals(bare, LockOwnerFile.read(file));
    }

    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        Profile profile = Profile.open(folder);
        ProfileLock first = ProfileLock.acquire(profile);
        first.close();
        try (ProfileLock _ = ProfileLock.acquire(profile)) {
            first.close();
            assertThrows(ProfileInUseException.class, () -> ProfileLock.acquire(profile));
            assertThrows(IllegalStateException.class, () -> first.announceSocket(folder));
        }
    }

    /// The system reckons when a process began from the time of day, so setting the clock moves that.
    @Test
    void h85_aHolderWhoseClockWasSetMeanwhileIsStillKnownToLive() throws Exception {
        Profile profile = Profile.open(folder);
        try (var holder = ChildJvm.start(LockHolder.class, folder.toString())) {
            assertEquals("waiting", holder.readLine());
            holder.writeLine("go");
            assertEquals("held", holder.readLine());
            ProfileLock.Owner owner = LockOwnerFile.read(profile.ownerFile());
            assertNotNull(owner);
            assertTrue(owner.isAlive());
            Assumptions.assumeTrue(owner.ticks() != null, "only Linux counts ticks");
            for (Duration jump : List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(3_652),
                    Duration.ofDays(-3_652))) {
                var set = new ProfileLock.Owner(owner.host(), owner.boot(), owner.pid(), owner.started().plus(jump),
                        owner.ticks(), null);
                assertTrue(set.isAlive(), jump::toString);
            }
            var another = new ProfileLock.Owner(owner.host(), owner.boot(), owner.pid(), owner.started(),
                    owner.ticks() - 1, null);
            assertFalse(another.isAlive(), "an id that was given again");
        }
    }
}
