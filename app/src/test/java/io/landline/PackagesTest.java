package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.fixture.Pages;
import io.landline.fixture.ProgramFile;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `packaging/linux/packages`, over an image of a few bytes.
@StartsPrograms
@EnabledOnOs(OS.LINUX)
class PackagesTest {
    @TempDir
    Path folder;

    @Test
    void allAreMadeWhateverTheTemporaryFolderIsCalled() throws Exception {
        for (String tool : List.of("git", "dpkg-deb", "rpmbuild")) {
            assumeTrue(isInstalled(tool), "skipped: " + tool + " is not installed");
        }
        Path made = make();
        for (String kind : List.of(".deb", ".rpm", ".tar.gz")) assertTrue(Files.exists(file(made, kind)), kind);
    }

    /// No other system has the command that opens the terminal which its user has chosen.
    @Test
    void onlyTheDebianPackageStartsTheDoctorFromItsMenuEntry() throws Exception {
        for (String tool : List.of("git", "dpkg-deb", "rpmbuild", "rpm2archive")) {
            assumeTrue(isInstalled(tool), "skipped: " + tool + " is not installed");
        }
        Path made = make();
        String debian = menuEntry("dpkg-deb --fsys-tarfile '" + file(made, ".deb") + "' | tar -xO");
        assertTrue(debian.contains("Actions=Doctor;") && debian.contains("x-terminal-emulator"), debian);
        String other = menuEntry("rpm2archive - <'" + file(made, ".rpm") + "' | tar -xzO");
        assertTrue(other.startsWith("[Desktop Entry]") && other.contains("Exec=landline %u"), other);
        assertFalse(other.contains("Action"), other);
        assertFalse(other.contains("x-terminal-emulator"), other);
        assertEquals("", run("tar -tzf '" + file(made, ".tar.gz") + "' | grep '[.]desktop$' || true"));
    }

    @Test
    void whatDesktopsReadIsAsTheSpecificationsSay() throws Exception {
        for (String tool : List.of("git", "dpkg-deb", "desktop-file-validate", "appstreamcli")) {
            assumeTrue(isInstalled(tool), "skipped: " + tool + " is not installed");
        }
        Path tree = folder.resolve("tree");
        run("dpkg-deb -x '" + file(make(), ".deb") + "' '" + tree + "'");
        List<Path> entries = found(tree, ".desktop");
        assertEquals(3, entries.size(), entries::toString);
        for (Path each : entries) assertEquals("", run("desktop-file-validate '" + each + "'"), each::toString);
        for (Path each : found(tree, ".metainfo.xml")) run("appstreamcli validate --no-net '" + each + "'");
    }

    /// What KIO looks for in a file of `kio/servicemenus`, of version 5 and of version 6.
    @Test
    void dolphinFindsTheFilesAndTheCommandInItsMenuEntry() throws IOException {
        String entry = Files.readString(packaging().resolve("send/dolphin.desktop"));
        for (String line : List.of("MimeType=application/octet-stream;inode/directory;",
                "X-KDE-ServiceTypes=KonqPopupMenu/Plugin", "Actions=send;", "[Desktop Action send]")) {
            assertEquals(1, entry.lines().filter(line::equals).count(), line);
        }
        // an application without a command of its own is no service in version 5
        assertEquals(2, entry.lines().filter("Exec=landline --send %F"::equals).count(), entry);
    }

    private static Path packaging() throws IOException {
        return Pages.path("numbers.md").getParent().resolveSibling("packaging/linux");
    }

    private static List<Path> found(Path tree, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
        }
    }

    private String menuEntry(String unpack) throws Exception {
        return run(unpack + " ./usr/share/applications/landline.desktop");
    }

    private String run(String command) throws Exception {
        Path said = Files.createTempFile(folder, "said", "");
        int exitCode = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertEquals(0, exitCode, () -> read(said));
        return read(said);
    }

    private static Path file(Path made, String kind) throws IOException {
        try (Stream<Path> all = Files.list(made)) {
            return all.filter(each -> each.toString().endsWith(kind)).findFirst().orElse(made.resolve("none" + kind));
        }
    }

    /// @return the folder of the packages
    private Path make() throws Exception {
        Path image = folder.resolve("image");
        ProgramFile.write(image.resolve("bin/landline"), "#!/bin/sh\n");
        write(image.resolve("lib/version"));
        Path manual = folder.resolve("manual");
        for (String each : List.of("man/landline.1", "completion/landline")) write(manual.resolve(each));
        Path icons = folder.resolve("icons");
        for (int size : new int[]{16, 24, 32, 48, 64, 128, 256, 512}) write(icons.resolve("landline-" + size + ".png"));
        Path script = packaging().resolve("packages");
        Path made = folder.resolve("out of it");
        var builder = new ProcessBuilder(script.toString(), image.toString(), manual.toString(), icons.toString(),
                made.toString(), "0.1.0", folder.resolve("no parts").toString());
        builder.environment().put("TMPDIR", Files.createDirectory(folder.resolve("a b|c & d")).toString());
        Path said = folder.resolve("said");
        int exitCode = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        assertEquals(0, exitCode, () -> read(said));
        return made;
    }

    private static boolean isInstalled(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(each -> Files.exists(Path.of(each, tool)));
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
