package io.landline.filetransfer.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.partial.DownloadFolder;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.partial.ReceivedFolders;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.swarm.ChunkSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferPartialsTest {
    private static final int FILES = OfferPartials.OPEN_MAX + 1;
    private static final int CHUNK = OfferBody.CHUNK_BYTES_MIN;
    private static final EntryId OFFER = new EntryId(1, 2);
    private static final Fingerprint PEER = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final TransferId TRANSFER = TransferId.of(OFFER, PEER);

    @TempDir
    private Path downloads;

    private final FakeStore store = new FakeStore();
    private final ChunkSet held = new ChunkSet(FILES);
    private final List<Integer> looked = new ArrayList<>();
    private OfferPartials partials;

    @BeforeEach
    void offer() throws IOException {
        var chunks = new OfferChunks.Builder(CHUNK, FILES);
        var files = new ArrayList<StoredFile>();
        for (int i = 0; i < FILES; i++) {
            chunks.add(1);
            files.add(new StoredFile(i, "file-" + i, 1, 0, 0, "", "", false, TransferStore.Taken.PLAIN));
        }
        store.saveFiles(TRANSFER, files);
        var offer = new StoredOffer(OFFER, new ConversationId(3, 4), PEER, Instant.EPOCH, true, false,
                new OfferBody(FILES, FILES, List.of(), CHUNK, 0, null));
        var transfer = new StoredTransfer(TRANSFER, OFFER, Direction.IN, PEER,
                TransferPhase.of(TransferState.RUNNING, null, true),
                new Acceptance(downloads.toString(), Instant.EPOCH, false), 0);
        var known = new VerifiedChunks();
        var folders = new ReceivedFolders(store, transfer, offer, DownloadFolder.open(downloads), known, Choice.ALL);
        partials = new OfferPartials(new OfferPartials.Place(TRANSFER, store, folders, chunks.build(), CHUNK, FILES,
                known, held), (number, _) -> looked.add(number));
    }

    @AfterEach
    void close() throws IOException {
        partials.leaveAll();
    }

    private PartialFile open(int number) throws IOException {
        return Objects.requireNonNull(partials.open(number));
    }

    private List<Long> opened() {
        return partials.opened().stream().map(each -> each.stored().number()).sorted().toList();
    }

    @Test
    void asManyFilesAsMayBeAreOpenAndOneMoreClosesTheOneThatWasUsedLongestAgo() throws IOException {
        for (int i = 0; i < OfferPartials.OPEN_MAX; i++) open(i);
        assertEquals(OfferPartials.OPEN_MAX, opened().size());
        open(0);
        open(OfferPartials.OPEN_MAX);
        assertEquals(OfferPartials.OPEN_MAX, opened().size());
        assertFalse(opened().contains(1L), "the others were used after it");
        assertEquals(0L, opened().getFirst());
    }

    @Test
    void whatWasWrittenToAFileThatGaveWayIsThereWhenItIsOpenedAgain() throws IOException {
        open(0).write(0, ByteBuffer.wrap(new byte[]{7}));
        held.add(0);
        for (int i = 1; i < FILES; i++) open(i);
        PartialFile again = open(0);
        var read = new byte[1];
        assertEquals(1, again.read(0, read));
        assertEquals(7, read[0]);
        assertEquals("{0}", again.proven().toString(), "this run has verified it");
        assertEquals(List.of(0, 0), looked.stream().filter(each -> each == 0).toList(), "it is looked at again");
    }

    /// Somebody took the first of them away meanwhile.
    @Test
    void allAreClosedAndRememberedWhereOneIsGone() throws IOException {
        open(0);
        PartialFile kept = open(1);
        kept.write(0, ByteBuffer.wrap(new byte[]{7}));
        held.add(1);
        Files.delete(downloads.resolve(open(0).stored().partial()));
        open(1); // used last
        partials.leaveAll();
        assertEquals(List.of(), opened());
        assertThrows(ClosedChannelException.class, () -> kept.read(0, new byte[1]));
        assertEquals("{0}", open(1).proven().toString());
        assertEquals("{}", open(0).proven().toString(), "it starts again");
    }

    @Test
    void allAreClosedWhereNothingCanBeStored() throws IOException {
        List<PartialFile> files = List.of(open(0), open(1));
        store.failAfter(0);
        assertThrows(TransferStoreException.class, partials::leaveAll);
        assertEquals(List.of(), opened());
        for (PartialFile each : files) assertThrows(ClosedChannelException.class, () -> each.read(0, new byte[1]));
    }
}
