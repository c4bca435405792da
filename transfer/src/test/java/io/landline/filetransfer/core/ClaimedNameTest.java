package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.manifest.PartialName;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a file system has no links a name is taken with an empty file first, and the whole file is moved over that. A
/// kill may fall between the two.
class ClaimedNameTest extends TransferFixture {
    /// What such a kill leaves: the name noted and taken, the whole file still under its partial name.
    private EntryId killedBetweenClaimAndMove(TransferNode receiver, Path source, String claimed, boolean partialStays)
            throws Exception {
        // offer and transfer, the start, page and files of the manifest, the partial, a page of hashes
        receiver.store.failAfter(6);
        FakeSession session = anna.connect(receiver);
        EntryId offer = anna.send(receiver, source);
        receiver.recorder.await(Told.Failed.class);
        session.cut();
        session.awaitEnd();
        TransferId id = TransferId.of(offer, receiver.fingerprint);
        StoredFile before = receiver.store.files(id, 0, 1).getFirst();
        String name = before.partial().isEmpty() // where its page was kept first, as for a small file
                ? PartialName.ofReceivedFile(id, 0, 1)
                : before.partial();
        Path partial = receiver.downloads.resolve(name);
        if (partialStays) {
            Files.write(partial, Files.readAllBytes(source));
        } else {
            Files.deleteIfExists(partial);
        }
        Files.createFile(receiver.downloads.resolve(claimed));
        receiver.store.failAfter(Integer.MAX_VALUE);
        int chunks = new ChunkLayout(before.bytes(), MIB).count();
        receiver.store.saveFiles(id, List.of(new StoredFile(0, before.path(), before.bytes(), before.modifiedMillis(),
                chunks, name, claimed, false, TransferStore.Taken.PLAIN)));
        receiver.killAndStart();
        return offer;
    }

    private void finishAndExpect(TransferNode receiver, EntryId offer, Path source, String name, int files)
            throws IOException {
        anna.connect(receiver);
        anna.tell(receiver, offer);
        receiver.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, receiver.downloads.resolve(name)));
        assertEquals(files, receiver.downloaded().size(), () -> "left over");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 2 * MIB + 1})
    void l10_aNameThatWeTookOurselvesIsUsed(int bytes) throws Exception {
        Path source = file("photo.jpg", bytes);
        EntryId offer = killedBetweenClaimAndMove(ben, source, "photo.jpg", true);
        finishAndExpect(ben, offer, source, "photo.jpg", 1);
    }

    @Test
    void l10_alsoWhereItHasANumberOrThePartialIsGone() throws Exception {
        Path source = file("photo.jpg", 5);
        EntryId offer = killedBetweenClaimAndMove(ben, source, "photo (2).jpg", false);
        finishAndExpect(ben, offer, source, "photo (2).jpg", 1);
    }

    @Test
    void l10_aFileOfSomebodyElseUnderThatNameStays() throws Exception {
        Path source = file("photo.jpg", 5);
        EntryId offer = killedBetweenClaimAndMove(ben, source, "photo.jpg", true);
        Files.writeString(ben.downloads.resolve("photo.jpg"), "mine!!");
        finishAndExpect(ben, offer, source, "photo (2).jpg", 2);
        assertEquals("mine!!", Files.readString(ben.downloads.resolve("photo.jpg")));
    }

    @Test
    void l10_onARealFatANameIsTakenAndUsedAfterAKill() throws Exception {
        Path image = dir.resolve("fat.img");
        Path mounted = Files.createDirectory(dir.resolve("fat"));
        try (var out = new java.io.RandomAccessFile(image.toFile(), "rw")) {
            out.setLength(64L * MIB);
        }
        Assumptions.assumeTrue(works("mkfs.vfat", image.toString()), "mkfs.vfat is not here");
        Assumptions.assumeTrue(works("mount", "-o", "loop", image.toString(), mounted.toString()),
                "no FAT can be mounted here");
        try (var carla = new TransferNode(mounted, AcceptRule.ALL)) {
            anna.talkTo(carla);
            Path source = file("photo.jpg", 3);
            EntryId offer = killedBetweenClaimAndMove(carla, source, "photo.jpg", true);
            finishAndExpect(carla, offer, source, "photo.jpg", 1);
        } finally {
            assertTrue(works("umount", "-l", mounted.toString()));
        }
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
