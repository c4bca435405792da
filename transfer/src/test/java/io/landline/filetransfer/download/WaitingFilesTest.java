package io.landline.filetransfer.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.partial.DownloadFolder;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.partial.ReceivedFolders;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.identity.Identity;
import io.landline.peer.Direction;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two files of one byte wait for the page that both stand in.
class WaitingFilesTest {
    private static final int FILES = 2;
    private static final int CHUNK = OfferBody.CHUNK_BYTES_MIN;
    private static final EntryId OFFER = new EntryId(1, 2);

    @TempDir
    private Path downloads;

    private final Identity author = Identity.generate();
    private final TransferId transfer = TransferId.of(OFFER, author.fingerprint());
    private final FakeStore store = new FakeStore();
    private final List<Boolean> committed = new ArrayList<>();
    private KnownPages known;
    private ReceivedFolders folders;
    private WaitingFiles waiting;

    @BeforeEach
    void offer() throws IOException {
        var offer = new StoredOffer(OFFER, new ConversationId(3, 4), author.fingerprint(), Instant.EPOCH, true, false,
                new OfferBody(FILES, FILES, List.of(), CHUNK, 0, null));
        var stored = new StoredTransfer(transfer, OFFER, Direction.IN, author.fingerprint(),
                TransferPhase.of(TransferState.RUNNING, null, true),
                new Acceptance(downloads.toString(), Instant.EPOCH, false), 0);
        folders = new ReceivedFolders(store, stored, offer, DownloadFolder.open(downloads), new VerifiedChunks(),
                Choice.ALL);
        known = new KnownPages(offer, store, FILES);
        waiting = new WaitingFiles(known, committed::add);
        for (int n = 0; n < FILES; n++) waits(n);
        waiting.noneFollows();
    }

    private static byte[] content(int number) {
        return new byte[]{(byte) number};
    }

    private static byte[] hash(int number) {
        return Sha256.digest().digest(content(number));
    }

    private void waits(int number) throws IOException {
        var file = new StoredFile(number, "file-" + number, 1, 0, 0, "", "", false, TransferStore.Taken.PLAIN);
        store.saveFiles(transfer, List.of(file));
        try (PartialFile partial = folders.file(file)) {
            partial.open();
            partial.write(0, ByteBuffer.wrap(content(number)));
            waiting.add(partial, number, new BitSet(), Map.of(0, hash(number)));
        }
    }

    private void pageComes() throws Exception {
        byte[] hashes = ByteBuffer.allocate(FILES * Sha256.BYTES).put(hash(0)).put(hash(1)).array();
        known.add(HashPage.signed(author, OFFER, 0, hashes));
        waiting.paged();
        waiting.finish();
    }

    private Path partial(int number) {
        return downloads.resolve(store.files(transfer, number, 1).getFirst().partial());
    }

    /// From the last name on nothing stops a download.
    @Test
    void theLastOfThemIsTheLastStep() throws Exception {
        pageComes();
        assertEquals(List.of(false, true), committed);
        assertNull(waiting.nextAgain());
    }

    @Test
    void aLastOneThatSomebodyTouchedIsReceivedAgainAndMayBeStoppedMeanwhile() throws Exception {
        Path touched = partial(1);
        Files.writeString(touched, "somebody's");
        pageComes();
        WaitingFiles.Again again = waiting.nextAgain();
        assertNotNull(again);
        assertEquals(1, again.file().number());
        assertEquals(false, committed.getLast(), "what comes again may be stopped");
    }
}
