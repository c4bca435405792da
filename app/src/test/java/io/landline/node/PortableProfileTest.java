package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.fixture.ChildJvm;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.OpenProfile;
import io.landline.node.profile.ProfileTroubles;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A profile in the program's own folder, as on a stick, which is at another place on the next computer.
@StartsPrograms
class PortableProfileTest {
    @TempDir
    Path temporary;

    /// Opens the usual profile, or the one that is named, and prints where it is, its identity and where files go.
    static final class Opening {
        public static void main(String[] named) throws NodeException {
            try (var profile = OpenProfile.open(options(named.length == 0 ? null : Path.of(named[0]), null))) {
                System.out.println(profile.profile().folder());
                System.out.println(profile.identity().fingerprint().hex());
                System.out.println(profile.downloads());
            }
        }
    }

    private static NodeOptions options(@Nullable Path profile, @Nullable Path downloads) {
        return new NodeOptions(profile, null, List.of(), Network.NOT_ASKED, downloads, null, false);
    }

    private static List<String> opened(Path program, String... named) throws IOException {
        var home = List.of("env", "HOME=" + program.resolve("home")); // before what the list of users says
        try (ChildJvm child = ChildJvm.startIn(home, List.of("-Dlandline.folder=" + program), Opening.class, named)) {
            return List.of(said(child), said(child), said(child));
        }
    }

    private static String said(ChildJvm child) throws IOException {
        String line = child.readLine();
        assertNotNull(line);
        return line;
    }

    @Test
    void profileAndFilesTravelWithTheProgram() throws IOException {
        Path first = Files.createDirectory(temporary.toRealPath().resolve("stick"));
        Files.createFile(first.resolve("portable"));
        List<String> here = opened(first);
        assertEquals(first.resolve("profile").toString(), here.get(0));
        assertEquals(first.resolve("downloads").toString(), here.get(2));
        Path second = Files.move(first, first.resolveSibling("stick-elsewhere"));
        List<String> there = opened(second);
        assertEquals(List.of(second.resolve("profile").toString(), here.get(1), second.resolve("downloads").toString()),
                there);
    }

    @Test
    void anotherProfileThatIsNamedIsNoneOfTheStick() throws IOException {
        Path stick = Files.createDirectory(temporary.toRealPath().resolve("stick"));
        Files.createFile(stick.resolve("portable"));
        Path other = stick.resolveSibling("other");
        List<String> named = opened(stick, other.toString());
        assertEquals(List.of(other.toString(), stick.resolve("home/Landline").toString()),
                List.of(named.get(0), named.get(2)));
    }

    @Test
    void aDiskWithoutPermissionsIsWarnedOf() throws Exception {
        try (var profile = OpenProfile.open(options(temporary.resolve("p"), temporary.resolve("files")))) {
            assertNull(profile.troubles().readableKeys());
            Files.setPosixFilePermissions(profile.profile().identityFolder(),
                    PosixFilePermissions.fromString("rwxr-xr-x")); // as such a disk shows all
            ProfileTroubles.Problem problem = profile.troubles().readableKeys();
            assertNotNull(problem);
            assertEquals(WarningCode.KEYS_READABLE, problem.code());
        }
    }
}
