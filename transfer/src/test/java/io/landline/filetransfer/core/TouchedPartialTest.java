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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody moves, deletes, replaces or cuts what has arrived of a file while the rest of it comes. The transfer stops
/// and says so, and brings that file whole when it is resumed.
class TouchedPartialTest extends TransferFixture {
    private static final int BYTES = 4 * MIB + 5;
    /// The chunk at which somebody touches the file.
    private static final int TOUCHED_AT = 3;
    /// What [#standing] lets pass, and some more.
    private static final int STANDING_BYTES = 9 * MIB + 5;
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int QUIET_LOOKS = 10;

    /// What somebody does to a partial file.
    enum Touch {
        MOVED {
            @Override
            void act(Path partial) throws IOException {
                Files.move(partial, partial.resolveSibling("moved"));
            }
        },
        DELETED {
            @Override
            void act(Path partial) throws IOException {
                Files.delete(partial);
            }
        },
        REPLACED_BY_ANOTHER_FILE {
            @Override
            void act(Path partial) throws IOException {
                Path other = Files.write(partial.resolveSibling("other"), new byte[BYTES]);
                Files.delete(partial);
                Files.move(other, partial);
            }
        },
        REPLACED_BY_A_FOLDER {
            @Override
            void act(Path partial) throws IOException {
                Files.delete(partial);
                Files.createDirectory(partial);
                Files.writeString(partial.resolve("in-it"), "somebody's");
            }
        },
        CUT {
            @Override
            void act(Path partial) throws IOException {
                awaitQuiet(partial); // all that was sent so far is written
                cut(partial, 0);
            }
        };

        private static void awaitQuiet(Path partial) throws IOException {
            FileTime before = null;
            for (int looks = 0; looks < QUIET_LOOKS; looks++) {
                FileTime now = Files.getLastModifiedTime(partial);
                if (Files.size(partial) == 0 || !now.equals(before)) looks = 0;
                before = now;
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }

        abstract void act(Path partial) throws IOException;
    }

    /// The one file that is being received, loose or in a folder.
    private Path partial() throws IOException {
        try (var all = Files.walk(ben.downloads)) {
            return all.filter(each -> Files.isRegularFile(each) && each.toString().contains(".landline-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private FakeSession.Wire touching(Touch touch, boolean swarm) {
        FakeSession.Wire inner = atChunk(TOUCHED_AT, () -> {
            try {
                touch.act(partial());
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

    private void stopsAndComesWhole(Touch touch, boolean swarm, Path sent, Path source, String place)
            throws Exception {
        FakeSession session = anna.connect(ben, touching(touch, swarm));
        EntryId offer = anna.send(ben, sent);
        var told = ben.recorder.await(Told.Failed.class);
        assertEquals(FailureReason.PARTIAL_GONE, told.reason());
        assertTrue(told.resumable());
        assertEquals(FailureReason.PARTIAL_GONE, anna.recorder.await(Told.Failed.class).reason());
        ben.transfers.resume(TransferId.of(offer, ben.fingerprint));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve(place)));
        session.cut();
    }

    @ParameterizedTest
    @EnumSource
    void ofAFileOnItsOwn(Touch touch) throws Exception {
        Path source = file("photo", BYTES);
        stopsAndComesWhole(touch, false, source, source, "photo");
    }

    @ParameterizedTest
    @EnumSource
    void ofAFileInAFolder(Touch touch) throws Exception {
        Files.createDirectory(dir.resolve("Photos"));
        Path source = file("Photos/photo", BYTES);
        stopsAndComesWhole(touch, false, source.getParent(), source, "Photos/photo");
    }

    @ParameterizedTest
    @EnumSource
    void whereReceiversHelpEachOther(Touch touch) throws Exception {
        Path source = file("photo", BYTES);
        stopsAndComesWhole(touch, true, source, source, "photo");
    }

    /// In the place of a folder that files go into, and of the hidden one around it.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileInThePlaceOfAFolderIsKeptAndTheFolderComesWhole(boolean hiddenOne) throws Exception {
        Files.createDirectories(dir.resolve("Photos/sub"));
        Path source = file("Photos/sub/photo", STANDING_BYTES);
        Standing before = standing(dir.resolve("Photos"));
        ben.awaitNoted(anna.transfers.open().getFirst().offer());
        before.end();
        ben.killAndStart();
        Path sub = partial().getParent();
        Path replaced = hiddenOne ? sub.getParent().getParent() : sub;
        Files.move(replaced, dir.resolve("taken-away"));
        Files.writeString(replaced, "somebody's");
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("Photos/sub/photo")));
        Path kept = hiddenOne ? replaced : ben.downloads.resolve("sub (2)");
        assertEquals("somebody's", Files.readString(kept));
    }

    /// A partial that is being run as a program cannot be opened for writing: it is there, and stays.
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeOpenedForAWhileIsKept() throws Exception {
        Path source = dir.resolve("program");
        Files.copy(Path.of("/bin/cat").toRealPath(), source);
        cut(source, STANDING_BYTES); // with nothing behind it
        Standing before = standing(source);
        ben.awaitNoted(anna.transfers.open().getFirst().offer());
        before.end();
        ben.killAndStart(); // nothing has it open any more
        Path partial = partial();
        assertTrue(partial.toFile().setExecutable(true));
        Process running = new ProcessBuilder(partial.toString()).start();
        try {
            anna.connect(ben);
            var told = ben.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.LOST, told.reason());
            assertTrue(told.resumable());
            assertEquals(partial, partial());
        } finally {
            running.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        ben.transfers.resume(before.id());
        var here = ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("program")));
        assertTrue(here.run().bytes() < STANDING_BYTES, () -> here.run().bytes() + " bytes in this run");
    }
}
