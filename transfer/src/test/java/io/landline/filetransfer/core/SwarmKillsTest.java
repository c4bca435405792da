package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A receiver in a swarm that is killed behind any write to its store. `-Dlandline.swarm.kills=1000` plays as many.
class SwarmKillsTest extends SwarmFixture {
    private static final int KILLS = Integer.getInteger("landline.swarm.kills", 15);

    private Path folder() throws IOException {
        Path folder = dir.resolve("src/Photos");
        for (String sub : List.of("one", "two/three", "empty")) Files.createDirectories(folder.resolve(sub));
        for (int n = 0; n < 5; n++) {
            Files.writeString(folder.resolve("one/" + n), "one " + n);
            Files.writeString(folder.resolve("two/three/" + n), "three " + n);
        }
        Files.createFile(folder.resolve("one/nothing"));
        Files.write(folder.resolve("large"), new byte[3 * MIB + 1]);
        return folder;
    }

    private static void clear(Path downloads) throws IOException {
        try (Stream<Path> all = Files.walk(downloads)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(downloads)) Files.delete(path);
            }
        }
    }

    @Test
    void h78_aReceiverThatIsKilledAtAnyStoredStepEndsWithTheWholeFolder() throws Exception {
        Path folder = folder();
        Path loose = file("loose", 5_000);
        Set<String> whole = FolderTransferTest.tree(folder);
        receivers(1);
        TransferNode killed = receiver(counted, new Helping());
        int before = killed.store.writes;
        offer(folder, loose);
        killed.recorder.awaitEnd();
        int points = killed.store.writes - before;
        assertTrue(points >= 10, () -> points + " writes");
        for (int kill = 0; kill < KILLS; kill++) {
            int point = KILLS <= points ? kill * points / KILLS : kill % (points + 1);
            cutAll();
            clear(killed.downloads);
            killed.killAndStart();
            receivers.getFirst().killAndStart();
            clear(receivers.getFirst().downloads);
            EntryId id = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder, loose));
            killed.store.failAfter(point);
            connect(killed);
            for (TransferNode receiver : receivers) anna.tell(receiver, id);
            killed.awaitWriteRefused(id);
            cutAll();
            killed.killAndStart();
            connect(killed);
            anna.tell(killed, id);
            if (!killed.isOver(id)) killed.recorder.await(Told.Transferred.class);
            assertTrue(killed.isOver(id));
            assertEquals(List.of("Photos", "loose"), killed.downloaded(), "killed at write " + point);
            assertEquals(whole, FolderTransferTest.tree(killed.downloads.resolve("Photos")),
                    "killed at write " + point);
        }
    }

    private void connect(TransferNode killed) {
        for (TransferNode receiver : receivers) ofAnna.add(anna.connect(receiver, counted));
        between.add(receivers.getFirst().connect(killed, new Helping()));
    }

    private void cutAll() throws InterruptedException {
        for (List<FakeSession> sessions : List.of(ofAnna, between)) {
            FakeSession.cutAll(sessions);
            sessions.clear();
        }
    }
}
