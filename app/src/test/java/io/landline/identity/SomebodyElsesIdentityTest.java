package io.landline.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.fixture.ChildJvm;
import io.landline.fixture.OtherUser;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// As on a stick that is mounted for somebody else: all may read and write there, and only the owner may take rights
/// away. Who has no name in the system is told the same.
@StartsPrograms
class SomebodyElsesIdentityTest {
    private static final String OPEN = "rwxrwxrwx";

    @TempDir
    Path folder;

    private void refusedAs(OtherUser user) throws Exception {
        Path shared = folder.resolve("shared");
        Identity made = IdentityFile.createIn(shared);
        Path pem = shared.resolve(IdentityFile.PEM);
        byte[] whole = Files.readAllBytes(pem);
        try (Stream<Path> all = Files.walk(shared)) {
            for (Path each : all.toList()) Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(OPEN));
        }
        Path own = user.folder(Files.createDirectory(folder.resolve("own")));
        try (ChildJvm child = user.start(LoadedBySomebodyElse.class, shared.toString(), own.toString())) {
            assertEquals("The file " + pem + " belongs to another user of this computer (root), and only its owner may"
                    + " close it to others. Nothing of the profile was changed. Start Landline as that user, mount the"
                    + " disk as yours, or choose another folder with --profile.", child.readLine());
            assertEquals("true", child.readLine(), "a folder of its own");
        }
        assertArrayEquals(whole, Files.readAllBytes(pem));
        assertEquals(made.fingerprint(), IdentityFile.load(shared).fingerprint());
    }

    private static void requireRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root can become somebody else");
    }

    @Test
    void anIdentityOfSomebodyElseIsRefusedWithASentence() throws Exception {
        requireRoot();
        try (var user = new OtherUser()) {
            refusedAs(user);
        }
    }

    @Test
    void whoHasNoNameIsToldTheSame() throws Exception {
        requireRoot();
        try (var user = OtherUser.withoutName()) {
            refusedAs(user);
        }
    }
}
