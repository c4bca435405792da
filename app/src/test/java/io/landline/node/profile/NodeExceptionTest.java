package io.landline.node.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.profile.NodeOptions.Network;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk's own exceptions have a path for their message, and a path alone says nothing.
class NodeExceptionTest {
    @TempDir
    Path profile;

    private void saidOf(FileSystemException refused, String reason) {
        String sentence = "The profile's folder " + profile + " cannot be made or opened (" + reason
                + "); choose another with --profile.";
        var options = new NodeOptions(profile, null, List.of(), Network.NOT_ASKED, null, null, false);
        assertEquals(sentence, NodeException.ofProfile(options, refused).getMessage());
        assertEquals(sentence, NodeException.ofStart(profile, null, refused).getMessage());
    }

    /// As after a start by root.
    @Test
    void aFileThatMayNotBeReadIsToldInASentence() {
        Path run = profile.resolve("identity/run");
        saidOf(new AccessDeniedException(run.toString()), "you have no permission at " + run);
        saidOf(new FileSystemException(run.toString(), null, "Input/output error"), "Input/output error at " + run);
    }

    @Test
    void whatTellsItsReasonInASentenceIsKept() {
        assertEquals("It is so.", NodeException.ofStart(profile, null, new IOException("It is so.")).getMessage());
    }
}
