package io.landline.node.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.RunningForTest;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What is tried again of files whose names are in another encoding than the system's, as on an old stick.
@EnabledOnOs(OS.LINUX)
@ExtendWith(BackgroundFailures.class)
class RetriedNamesTest {
    @TempDir
    Path folder;

    /// Below the folder, by an address, which holds bytes that are no text.
    private Path path(String address) {
        return Path.of(URI.create(folder.toUri() + address));
    }

    private Path file(String address, String content) throws IOException {
        Files.createDirectories(path(address).getParent());
        return Files.writeString(path(address), content);
    }

    @Test
    void aFileOfAFolderThatWasLostIsOfferedAgain() throws Exception {
        file("Photos/caf%E9.txt", "one");
        file("Photos/good", "two");
        againAfter(folder.resolve("Photos"), "Photos/caf%E9.txt", "café.txt");
    }

    /// A link leads to it, as it cannot be typed.
    @Test
    void aFileOfAFolderWithSuchANameIsOfferedAgain() throws Exception {
        file("caf%E9/one", "one");
        file("caf%E9/two", "two");
        againAfter(Files.createSymbolicLink(folder.resolve("Link"), path("caf%E9")), "caf%E9/one", "one");
    }

    private void againAfter(Path item, String changed, String name) throws Exception {
        int udpPort = FreePorts.udp();
        try (var ada = start("Ada", udpPort); var bob = start("Bob", udpPort)) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            String offer = ada.node.chats().send("Bob", FilesToSend.of(List.of(item))).offer();
            String transfer = bob.await(Offered.class, e -> e.id().offer().equals(offer)).id().transfer();
            file(changed, "another one");
            bob.node.fileTransfers().accept(transfer);
            Transferred over = ada.await(Transferred.class, e -> e.id().offer().equals(offer));
            assertEquals(List.of(FailureReason.SOURCE_CHANGED),
                    over.failures().first().stream().map(one -> one.reason()).toList());

            String again = String.valueOf(ada.node.fileTransfers().retry(over.id().transfer()).offer());
            Offered second = bob.await(Offered.class, e -> e.id().offer().equals(again));
            assertEquals(List.of(name), second.names());
            bob.node.fileTransfers().accept(second.id().transfer());
            Transferred here = bob.await(Transferred.class, e -> e.id().offer().equals(again));
            assertEquals(name, here.paths().getFirst().getFileName().toString());
            assertEquals("another one", Files.readString(here.paths().getFirst()));
            assertEquals(List.of(), ada.node.fileTransfers().retryFailed().problems());
        }
    }

    private RunningForTest start(String name, int udpPort) throws Exception {
        return RunningForTest.start(folder, name, udpPort, RunningForTest.room(), AcceptRule.ASK);
    }
}
