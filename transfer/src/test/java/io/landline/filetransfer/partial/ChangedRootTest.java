package io.landline.filetransfer.partial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.identity.RunCounter;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In a changed root (`chroot`) Java cannot tell which disk a folder of it is on: "Mount point not found". No node
/// started there.
class ChangedRootTest {
    /// Makes the folder look like the root, in mounts of its own, and goes there. What stands in the folder itself is
    /// on no mount that can be seen from inside.
    private static final String CHANGE_ROOT = """
            set -e
            for each in /*; do
                if [ -L "$each" ]; then cp -P "$each" "$0"
                elif [ -d "$each" ]; then mkdir "$0$each"; mount --rbind "$each" "$0$each"
                fi
            done
            exec chroot "$0" "$@"
            """;

    /// Keeps something secret and asks for room, and says how it went.
    static final class Keeps {
        private Keeps() {}

        static void main() throws IOException {
            Path folder = Path.of("/profile");
            RunCounter.next(folder, InstantSource.system());
            System.out.print("kept, with room: " + (DiskSpace.REAL.of(folder).usableBytes() > 0));
        }
    }

    @Test
    void filesAreKeptAndRoomIsFoundThere(@TempDir Path root) throws Exception {
        assumeTrue(NamespaceLan.missing().isEmpty(), NamespaceLan.missing());
        Process there = new ProcessBuilder("unshare", "-m", "sh", "-c", CHANGE_ROOT, root.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Keeps.class.getName()).redirectErrorStream(true).start();
        assertEquals("kept, with room: true", new String(there.getInputStream().readAllBytes(), UTF_8));
        assertEquals(0, there.waitFor());
    }
}
