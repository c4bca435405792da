package io.landline.node.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.node.port.CommandException;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.NodeException.Kind;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.settings.DefaultProfile;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import io.landline.settings.Settings;
import io.landline.settings.SettingsWarning;
import io.landline.storage.database.StorageException;
import io.landline.testing.StoppedThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

/// What a start finds in a profile, and what it says where that cannot be used.
class OpenProfileTest {
    private static final PeerName ADA = new PeerName("Ada");

    @TempDir
    Path temporary;
    private Path profile;

    @BeforeEach
    void name() throws IOException {
        profile = temporary.toRealPath().resolve("profile");
    }

    private NodeOptions plain() {
        return new NodeOptions(profile, null, List.of(), Network.NOT_ASKED, null, null, false);
    }

    private NodeOptions asAda() {
        return new NodeOptions(profile, ADA, List.of(), Network.NOT_ASKED, temporary.resolve("files"), null, false);
    }

    private Path file(String name) {
        return profile.resolve(name);
    }

    private void assertIsFree() throws IOException {
        assertNull(ProfileLock.owner(Profile.open(profile)), "the profile is free for the next start");
    }

    private NodeException refused(NodeOptions options) throws IOException {
        NodeException refused = assertThrows(NodeException.class, () -> OpenProfile.open(options).close());
        assertEquals(Kind.FAILED, refused.kind());
        assertNull(ProfileLock.owner(Profile.open(profile)), "the profile is free for the next start");
        return refused;
    }

    @Test
    void aNewProfileKeepsWhatWasGivenAtItsFirstStart() throws Exception {
        Fingerprint self;
        try (var first = OpenProfile.open(asAda())) {
            self = first.identity().fingerprint();
            assertTrue(first.isNew());
            assertNull(first.troubles().ofHistory());
            assertFalse(first.troubles().isHistoryFresh());
        }
        try (var second = OpenProfile.open(plain())) {
            assertFalse(second.isNew());
            assertEquals(self, second.identity().fingerprint());
            assertEquals(ADA, second.name());
            assertEquals(temporary.resolve("files").toAbsolutePath(), second.downloads());
            assertEquals(List.of(), second.troubles().ofSettings());
        }
    }

    @Test
    void whatIsGivenLaterHoldsForThatStartAlone() throws Exception {
        OpenProfile.open(asAda()).close();
        var other = new NodeOptions(profile, new PeerName("Bob"), List.of(),
                new Network(40_000, 0, List.of("lo"), List.of()), temporary.resolve("other"), AcceptRule.ALL, true);
        try (var opened = OpenProfile.open(other)) {
            Settings now = opened.settings();
            assertEquals(new PeerName("Bob"), opened.name());
            assertEquals(temporary.resolve("other").toAbsolutePath(), opened.downloads());
            assertEquals(AcceptRule.ALL, now.accept());
            assertEquals(Integer.valueOf(40_000), now.network().udpPort());
            assertEquals(Integer.valueOf(0), now.network().tcpPort());
            assertEquals(List.of("lo"), now.network().interfaces());
        }
        try (var again = OpenProfile.open(plain())) {
            assertEquals(ADA, again.name());
            assertEquals(AcceptRule.ASK, again.settings().accept());
            assertNull(again.settings().network().udpPort());
            assertEquals(List.of(), again.settings().network().interfaces());
        }
    }

    @Test
    void aChoiceIsStoredWithoutWhatWasGivenForThisStart() throws Exception {
        OpenProfile.open(asAda()).close();
        var onlyLoopback = new NodeOptions(profile, null, List.of(), new Network(40_000, 0, List.of("lo"), List.of()),
                null, null, false);
        try (var opened = OpenProfile.open(onlyLoopback)) {
            opened.choose(settings -> settings.withName(new PeerName("Eva")));
            assertEquals(Integer.valueOf(40_000), opened.settings().network().udpPort(), "still, for this start");
        }
        try (var again = OpenProfile.open(plain())) {
            assertEquals(new PeerName("Eva"), again.name());
            assertNull(again.settings().network().udpPort());
        }
    }

    @Test
    void withoutANameTheUsersOwnIsSuggested() throws Exception {
        try (var opened = OpenProfile.open(plain())) {
            assertFalse(opened.name().value().isBlank());
            assertTrue(opened.downloads().endsWith("Landline"), opened.downloads().toString());
        }
    }

    @Test
    void downloadsGoBesideTheUsersOthersWhereThereAreAny() throws Exception {
        assertEquals(temporary.resolve("Landline"), RunSettings.usualDownloads(temporary));
        Files.writeString(temporary.resolve("Downloads"), "a file of that name");
        assertEquals(temporary.resolve("Landline"), RunSettings.usualDownloads(temporary));
        Files.delete(temporary.resolve("Downloads"));
        Files.createDirectory(temporary.resolve("Downloads"));
        assertEquals(temporary.resolve("Downloads").resolve("Landline"), RunSettings.usualDownloads(temporary));
    }

    @Test
    void settingsThatCannotBeReadAreSaidAndTheLastGoodOnesHold() throws Exception {
        OpenProfile.open(asAda()).close();
        Files.writeString(file("settings.json"), "{\"name\": ");
        try (var opened = OpenProfile.open(plain())) {
            assertEquals(ADA, opened.name());
            assertEquals(List.of(SettingsWarning.Kind.DAMAGED),
                    opened.troubles().ofSettings().stream().map(SettingsWarning::kind).toList());
            assertFalse(opened.isNew(), "nothing is written over");
        }
        assertEquals("{\"name\": ", Files.readString(file("settings.json")));
    }

    @Test
    void aChoiceThatCannotBeStoredHoldsUntilTheEndAndSaysSo() throws Exception {
        OpenProfile.open(asAda()).close();
        try (var opened = OpenProfile.open(plain())) {
            Files.delete(file("settings.json"));
            Files.createDirectory(file("settings.json"));
            var applied = new ArrayList<PeerName>();
            var refusal = assertThrows(CommandException.class,
                    () -> opened.choose(settings -> settings.withName(new PeerName("Eva")),
                            () -> applied.add(opened.name())));
            assertEquals(CommandException.Code.STORAGE, refusal.code());
            assertTrue(String.valueOf(refusal.getMessage()).contains("hold until Landline ends"), refusal.getMessage());
            assertEquals(List.of(new PeerName("Eva")), applied, "the node follows it all the same");
        }
    }

    @Test
    void aDamagedIdentityIsRefusedAndNothingIsChanged() throws Exception {
        OpenProfile.open(asAda()).close();
        Path pem = profile.resolve("identity").resolve("identity.pem");
        byte[] whole = Files.readAllBytes(pem);
        Files.writeString(pem, "-----BEGIN PRIVATE KEY-----");
        NodeException refused = refused(plain());
        assertTrue(String.valueOf(refused.getMessage()).contains(pem.toString()), refused.getMessage());
        assertEquals("-----BEGIN PRIVATE KEY-----", Files.readString(pem));
        Files.write(pem, whole);
        try (var opened = OpenProfile.open(plain())) {
            assertEquals(ADA, opened.name(), "put back, it is used again");
        }
    }

    @Test
    void aLostIdentityIsNotReplacedByANewOne() throws Exception {
        OpenProfile.open(asAda()).close();
        Files.delete(profile.resolve("identity").resolve("identity.pem"));
        assertTrue(String.valueOf(refused(plain()).getMessage()).contains("is missing"));
    }

    @Test
    void aFolderThatIsAFileIsRefusedWithTheWayOut() throws Exception {
        Files.writeString(profile, "a file");
        NodeException refused = assertThrows(NodeException.class, () -> OpenProfile.open(plain()));
        assertEquals(Kind.FAILED, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains("--profile"), refused.getMessage());
    }

    @Test
    void aSecondStartIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var first = OpenProfile.open(asAda())) {
            NodeException refused = assertThrows(NodeException.class, () -> OpenProfile.open(plain()));
            assertEquals(Kind.IN_USE, refused.kind());
            assertTrue(String.valueOf(refused.getMessage()).contains(String.valueOf(ProcessHandle.current().pid())),
                    refused.getMessage());
            first.choose(settings -> settings.withName(new PeerName("Eva")));
            assertNotNull(ProfileLock.owner(Profile.open(profile)), "its lock holds");
        }
        assertIsFree();
    }

    @Test
    void aHistoryOfALaterVersionIsRefusedAndNotSetAside() throws Exception {
        OpenProfile.open(asAda()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file("history.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA user_version=9999");
        }
        assertTrue(String.valueOf(refused(plain()).getMessage()).contains("written by a newer Landline"));
        try (var files = Files.list(profile)) {
            assertEquals(List.of(), files.filter(each -> each.toString().contains("damaged")).toList());
        }
    }

    @Test
    void aLostHistoryIsToldFromADamagedOneAndBothAreBegunAnew() throws Exception {
        OpenProfile.open(asAda()).close();
        Files.write(file("history.db"), new byte[0]);
        try (var opened = OpenProfile.open(plain())) {
            assertEquals(WarningCode.HISTORY_LOST, problem(opened).code());
            assertTrue(opened.troubles().isHistoryFresh());
        }
        Files.writeString(file("history.db"), "this is no database, whatever it is called");
        try (var opened = OpenProfile.open(plain())) {
            assertEquals(WarningCode.HISTORY_DAMAGED, problem(opened).code());
            assertTrue(opened.troubles().isHistoryFresh());
        }
        try (var opened = OpenProfile.open(plain())) {
            assertNull(opened.troubles().ofHistory(), "said once");
            assertFalse(opened.troubles().isHistoryFresh());
        }
    }

    private static ProfileTroubles.Problem problem(OpenProfile opened) {
        ProfileTroubles.Problem problem = opened.troubles().ofHistory();
        assertNotNull(problem);
        return problem;
    }

    /// Who quits at once and starts again had nothing to lose.
    @Test
    void aMissingHistoryIsALossOnlyInAProfileThatHadTimeToHaveOne() throws Exception {
        for (boolean old : new boolean[]{false, true}) {
            OpenProfile.open(asAda()).close();
            Files.delete(file("history.db"));
            for (String trust : List.of("trust.json", "trust.json.good")) Files.deleteIfExists(file(trust));
            if (old) {
                Files.setLastModifiedTime(profile.resolve("identity").resolve("identity.fingerprint"),
                        FileTime.from(Instant.now().minus(OpenProfile.OLD_AFTER)));
            }
            try (var opened = OpenProfile.open(plain())) {
                assertEquals(old, opened.troubles().ofHistory() != null);
            }
        }
    }

    private static StorageException storage(SQLiteErrorCode code) {
        return new StorageException("The history cannot be read.", new SQLException("", "", code.code));
    }

    @Test
    void damageThatShowsOnlyInUseIsTreatedOnce() throws Exception {
        var opened = new ArrayList<OpenProfile>();
        OpenProfile used = OpenProfile.use(asAda(), each -> {
            opened.add(each);
            if (opened.size() == 1) throw new IllegalStateException(storage(SQLiteErrorCode.SQLITE_CORRUPT));
            return each;
        });
        assertEquals(2, opened.size());
        assertSame(opened.getLast(), used);
        used.close();
    }

    @Test
    void damageThatStaysIsSaidAndTheProfileIsFree() throws Exception {
        var attempts = new ArrayList<OpenProfile>();
        NodeException refused = assertThrows(NodeException.class, () -> OpenProfile.use(asAda(), each -> {
            attempts.add(each);
            throw storage(SQLiteErrorCode.SQLITE_CORRUPT);
        }));
        assertEquals("The history cannot be read.", refused.getMessage());
        assertEquals(2, attempts.size(), "tried once more, not for ever");
        assertIsFree();
    }

    @Test
    void aFullDiskIsNotTriedAgain() throws Exception {
        var attempts = new ArrayList<OpenProfile>();
        NodeException refused = assertThrows(NodeException.class, () -> OpenProfile.use(asAda(), each -> {
            attempts.add(each);
            throw storage(SQLiteErrorCode.SQLITE_FULL);
        }));
        assertEquals(Kind.FAILED, refused.kind());
        assertEquals(1, attempts.size());
        assertIsFree();
    }

    @Test
    void whateverElseFailsWhileItIsOpenedLeavesTheProfileFree() throws Exception {
        var fault = new IllegalStateException("a fault");
        assertSame(fault, assertThrows(IllegalStateException.class, () -> OpenProfile.use(asAda(), _ -> {
            throw fault;
        })));
        assertIsFree();
        var taken = new NodeException(Kind.USAGE, "The port is taken.");
        assertSame(taken, assertThrows(NodeException.class, () -> OpenProfile.use(asAda(), _ -> {
            throw taken;
        })));
        assertIsFree();
        assertSame(fault, assertThrows(IllegalStateException.class, () -> OpenProfile.open(asAda(), _ -> {
            throw fault;
        })));
        assertIsFree();
        assertEquals("The history cannot be read.",
                assertThrows(NodeException.class, () -> OpenProfile.open(asAda(), _ -> {
                    throw storage(SQLiteErrorCode.SQLITE_IOERR);
                })).getMessage());
        assertIsFree();
    }

    @Test
    void damageThatShowsWhileItIsOpenedIsTriedOnceMore() throws Exception {
        var asked = new ArrayList<Profile>();
        try (var opened = OpenProfile.open(asAda(), each -> {
            asked.add(each);
            if (asked.size() == 1) throw storage(SQLiteErrorCode.SQLITE_NOTADB);
            return false;
        })) {
            assertEquals(ADA, opened.name());
        }
        NodeException refused = assertThrows(NodeException.class, () -> OpenProfile.open(asAda(), _ -> {
            throw storage(SQLiteErrorCode.SQLITE_NOTADB);
        }));
        assertEquals(Kind.FAILED, refused.kind());
        assertIsFree();
    }

    @Test
    void theFolderIsTheOneThatWasNamedElseTheSystemsOwn() throws Exception {
        assertEquals(profile, OpenProfile.folder(plain()));
        assertEquals(DefaultProfile.folder(),
                OpenProfile.folder(new NodeOptions(null, null, List.of(), Network.NOT_ASKED, null, null, false)));
    }

    @Test
    void ofTwoChoicesAtOnceThatOneIsAppliedLastThatIsKept() throws Exception {
        var applied = new ArrayList<String>();
        try (var open = OpenProfile.open(asAda())) {
            Thread later = Thread.ofPlatform().unstarted(() -> rename(open, "Bea", () -> applied.add("Bea")));
            rename(open, "Ann", () -> {
                later.start(); // while the first one is on its way to the network
                StoppedThread.await(later);
                applied.add("Ann");
            });
            later.join();
            assertEquals(List.of("Ann", "Bea"), applied);
            assertEquals(new PeerName("Bea"), open.name());
        }
    }

    private static void rename(OpenProfile open, String name, Runnable apply) {
        try {
            open.choose(settings -> settings.withName(new PeerName(name)), apply);
        } catch (CommandException e) {
            throw new AssertionError(e);
        }
    }
}
