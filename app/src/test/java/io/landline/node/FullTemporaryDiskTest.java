package io.landline.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.process.SelfCommand;
import io.landline.testing.SmallDisk;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder of `TMPDIR` is on a disk of its own, which is full. The disk of the profile has room.
@StartsPrograms
class FullTemporaryDiskTest {
    private static final String DISK = "4k";

    @TempDir
    Path folder;
    private Path disk;
    private SmallDisk mounted;

    @BeforeEach
    void mountAndFill() throws Exception {
        disk = folder.resolve("disk");
        mounted = new SmallDisk(disk, DISK);
        Files.write(disk.resolve("filler"), new byte[4096]);
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) mounted.close();
    }

    private void refused(String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(SelfCommand.of(arguments)).redirectErrorStream(true);
        builder.environment().put("TMPDIR", disk.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> said = process.inputReader(UTF_8).readAllLines();
        assertEquals(1, process.waitFor(), said.toString());
        assertTrue(said.contains("The disk for temporary files is full, in the folder " + disk + ". Nothing of the"
                + " profile was lost; make room there, or name another folder in TMPDIR."), said.toString());
    }

    @Test
    void aNodeSaysWhichDiskIsFull() throws Exception {
        refused("node", "--interface", "lo", "--profile", folder.resolve("profile").toString(), "--udp-port", "43171",
                "--tcp-port", "0", "--downloads", folder.resolve("downloads").toString());
    }

    /// Its nodes end before they are ready. It said that they did not start within 30 s.
    @Test
    void theDemoSaysWhatItsNodeSaid() throws Exception {
        refused("demo");
    }
}
