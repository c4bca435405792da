package io.landline.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketPathTest {
    private static final Path PROFILE = Path.of("/home/max/.local/share/landline");

    private Path temporary;
    private Path runtime;

    @BeforeEach
    void folders() throws IOException {
        temporary = Files.createTempDirectory("t");
        runtime = Files.createDirectory(temporary.resolve("run"));
        mode(runtime, "rwx------");
    }

    @AfterEach
    void remove() throws IOException {
        try (var entries = Files.walk(temporary)) {
            for (Path entry : entries.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(entry);
        }
    }

    private static void mode(Path folder, String mode) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    private SocketPath choose(Map<String, String> environment) throws IOException {
        return SocketPath.choose(PROFILE, environment, temporary, System.getProperty("user.name"));
    }

    private SocketPath inRuntime() throws IOException {
        return choose(Map.of("XDG_RUNTIME_DIR", runtime.toString()));
    }

    private Path ofThisUser() {
        return temporary.resolve("landline-" + System.getProperty("user.name"));
    }

    @Test
    void theRuntimeFolderComesFirstAndEachProfileHasANameOfItsOwn() throws IOException {
        SocketPath place = inRuntime();
        assertEquals(runtime, place.socket().getParent());
        assertEquals(place, inRuntime());
        var other = SocketPath.choose(Path.of("/other"), Map.of("XDG_RUNTIME_DIR", runtime.toString()), temporary,
                "max");
        assertNotEquals(place.socket(), other.socket());
    }

    @Test
    void aRuntimeFolderThatOthersCanEnterIsNotUsed() throws IOException {
        mode(runtime, "rwxr-xr-x");
        assertEquals(ofThisUser(), inRuntime().socket().getParent());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ofThisUser())));
        assertEquals(ofThisUser(), inRuntime().socket().getParent(), "the next start finds its folder again");
    }

    @Test
    void h96_withoutAUsableRuntimeFolderTheTemporaryOneServes() throws IOException {
        for (String odd : new String[]{"", "relative", "/no/such/folder", "\0"}) {
            assertEquals(ofThisUser(), choose(Map.of("XDG_RUNTIME_DIR", odd)).socket().getParent(), odd);
        }
        assertEquals(ofThisUser(), choose(Map.of()).socket().getParent());
    }

    @Test
    void aFolderThatSomebodyElsePreparedIsNotUsed() throws IOException {
        Files.createDirectory(ofThisUser());
        mode(ofThisUser(), "rwxrwxrwx");
        SocketPath open = choose(Map.of());
        assertTrue(open.folderIsOurs());
        assertNotEquals(ofThisUser(), open.socket().getParent());
        Files.delete(ofThisUser());
        Files.createSymbolicLink(ofThisUser(), runtime);
        SocketPath link = choose(Map.of());
        assertTrue(link.folderIsOurs());
        for (SocketPath place : new SocketPath[]{open, link}) {
            Path folder = place.socket().getParent();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
            place.clear();
            assertFalse(Files.exists(folder));
        }
        SocketPath odd = SocketPath.choose(PROFILE, Map.of(), temporary, "../max müller");
        assertEquals(temporary.resolve("landline-.._max_m_ller"), odd.socket().getParent());
    }

    @Test
    void aPathThatIsTooLongForASocketIsAvoidedAndElseRefusedWithASentence() throws IOException {
        Path deep = Files.createDirectory(runtime.resolve("x".repeat(SocketPath.PATH_BYTES_MAX)));
        mode(deep, "rwx------");
        SocketPath place = choose(Map.of("XDG_RUNTIME_DIR", deep.toString()));
        assertEquals(ofThisUser(), place.socket().getParent());
        assertTrue(place.socket().toString().getBytes(UTF_8).length <= SocketPath.PATH_BYTES_MAX);
        var refusal = assertThrows(IOException.class, () -> SocketPath.choose(PROFILE, Map.of(), deep, "max"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("too long for a socket"));
        try (var left = Files.list(deep)) {
            assertEquals(0, left.count());
        }
    }
}
