package io.landline.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.PinnedPeer;
import io.landline.identity.Identity;
import io.landline.node.port.Rooms;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.OpenProfile;
import io.landline.node.profile.ProfileTroubles.Problem;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomStore;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.ProfileDatabase;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.database.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rooms, keys, pins and blocks stand a second time in `trust.json` (H79).
class TrustCopyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    @TempDir
    Path temporary;
    private Path folder;
    private Path database;
    private Path file;
    private Path goodCopy;

    @BeforeEach
    void unpack() throws Exception {
        folder = temporary.toRealPath();
        OldProfiles.unpack(folder);
        database = folder.resolve("Ada", "history.db");
        file = folder.resolve("Ada", "trust.json");
        goodCopy = folder.resolve("Ada", "trust.json.good");
    }

    private NodeOptions options() {
        return new NodeOptions(folder.resolve("Ada"), null, List.of(), Network.NOT_ASKED, null, null, false);
    }

    private OpenProfile open() throws NodeException {
        return OpenProfile.open(options());
    }

    /// All that is trusted, as one text.
    private static String all(OpenProfile profile) {
        var lines = new TreeSet<String>();
        for (RoomStore.Kept room : profile.rooms().rooms()) {
            lines.add("room " + room.room().name().value() + " " + room.room().id().hex() + " "
                    + (room.room().words() == null ? "open" : room.room().words().words()) + " " + room.joinedAt() + " "
                    + room.confirmedAt());
        }
        for (PinnedPeer peer : profile.trust().pinned()) {
            lines.add("peer " + peer.fingerprint().hex() + " " + peer.name() + " " + peer.firstMet() + " "
                    + peer.lastMet() + " " + peer.verified() + peer.acceptedByHand() + peer.blocked() + " "
                    + peer.endpoints() + " "
                    + profile.trust().proofsOf(peer.fingerprint()).stream().map(id -> id.hex()).sorted().toList());
        }
        return String.join("\n", lines);
    }

    @Test
    void m4_whatALostDatabaseHeldOfRoomsAndPeopleIsPutBack() throws Exception {
        String before;
        try (var profile = open()) {
            before = all(profile);
            assertTrue(before.contains(RunningForTest.KEY), before);
            assertFalse(profile.troubles().isHistoryFresh());
        }
        for (boolean empty : new boolean[]{true, false}) {
            if (empty) Files.write(database, new byte[0]);
            if (!empty) Files.delete(database);
            try (var profile = open()) {
                assertEquals(before, all(profile));
                assertTrue(profile.troubles().isHistoryFresh());
                assertNotNull(profile.troubles().ofHistory());
                assertEquals(WarningCode.HISTORY_LOST, profile.troubles().ofHistory().code());
            }
        }
    }

    @Test
    void m4_whatTheUserChangedIsInBothFilesBeforeItIsConfirmed() throws Exception {
        try (var profile = open()) {
            Fingerprint dan = profile.trust()
                    .pinned()
                    .stream()
                    .filter(peer -> !peer.blocked() && !peer.verified())
                    .findFirst()
                    .orElseThrow()
                    .fingerprint();
            Room room = Room.keyed(new RoomName("new"), io.landline.room.RoomKey.of("secret words of ours"));
            profile.rooms().keep(room, Origin.JOINED_BY_WORDS, NOW);
            assertTrue(Files.readString(file, UTF_8).contains("secret words of ours"));
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(goodCopy));
            profile.trust().setBlocked(dan, true);
            assertEquals(2, Files.readString(file, UTF_8).split("\"blocked\":true", -1).length - 1);
            profile.trust().setVerified(dan, true);
            assertEquals(2, Files.readString(file, UTF_8).split("\"verified\":true", -1).length - 1);
            profile.rooms().forget(room.id());
            for (Path each : List.of(file, goodCopy)) {
                assertFalse(Files.readString(each, UTF_8).contains("secret words"), "a room that was left is nowhere");
                if (Files.getFileStore(each).supportsFileAttributeView("posix")) {
                    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(each));
                }
            }
        }
    }

    @Test
    void m4_whomASessionMetIsWrittenLaterAndAtTheLatestWhenTheProfileIsClosed() throws Exception {
        Identity met = Identity.generate();
        String key = java.util.HexFormat.of().formatHex(met.publicKey());
        try (var profile = open()) {
            profile.trust().pin(met.publicKey(), NOW);
            profile.rooms().keep(Room.open(new RoomName("other")), Origin.JOINED_BY_WORDS, NOW);
            assertTrue(Files.readString(file, UTF_8).contains(key), "it goes along with what the user does");
            profile.trust().pin(Identity.generate().publicKey(), NOW);
        }
        assertEquals(5, Files.readString(file, UTF_8).split("\"firstMet\"", -1).length - 1);
    }

    @Test
    void m4_aDatabaseFromABackupBringsBackNeitherARoomThatWasLeftNorSomebodyWhoIsBlocked() throws Exception {
        open().close();
        byte[] backup = Files.readAllBytes(database);
        String after;
        try (var profile = open()) {
            for (RoomStore.Kept room : profile.rooms().rooms()) {
                if (!room.room().open()) profile.rooms().forget(room.room().id());
            }
            for (PinnedPeer peer : profile.trust().pinned()) {
                profile.trust().setBlocked(peer.fingerprint(), !peer.blocked());
            }
            after = all(profile);
        }
        Files.write(database, backup);
        try (var profile = open()) {
            assertEquals(after, all(profile));
            assertFalse(profile.troubles().isHistoryFresh());
        }
    }

    @Test
    void m4_anOlderCopyChangesNothing() throws Exception {
        open().close();
        byte[] old = Files.readAllBytes(file);
        String after;
        try (var profile = open()) {
            profile.rooms().keep(Room.open(new RoomName("later")), Origin.JOINED_BY_WORDS, NOW);
            after = all(profile);
        }
        Files.write(file, old);
        Files.write(goodCopy, old);
        try (var profile = open()) {
            assertEquals(after, all(profile));
        }
        assertTrue(Files.readString(file, UTF_8).contains("later"), "the copy is brought up to date");
    }

    @Test
    void m4_ofADamagedFileTheGoodCopyHoldsAndOfTwoTheDatabase() throws Exception {
        String before;
        try (var profile = open()) {
            before = all(profile);
        }
        Files.writeString(file, "{\"format\":1,\"rooms\":");
        Files.write(database, new byte[0]);
        try (var profile = open()) {
            assertEquals(before, all(profile));
        }
        Files.write(file, new byte[]{1, 2, 3});
        Files.write(goodCopy, new byte[0]);
        try (var profile = open()) {
            assertEquals(before, all(profile));
            assertNull(profile.troubles().ofHistory());
        }
        assertTrue(Files.readString(goodCopy, UTF_8).contains(RunningForTest.KEY), "both are whole again");
    }

    @Test
    void m4_aDamagedDatabaseIsFilledFromTheCopy() throws Exception {
        String before;
        try (var profile = open()) {
            before = all(profile);
        }
        byte[] rubbish = new byte[8_192];
        new java.util.Random(4).nextBytes(rubbish);
        Files.write(database, rubbish);
        try (var profile = open()) {
            assertEquals(before, all(profile));
            assertEquals(WarningCode.HISTORY_DAMAGED, profile.troubles().ofHistory().code());
        }
    }

    /// The next start took the new database for a whole one, and what was lost of rooms and people stayed so.
    @Test
    void m4_aKillBeforeADamagedDatabaseIsFilledKeepsNothingFromIt() throws Exception {
        String before;
        try (var profile = open()) {
            before = all(profile);
        }
        change("UPDATE room SET name = char(7)");
        Files.write(database.resolveSibling("history.db.damaged"), new byte[0]);
        Opened killed = ProfileDatabase.open(database, DatabaseLocation.LOCAL, true);
        killed.database().close();
        try (var profile = open()) {
            assertEquals(before, all(profile));
            assertTrue(profile.troubles().isHistoryFresh());
            assertEquals(new Problem(WarningCode.HISTORY_DAMAGED, String.valueOf(killed.problem())),
                    profile.troubles().ofHistory());
        }
        try (var profile = open()) {
            assertEquals(before, all(profile));
            assertFalse(profile.troubles().isHistoryFresh());
            assertNull(profile.troubles().ofHistory());
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void h79_aRoomOrAPersonThatTheDiskChangedIsPutBackAndItIsSaid() throws Exception {
        String before;
        try (var profile = open()) {
            before = all(profile);
        }
        byte[] whole = Files.readAllBytes(database);
        for (String change : List.of("room SET name = CAST(x'636cff7373' AS TEXT) WHERE words IS NOT NULL",
                "room SET name = CAST(x'6c6fff6279' AS TEXT) WHERE words IS NULL",
                "room SET name = 'lobbi' WHERE words IS NULL", "room SET name = char(7) WHERE words IS NULL",
                "room SET words = CAST(x'6c6fff6279' AS TEXT) WHERE words IS NOT NULL",
                "room SET id = randomblob(16) WHERE words IS NOT NULL",
                "room SET stretched = randomblob(32) WHERE words IS NOT NULL",
                "peer SET public_key = randomblob(32) WHERE fingerprint = (SELECT min(fingerprint) FROM peer)")) {
            Files.write(database, whole);
            change("UPDATE " + change);
            try (var profile = open()) {
                assertEquals(before, all(profile), change);
                assertNotNull(profile.troubles().ofHistory(), change);
                assertEquals(WarningCode.HISTORY_DAMAGED, profile.troubles().ofHistory().code());
            }
            try (var profile = open()) {
                assertEquals(before, all(profile), change);
                assertNull(profile.troubles().ofHistory(), change);
            }
        }
    }

    /// One such value made both copies unreadable at the next change, and nothing was there for a lost database.
    @Test
    void h79_aValueThatTheDiskChangedLeavesTheCopiesReadable() throws Exception {
        open().close();
        byte[] whole = Files.readAllBytes(database);
        for (String change : List.of("peer SET name = char(7)", "peer SET first_met = -7",
                "peer SET last_met = 9223372036854775807", "peer_endpoint SET port = 0",
                "peer_endpoint SET address = zeroblob(17)", "peer_endpoint SET scope = CAST(zeroblob(300) AS TEXT)",
                "room SET joined_at = -7", "room SET confirmed_at = -7", "trust_state SET at = -7")) {
            Files.write(database, whole);
            Files.delete(file);
            Files.delete(goodCopy);
            change("UPDATE " + change);
            int rooms;
            try (var profile = open()) {
                profile.rooms().keep(Room.open(new RoomName("later")), Origin.JOINED_BY_WORDS, NOW);
                rooms = profile.rooms().rooms().size();
            }
            Files.delete(database);
            try (var profile = open()) {
                assertEquals(rooms, profile.rooms().rooms().size(), change);
                assertFalse(profile.trust().pinned().isEmpty(), change);
            }
        }
    }

    private static OpenProfile withPeople(OpenProfile profile) {
        profile.trust().pinned();
        return profile;
    }

    /// It was met anew at each start: nothing could be read of people any more.
    @Test
    void h79_aNameThatTheDiskChangedCostsTheNameAlone() throws Exception {
        int people;
        Set<Fingerprint> blocked;
        try (var profile = open()) {
            people = profile.trust().pinned().size();
            blocked = profile.trust().blocked();
        }
        Files.delete(file);
        Files.delete(goodCopy);
        change("UPDATE peer SET name = char(7)");
        for (int start = 1; start <= 2; start++) {
            try (var used = OpenProfile.use(options(), TrustCopyTest::withPeople)) {
                assertEquals(people, used.trust().pinned().size());
            }
        }
        try (var profile = open()) {
            assertEquals(blocked, profile.trust().blocked());
            assertTrue(profile.trust().pinned().stream().allMatch(peer -> peer.name() == null));
        }
    }

    @Test
    void h79_aRoomThatTheDiskChangedInTheCopyIsNotTakenFromIt() throws Exception {
        String before;
        try (var profile = open()) {
            before = all(profile);
        }
        for (Path each : List.of(file, goodCopy)) {
            Files.writeString(each, Files.readString(each, UTF_8)
                    .replace("\"lobby\"", "\"lobbi\"")
                    .replaceAll("\"change\":\\d+", "\"change\":999999"));
        }
        try (var profile = open()) {
            assertEquals(before, all(profile));
        }
    }

    @Test
    void m4_aFileThatCannotBeWrittenKeepsNobodyFromJoining() throws IOException, NodeException {
        open().close();
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        try (var profile = open()) {
            profile.rooms().keep(Room.open(new RoomName("later")), Origin.JOINED_BY_WORDS, NOW);
            assertTrue(all(profile).contains("later"));
        }
    }
}
