package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.FilesToSend;
import io.landline.node.RunningForTest;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.process.FreePorts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a file that cannot be sent.
class ConversationWriterTest {
    @TempDir
    Path folder;

    private static String said(Path path, IOException failure) {
        CommandException refused = ConversationWriter.refused(path, failure);
        assertEquals(Code.NO_FILE, refused.code());
        return String.valueOf(refused.getMessage());
    }

    @Test
    void b2_whatIsSaidIsWhatHappened() {
        var path = Path.of("photo");
        assertEquals("There is no file photo. Nothing was offered.", said(path, new NoSuchFileException("photo")));
        assertEquals("photo may not be read: permission denied. Nothing was offered.",
                said(path, new AccessDeniedException("photo")));
        assertEquals("photo cannot be read: Too many levels of symbolic links. Nothing was offered.",
                said(path, new FileSystemException("photo", null, "Too many levels of symbolic links")));
        assertEquals("photo cannot be read: Input/output error. Nothing was offered.",
                said(path, new IOException("Input/output error")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ofALinkThatLeadsNowhereItIsSaidWhereItLeads() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("essay.txt"), Path.of("old/essay.txt"));
        assertEquals(link + " is a link to old/essay.txt, and nothing is there. Nothing was offered.",
                said(link, new NoSuchFileException(link.toString())));
    }

    @Test
    void b2_aMissingAndASpecialFileAreCalledSo() throws Exception {
        try (var ada = RunningForTest.start(folder, "Ada", FreePorts.udp(), RunningForTest.room())) {
            var gone = assertThrows(CommandException.class,
                    () -> ada.node.chats().send("#class", FilesToSend.of(List.of(folder.resolve("gone")))));
            assertEquals("There is no file " + folder.resolve("gone") + ". Nothing was offered.", gone.getMessage());
            Path device = Path.of("/dev/null");
            Assumptions.assumeTrue(device.toFile().exists(), "no device file here");
            var special = assertThrows(CommandException.class,
                    () -> ada.node.chats().send("#class", FilesToSend.of(List.of(device))));
            assertEquals("/dev/null is no plain file but a device, a pipe or a socket. Nothing was offered.",
                    special.getMessage());
        }
    }
}
