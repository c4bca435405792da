package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In a swarm, too, a file that changed, went or cannot be read fails alone (see [LostFilesTest]).
class SwarmLostFilesTest extends SwarmFixture {
    private static final int FILES = 100;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(dir.resolve("src/Photos"));
        for (int n = 0; n < FILES; n++) Files.writeString(folder.resolve(String.format("%03d", n)), "picture " + n);
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[]{1}, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> lost(Told.Transferred told) {
        return told.failures()
                .first()
                .stream()
                .map(one -> Path.of(one.path()).getFileName() + " " + one.reason().text())
                .collect(Collectors.toSet());
    }

    private void assertAllButThese(Set<String> lost) throws IOException {
        for (TransferNode receiver : receivers) {
            Told end = receiver.recorder.awaitEnd();
            assertTrue(end instanceof Told.Transferred, end.toString());
            var here = (Told.Transferred) end;
            assertEquals(lost, lost(here));
            assertEquals(here.view().amount().total(), here.view().amount().bytes());
            var there = anna.recorder.await(Told.Transferred.class,
                    it -> it.view().peer().equals(receiver.fingerprint));
            assertEquals(lost, lost(there));
        }
    }

    private static Set<String> names(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void h66_ofAFolderAllArrivesButWhatChangedOrWentBefore() throws IOException {
        receivers(3);
        var id = anna.transfers.offer(TransferNode.CONVERSATION, java.util.List.of(folder));
        append(folder.resolve("007"));
        Files.delete(folder.resolve("070"));
        for (TransferNode receiver : receivers) anna.tell(receiver, id);
        assertAllButThese(Set.of("007 source-changed", "070 source-gone"));
        Set<String> rest = IntStream.range(0, FILES)
                .filter(n -> n != 7 && n != 70)
                .mapToObj(n -> String.format("%03d", n))
                .collect(Collectors.toSet());
        for (TransferNode receiver : receivers) assertEquals(rest, names(receiver.downloads.resolve("Photos")));
    }

    @Test
    void h66_ofAListOfFilesAllArriveButOneThatChangesInTheMiddle() throws IOException {
        Path large = file("large", 70 * MIB);
        Path other = file("other", 3 * MIB);
        var chunks = new AtomicInteger();
        for (int n = 0; n < 3; n++) {
            receiver(new Helping() {
                @Override
                public Frame bulk(Frame frame) {
                    if (frame.type() == FrameType.DATA && chunks.incrementAndGet() == 12) append(large);
                    return frame;
                }
            }, new Helping());
        }
        offer(large, other);
        assertAllButThese(Set.of("large source-changed"));
        for (TransferNode receiver : receivers) {
            assertEquals(Set.of("other"), names(receiver.downloads), "nothing of the other is left");
            assertEquals(-1, Files.mismatch(other, receiver.downloads.resolve("other")));
        }
    }

    @Test
    void h66_anEmptyFileThatIsNotEmptyAnyMoreFailsAlone() throws IOException {
        receivers(2);
        Path empty = file("empty", 0);
        Path other = file("other", 3 * MIB);
        var id = anna.transfers.offer(TransferNode.CONVERSATION, java.util.List.of(empty, other));
        append(empty);
        for (TransferNode receiver : receivers) anna.tell(receiver, id);
        assertAllButThese(Set.of("empty source-changed"));
    }

    @Test
    void h66_aLatecomerHearsOfWhatWasLostBefore() throws IOException {
        receivers(2);
        var id = anna.transfers.offer(TransferNode.CONVERSATION, java.util.List.of(folder));
        append(folder.resolve("007"));
        for (TransferNode receiver : receivers) anna.tell(receiver, id);
        assertAllButThese(Set.of("007 source-changed"));
        TransferNode late = receiver(counted, new Helping());
        anna.tell(late, id);
        assertAllButThese(Set.of("007 source-changed"));
        assertFalse(Files.exists(late.downloads.resolve("Photos/007")));
    }

    @Test
    void whereNothingIsLeftTheTransferFails() throws IOException {
        receivers(2);
        var id = anna.transfers.offer(TransferNode.CONVERSATION, java.util.List.of(folder));
        for (int n = 0; n < FILES; n++) append(folder.resolve(String.format("%03d", n)));
        for (TransferNode receiver : receivers) anna.tell(receiver, id);
        for (TransferNode receiver : receivers) {
            var end = receiver.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.SOURCE_CHANGED, end.reason());
            assertFalse(end.resumable());
        }
    }

    /// Nobody is asked for the chunk of an empty file, so one whose page names other bytes can never come.
    @Test
    void h66_anEmptyFileOfWhichTheAuthorSignedOtherBytesKeepsNothingWaiting() throws IOException {
        var lying = new Helping() {
            @Override
            public Frame control(Frame frame) {
                if (frame.type() != FrameType.HASHES) return frame;
                try {
                    HashPage page = HashPage.received(ByteBuffer.wrap(frame.body()));
                    byte[] hashes = page.hashes().clone();
                    hashes[0] ^= 1;
                    return new Frame(FrameType.HASHES,
                            HashPage.signed(anna.identity, page.offer(), page.number(), hashes).bytes());
                } catch (MalformedFrameException e) {
                    throw new AssertionError(e);
                }
            }
        };
        receiver(lying, new Helping());
        receiver(lying, new Helping());
        offer(file("empty", 0), file("photo", MIB));
        for (TransferNode receiver : receivers) {
            var got = receiver.recorder.await(Told.Transferred.class);
            assertEquals(Set.of("empty source-changed"), lost(got));
        }
    }
}
