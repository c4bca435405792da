package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.peer.Direction;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files from one node to another, nothing going wrong.
class TransferTest extends TransferFixture {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB - 1, 3 * MIB, 3 * MIB + 1, 40 * MIB + 17})
    void aFileArrivesWholeUnderItsName(int bytes) throws IOException {
        Path source = file("photo.jpg", bytes);
        anna.connect(ben);
        EntryId offer = anna.send(ben, source);

        var there = ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);

        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo.jpg")));
        assertEquals(List.of("photo.jpg"), ben.downloaded());
        byte[] sha256 = Sha256.digest().digest(Files.readAllBytes(source));
        boolean oneChunk = bytes <= MIB;
        assertArrayEquals(oneChunk ? sha256 : null, there.hashes().sha256());
        assertArrayEquals(oneChunk ? sha256 : null, here.hashes().sha256());
        byte[] root = root(List.of(source));
        assertArrayEquals(root, there.hashes().root());
        assertArrayEquals(root, here.hashes().root());
        assertEquals(List.of(ben.downloads.toRealPath().resolve("photo.jpg")), there.paths());
        assertEquals(List.of(source.toRealPath()), here.paths());
        assertEquals(offer, here.view().offer());
        assertEquals(TransferId.of(offer, ben.fingerprint), here.view().transfer());
        assertEquals(there.view().transfer(), here.view().transfer());
        assertEquals(Direction.IN, there.view().direction());
        assertEquals(Direction.OUT, here.view().direction());
        assertEquals(bytes, there.view().amount().bytes());
        assertEquals(List.of(), ben.transfers.open());
        assertEquals(List.of(), anna.transfers.open());
        assertEquals(1, anna.identities.size());
    }

    /// SHA-256 over the hashes of all chunks of these files.
    private static byte[] root(List<Path> files) throws IOException {
        var root = Sha256.digest();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at == 0 || at < bytes.length; at += MIB) {
                root.update(Sha256.of(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + MIB))));
            }
        }
        return root.digest();
    }

    @Test
    void severalFilesOfOneOfferArriveEachUnderItsName() throws IOException {
        anna.connect(ben);
        anna.send(ben, file("a", 10), file("b", 2 * MIB + 5), file("c", 0));
        var there = ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
        assertEquals(List.of("a", "b", "c"), ben.downloaded());
        for (String name : ben.downloaded()) {
            assertEquals(-1, Files.mismatch(dir.resolve(name), ben.downloads.resolve(name)));
        }
        assertEquals(3, there.view().amount().files());
        assertEquals(3, there.paths().size());
        assertArrayEquals(root(List.of(dir.resolve("a"), dir.resolve("b"), dir.resolve("c"))), there.hashes().root());
    }

    @Test
    void aManifestOfTwoPagesArrives() throws IOException {
        var files = new ArrayList<Path>();
        for (int n = 0; n <= ManifestPage.ENTRIES_MAX; n++) files.add(Files.createFile(dir.resolve("f" + n)));
        files.add(file("last", 5));
        anna.connect(ben);
        EntryId offer = anna.send(ben, files.toArray(Path[]::new));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(files.size(), ben.downloaded().size());
        for (int page : new int[]{0, 1}) {
            assertArrayEquals(anna.store.manifestPage(offer, page), ben.store.manifestPage(offer, page));
        }
    }

    @Test
    void bothSidesTellOfTheOfferBeforeItsEnd() throws IOException {
        anna.connect(ben);
        anna.send(ben, file("photo.jpg", 5));
        ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
        var out = (Told.Offered) anna.recorder.all().getFirst();
        var in = (Told.Offered) ben.recorder.all().getFirst();
        assertEquals(List.of("photo.jpg"), out.names());
        assertEquals(List.of("photo.jpg"), in.names());
        assertEquals(ben.fingerprint, out.view().peer());
        assertEquals(anna.fingerprint, in.view().peer());
        assertNotNull(in.view().conversation());
    }

    @Test
    void anOfferToAnAbsentPeerMovesWhenItComes() throws IOException {
        Path source = file("late", MIB);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(source));
        anna.recorder.await(Told.Offered.class);
        anna.connect(ben);
        anna.tell(ben, offer);
        ben.recorder.await(Told.Transferred.class);
        assertTrue(Files.exists(ben.downloads.resolve("late")));
    }
}
