package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.console.ProfileLines;
import io.landline.node.conversation.History;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.process.FreePorts;
import io.landline.testing.SmallDisk;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A profile that can be read and not written: on a disk that is full or write-protected.
@StartsPrograms
class UnwritableProfileTest {
    /// Room for two profiles, and soon filled.
    private static final String DISK = "8m";

    @TempDir
    Path folder;
    private Path disk;
    private SmallDisk mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = folder.resolve("disk");
        mounted = new SmallDisk(disk, DISK);
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) mounted.close();
    }

    private NodeOptions options() {
        return new NodeOptions(disk.resolve("profile"), null, List.of(), Network.NOT_ASKED, null, null, false);
    }

    /// A profile with a message, as a node leaves it; with its log, as a node that is killed leaves it.
    private void profile(boolean killed) throws Exception {
        try (var ada = RunningForTest.start(folder, "Ada", FreePorts.udp(), RunningForTest.room())) {
            ada.node.chats().say("#class", "hello");
            if (killed) copy(folder.resolve("Ada"));
        }
        if (!killed) copy(folder.resolve("Ada"));
    }

    private void copy(Path profile) throws IOException {
        try (Stream<Path> all = Files.walk(profile)) {
            for (Path each : all.toList()) {
                Files.copy(each, disk.resolve("profile").resolve(profile.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void fill() throws IOException {
        try (var out = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) out.write(new byte[1024]);
        } catch (IOException e) {
            assertFalse(Files.getFileStore(disk).getUsableSpace() > 0, "full: " + e);
        }
    }

    private void assertIsReadAndNotWritten(String why) throws Exception {
        NodeException refused = assertThrows(NodeException.class, () -> ProfileWithoutNode.open(options()).close());
        assertEquals(why, String.valueOf(refused.getMessage()));
        try (ProfileWithoutNode opened = ProfileWithoutNode.openToRead(options(), _ -> {})) {
            ProfileReader reader = opened.reader();
            var question = new History.Question("#class", null, History.From.NEWEST, 10, null, null, null);
            assertEquals(1, reader.history(question).past().size());
            var transfers = new JsonObject();
            transfers.addProperty("do", "transfers");
            transfers.addProperty("over", true);
            assertTrue(ProfileLines.answer(opened, transfers).has("transfers"));
            CommandException notKept = assertThrows(CommandException.class,
                    () -> opened.setOwnName("#class", "mine"));
            assertEquals(Code.STORAGE, notKept.code());
            assertEquals(why, notKept.getMessage());
        }
    }

    private String isProtected() {
        return "The profile's folder " + disk.resolve("profile")
                + " cannot be written to. A node stores what it hears, so only commands that read and start none work,"
                + " such as landline history. Make it"
                + " writable, or choose another with --profile.";
    }

    private String isFull() {
        return "The disk of the profile's folder " + disk.resolve("profile")
                + " is full. Nothing of the profile was lost; make room there, or choose another folder with"
                + " --profile.";
    }

    @Test
    void aWriteProtectedProfileIsRead() throws Exception {
        profile(false);
        mounted.remount("ro");
        assertIsReadAndNotWritten(isProtected());
    }

    @Test
    void soIsOneWhoseNodeWasKilled() throws Exception {
        profile(true);
        mounted.remount("ro");
        assertIsReadAndNotWritten(isProtected());
    }

    /// As on a stick, or in a copy that was made without it.
    @Test
    void soIsOneWithoutItsLockFile() throws Exception {
        profile(false);
        Files.delete(disk.resolve("profile").resolve("lock"));
        mounted.remount("ro");
        assertIsReadAndNotWritten(isProtected());
    }

    @Test
    void soIsAProfileOnAFullDisk() throws Exception {
        profile(false);
        fill();
        assertIsReadAndNotWritten(isFull());
    }

    @Test
    void whatIsNotWrittenIsStillAnotherNodesProfileWhileThatRuns() throws Exception {
        profile(false);
        try (ProfileWithoutNode _ = ProfileWithoutNode.open(options())) {
            assertEquals(NodeException.Kind.IN_USE, assertThrows(NodeException.class,
                    () -> ProfileWithoutNode.openToRead(options(), _ -> {}).close()).kind());
        }
    }

    /// As where another user's program left it. Mounted apart, since to an administrator no file's rights count.
    @Test
    void aProfileIsReadWhoseLogOfTheDatabaseAloneCannotBeWritten() throws Exception {
        profile(true);
        Path log = disk.resolve("profile").resolve("history.db-wal");
        try (var _ = new WriteProtected(log)) {
            String why = assertThrows(NodeException.class, () -> ProfileWithoutNode.open(options()).close())
                    .getMessage();
            assertIsReadAndNotWritten(String.valueOf(why));
        }
    }
}
