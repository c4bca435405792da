package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody deletes, cuts, replaces or writes over a file of a folder that was whole already, while its other files
/// come: a folder that gets its name is never without it.
class DeletedWholeFileTest extends TransferFixture {
    private static final FileTime MODIFIED = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int SMALL_FILES = 10;
    private static final int TALL_CHUNKS = 4;

    enum Touch { DELETED, CUT, REPLACED_BY_A_FOLDER, WRITTEN_OVER }

    private static void touch(Touch how, Path whole) throws IOException {
        switch (how) {
            case DELETED -> Files.delete(whole);
            case CUT -> cut(whole, 1);
            case REPLACED_BY_A_FOLDER -> {
                Files.delete(whole);
                Files.createDirectory(whole);
            }
            case WRITTEN_OVER -> Files.write(whole, new byte[(int) Files.size(whole)]);
        }
    }

    /// A file that is whole has its time.
    private static boolean isWhole(Path file) {
        try {
            return Files.isRegularFile(file) && Files.getLastModifiedTime(file).equals(MODIFIED);
        } catch (IOException e) {
            return false;
        }
    }

    /// Touches a file that is whole when all chunks but two were sent.
    private FakeSession.Wire touching(Touch how, boolean swarm) {
        FakeSession.Wire inner = atChunk(SMALL_FILES + TALL_CHUNKS - 2, () -> {
            try {
                touch(how, awaitWhole());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return new FakeSession.Wire() {
            @Override
            public Frame bulk(Frame frame) {
                return inner.bulk(frame);
            }

            @Override
            public Set<String> capabilities() {
                return swarm ? Set.of(Session.SWARM_CAPABILITY) : Set.of();
            }
        };
    }

    private Path awaitWhole() throws IOException {
        while (true) {
            try (Stream<Path> all = Files.walk(ben.downloads)) {
                Path whole = all.filter(DeletedWholeFileTest::isWhole).findFirst().orElse(null);
                if (whole != null) return whole;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @ParameterizedTest
    @CsvSource({"DELETED, false", "CUT, false", "REPLACED_BY_A_FOLDER, false", "DELETED, true",
            "WRITTEN_OVER, false", "WRITTEN_OVER, true"})
    void isNoticedBeforeTheFolderGetsItsName(Touch how, boolean swarm) throws Exception {
        Path source = Files.createDirectory(dir.resolve("Photos"));
        for (int n = 0; n < SMALL_FILES; n++) file("Photos/small" + n, 100 + n);
        file("Photos/tall", TALL_CHUNKS * MIB);
        try (Stream<Path> all = Files.list(source)) {
            for (Path each : all.toList()) Files.setLastModifiedTime(each, MODIFIED);
        }
        FakeSession session = anna.connect(ben, touching(how, swarm));
        EntryId offer = anna.send(ben, source);
        var told = ben.recorder.await(Told.Failed.class);
        assertEquals(FailureReason.PARTIAL_GONE, told.reason());
        assertTrue(told.resumable());
        ben.transfers.resume(TransferId.of(offer, ben.fingerprint));
        ben.recorder.await(Told.Transferred.class);
        assertTrue(FolderTransferTest.tree(ben.downloads.resolve("Photos"))
                .containsAll(FolderTransferTest.tree(source)));
        try (Stream<Path> all = Files.list(source)) {
            for (Path each : all.toList()) {
                assertEquals(-1, Files.mismatch(each, ben.downloads.resolve("Photos").resolve(each.getFileName())));
            }
        }
        session.cut();
    }
}
