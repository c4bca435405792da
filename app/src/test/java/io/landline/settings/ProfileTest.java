package io.landline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.ChildJvm;
import io.landline.fixture.OtherUser;
import io.landline.system.OperatingSystem;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class ProfileTest {
    @TempDir
    Path folder;

    private static String defaultOn(OperatingSystem system, Map<String, String> environment) throws IOException {
        return DefaultProfile.folder(system, environment, "/home/max").toString();
    }

    @Test
    void theDefaultFolderIsTheOneOfEachSystem() throws IOException {
        assertEquals("/home/max/.local/share/landline", defaultOn(OperatingSystem.LINUX, Map.of()));
        assertEquals("/home/moritz/.local/share/landline",
                defaultOn(OperatingSystem.LINUX, Map.of("HOME", "/home/moritz")));
        assertEquals("/data/landline", defaultOn(OperatingSystem.LINUX, Map.of("XDG_DATA_HOME", "/data")));
        assertEquals("/home/max/.local/share/landline",
                defaultOn(OperatingSystem.LINUX, Map.of("XDG_DATA_HOME", "relative")));
        assertEquals("/home/max/.local/share/landline", defaultOn(OperatingSystem.LINUX, Map.of("XDG_DATA_HOME", "")));
        assertEquals("/home/max/Library/Application Support/Landline",
                defaultOn(OperatingSystem.MACOS, Map.of("XDG_DATA_HOME", "/data")));
        assertEquals("/roaming/Landline", defaultOn(OperatingSystem.WINDOWS, Map.of("APPDATA", "/roaming")));
        assertEquals("/home/max/AppData/Roaming/Landline", defaultOn(OperatingSystem.WINDOWS, Map.of()));
    }

    @Test
    void aFileOrFolderInTheProgramsFolderKeepsTheProfileBesideIt() throws IOException {
        assertNull(DefaultProfile.portable(null));
        assertNull(DefaultProfile.portable(folder.toString()), "an installed program");
        Path mark = Files.createFile(folder.resolve("portable"));
        assertEquals(folder.resolve("profile"), DefaultProfile.portable(folder.toString()));
        Files.delete(mark);
        Files.createDirectory(folder.resolve("profile"));
        assertEquals(folder.resolve("profile"), DefaultProfile.portable(folder.toString()), "the folder is a mark too");
        assertNull(DefaultProfile.portable("relative"));
    }

    @Test
    void fileSystemsWithoutPermissionsAreKnownByTheirTypes() {
        for (String type : List.of("vfat", "msdos", "exfat", "FAT32", "exFAT")) {
            assertTrue(DiskKind.keepsNoPermissions(type), type);
        }
        for (String type : List.of("ext4", "btrfs", "tmpfs", "apfs", "NTFS", "")) {
            assertFalse(DiskKind.keepsNoPermissions(type), type);
        }
    }

    /// On a disk that is mounted read-only that failed, and was told as a folder that stays open.
    @Test
    void aFolderThatIsClosedToOthersAlreadyIsNotTouched() throws IOException {
        Path profile = Profile.open(folder.resolve("profile")).folder();
        Object before = Files.getAttribute(profile, "unix:ctime");
        Path later = folder.resolve("later"); // the clock of the disk has gone on since
        do {
            Files.writeString(later, "");
        } while (Files.getAttribute(later, "unix:ctime").equals(before));
        Profile.open(profile);
        assertEquals(before, Files.getAttribute(profile, "unix:ctime"));
        Files.setPosixFilePermissions(profile, PosixFilePermissions.fromString("rwxr-xr-x"));
        Profile.open(profile);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(profile)));
    }

    @Test
    void aProfileThatOthersMayEnterIsReadable() throws IOException {
        Profile profile = Profile.open(folder.resolve("profile"));
        Path identity = Files.createDirectory(profile.identityFolder());
        Files.setPosixFilePermissions(identity, PosixFilePermissions.fromString("rwx------"));
        assertFalse(profile.isReadableByOthers());
        Files.setPosixFilePermissions(identity, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertTrue(profile.isReadableByOthers(), "as on a disk that shows all files as open");
    }

    @Test
    void h96_withoutAHomeTheUserIsToldWhatToDo() {
        for (String home : List.of("", "?", "relative", "\0")) {
            var refusal = assertThrows(IOException.class,
                    () -> DefaultProfile.folder(OperatingSystem.LINUX, Map.of("HOME", home), home));
            assertTrue(String.valueOf(refusal.getMessage()).contains("--profile"));
        }
    }

    @Test
    void h96_aHomeThatTheLocaleCannotSpellIsToldNotReplacedByAnother() {
        for (String variable : List.of("HOME", "XDG_DATA_HOME")) {
            var refusal = assertThrows(IOException.class,
                    () -> defaultOn(OperatingSystem.LINUX, Map.of(variable, "/home/m\0ller")));
            assertTrue(String.valueOf(refusal.getMessage()).contains("LC_ALL=C.UTF-8"));
        }
    }

    @Test
    void aNewProfileIsForTheUserAlone() throws IOException {
        Profile profile = Profile.open(folder.resolve("data").resolve("landline"));
        assertEquals("rwx------", modeOf(profile.folder()));
        assertEquals("rwx------", modeOf(folder.resolve("data")));
    }

    private static String modeOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void anExistingProfileIsClosedToOthers() throws IOException {
        Path open = Files.createDirectory(folder.resolve("p"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Profile.open(open);
        assertEquals("rwx------", modeOf(open), "an empty folder becomes a profile");
        Files.createFile(open.resolve("settings.json"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Profile.open(open);
        assertEquals("rwx------", modeOf(open));
    }

    @Test
    void aFolderOfOtherThingsKeepsItsMode() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.createFile(home.resolve("letter.txt"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Profile.open(home);
        assertEquals("rwxr-xr-x", modeOf(home));
    }

    @Test
    void h96_aProfileMayHaveAnyName() throws IOException {
        String characters = System.getProperty("sun.jnu.encoding");
        assumeTrue("UTF-8".equals(characters), "skipped: in this locale Java spells file names in " + characters);
        for (String name : List.of("my profile", "Müller", "😀 🎈", "a%b'c\"d$e", "-p", ".", "..x", "İstanbul")) {
            Profile profile = Profile.open(folder.resolve(name));
            ProfileLock.acquire(profile).close();
            SettingsFile.load(profile.settingsFile()).save(Settings.DEFAULTS.withAccept(AcceptRule.ALL));
            assertEquals(AcceptRule.ALL, SettingsFile.load(profile.settingsFile()).settings().accept());
        }
    }

    @Test
    void aLinkAndItsTargetAreOneProfile() throws IOException {
        Profile profile = Profile.open(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), profile.folder());
        assertEquals(profile.folder(), Profile.open(folder.resolve("link")).folder());
        try (ProfileLock _ = ProfileLock.acquire(profile)) {
            assertThrows(ProfileInUseException.class, () -> ProfileLock.acquire(Profile.open(folder.resolve("link"))));
        }
    }

    @Test
    void whatCannotBeAFolderIsRefusedWithASentence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path bad : List.of(file, file.resolve("below"), Path.of("/proc/landline"),
                folder.resolve("x".repeat(300)))) {
            var refusal = assertThrows(IOException.class, () -> Profile.open(bad));
            String sentence = String.valueOf(refusal.getMessage());
            assertTrue(sentence.contains(bad.toString()) && sentence.contains("--profile"), sentence);
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenIsRefusedWithASentence() throws Exception {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        try (var user = new OtherUser();
                ChildJvm child = user.start(ReadOnlyProfile.class, user.folder(readOnly).toString())) {
            for (String part : List.of("identity", "history.db")) {
                Path profile = readOnly.resolve("no-" + part);
                assertEquals("The profile's folder " + profile + " cannot be made or opened (you have no permission at "
                        + profile.resolve(part) + "); choose another with --profile.", child.readLine());
            }
            assertEquals("The profile's folder " + readOnly + " cannot be written to. A node stores what it hears, so"
                    + " only commands that read and start none work, such as landline history. Make it writable,"
                    + " or choose another with --profile.",
                    child.readLine());
            String below = String.valueOf(child.readLine());
            assertTrue(
                    below.startsWith("The profile's folder " + readOnly.resolve("below") + " cannot be made or opened"),
                    below);
        }
    }

    /// It is written to the terminal where the log's files are not open yet.
    @Test
    void aFolderThatStaysOpenToOthersIsLoggedInALine() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root can give a folder away");
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var user = new OtherUser();
                ChildJvm child = user.start(OpenedBySomebodyElse.class,
                        user.folder(Files.createDirectory(folder.resolve("own")))
                                .resolveSibling("shared")
                                .toString())) {
            assertEquals("WARNING: the profile's folder stays open to others (" + shared
                    + ": Operation not permitted)", child.readLine());
            assertEquals("null", child.readLine());
        }
    }

    /// As a profile that root wrote once: a user sees at once who can give it back.
    @Test
    void aProfileOfSomebodyElseIsRefusedWithTheNameOfItsOwner() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root can give a folder away");
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        try (var user = new OtherUser()) {
            user.folder(theirs);
        }
        Path part = theirs.resolve("identity");
        var refused = Profile.unusable(theirs, new AccessDeniedException(part.toString()));
        assertEquals("The profile's folder " + theirs + " cannot be made or opened (you have no permission at " + part
                + ": " + theirs + " belongs to nobody); choose another with --profile.", refused.getMessage());
    }

    /// After a `sudo` that keeps the home folder the owner could not open the profile any more.
    @Test
    void rootIsKeptOutOfAProfileOfSomebodyElse() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root can give a folder away");
        Path home = Files.createDirectory(folder.resolve("home"));
        Path there = Files.createDirectories(home.resolve("there"));
        Files.createDirectory(there.resolve("identity"));
        Files.createFile(there.resolve("settings.json"));
        try (var user = new OtherUser()) {
            user.folder(home);
        }
        IOException refused = assertThrows(IOException.class, () -> Profile.open(there));
        assertEquals(belongsToNobody(there), refused.getMessage());
        assertEquals(there.toRealPath(), Profile.openToRead(there).folder(), "root may look, and ask its node");
        Path none = home.resolve("share/landline");
        Map<String, String> raised = Map.of("SUDO_UID", "1000");
        assertEquals(belongsToNobody(none), ProfileOwner.refusal(none, home, raised));
        assertNull(ProfileOwner.refusal(none, home, Map.of()), "the root of a container");
        try (Stream<Path> all = Files.walk(home)) {
            assertEquals(List.of(home, there, there.resolve("identity"), there.resolve("settings.json")),
                    all.sorted().toList());
        }
        assertNull(ProfileOwner.refusal(none, null, raised), "a folder that somebody else gave root");
        Files.createDirectory(home.resolve("given"));
        Path given = Files.createDirectory(home.resolve("given/identity")).getParent();
        try (var user = new OtherUser()) {
            user.folder(home);
        }
        Files.delete(given.resolve("identity"));
        Files.createDirectory(given.resolve("identity"));
        assertNull(ProfileOwner.refusal(given, home, raised), "root made its identity");
        Path own = Files.createDirectories(folder.resolve("own/identity")).getParent();
        assertEquals(own.toRealPath(), Profile.open(own).folder());
    }

    private static String belongsToNobody(Path profile) {
        return "The profile's folder " + profile + " belongs to nobody, and you are root. Its owner could not open what"
                + " root writes there. Nothing was changed. Start Landline as that user, or choose another folder with"
                + " --profile.";
    }

    @Test
    void networkFileSystemsAreKnownByTheirTypes() {
        for (String type : List.of("nfs", "NFS4", "cifs", "smbfs", "fuse.sshfs", "9p", "afpfs", "smb3", "fuse.rclone",
                "virtiofs")) {
            assertTrue(DiskKind.isNetworkShare(Path.of("/home/max"), type), type);
        }
        for (String type : List.of("ext4", "btrfs", "xfs", "zfs", "tmpfs", "overlay", "apfs", "NTFS", "fuseblk", "")) {
            assertFalse(DiskKind.isNetworkShare(Path.of("/home/max"), type), type);
        }
        assertTrue(DiskKind.isNetworkShare(Path.of("\\\\server\\home\\max"), "NTFS"));
    }

    @Test
    void m3_aFolderOfThisComputerIsOnNoShare() throws Exception {
        assertFalse(Profile.open(folder.resolve("profile")).isOnNetworkShare());
    }
}
