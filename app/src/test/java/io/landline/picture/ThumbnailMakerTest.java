package io.landline.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With a child that a shell plays, and that counts how often it was asked.
@DisabledOnOs(OS.WINDOWS)
class ThumbnailMakerTest {
    private static final Thumbnail MADE = FakeThumbnails.plain(4, 3, 0xff112233);

    @TempDir
    Path home;

    private Path asked;
    private Path answer;
    private Path picture;

    @BeforeEach
    void makeAPicture() throws IOException {
        asked = home.resolve("asked");
        answer = home.resolve("answer");
        picture = home.resolve("holiday.jpg");
        Files.write(picture, SamplePictures.file("jpg", 300, 200));
        try (OutputStream out = Files.newOutputStream(answer)) {
            MADE.write(out);
        }
    }

    private ThumbnailMaker maker(String script) {
        return maker(script, Duration.ofSeconds(60));
    }

    private ThumbnailMaker maker(String script, Duration timeMax) {
        return new ThumbnailMaker(cache(), new DecoderProcess(
                List.of("/bin/sh", "-c", "echo x >> " + asked + "; " + script), timeMax));
    }

    private ThumbnailCache cache() {
        return new ThumbnailCache(home.resolve("thumbnails"), ThumbnailCache.BYTES_MAX, InstantSource.system());
    }

    /// Has no time for the first picture that it is given.
    private static final class SlowAtFirst implements Decoder {
        private boolean isAsked;

        @Override
        public Thumbnail decodeInTime(byte[] picture, PictureScale scale) throws TooSlowException {
            if (!isAsked) {
                isAsked = true;
                throw new TooSlowException();
            }
            return MADE;
        }

        @Override
        public void close() {} // it holds nothing
    }

    private static final class SlowDecoder implements Decoder {
        private boolean hasTime;

        @Override
        public Thumbnail decodeInTime(byte[] picture, PictureScale scale) throws TooSlowException {
            if (!hasTime) throw new TooSlowException();
            return MADE;
        }

        @Override
        public void close() {} // it holds nothing
    }

    /// As it is for this picture: the child reads all of it first.
    private String answers() throws IOException {
        return "/usr/bin/head -c " + (5 + Files.size(picture)) + " >/dev/null; exec /bin/cat " + answer;
    }

    private int timesAsked() throws IOException {
        return Files.exists(asked) ? Files.readAllLines(asked).size() : 0;
    }

    @Test
    void nothingIsKeptOfAPictureThatNobodySent() throws IOException {
        try (ThumbnailMaker maker = maker(answers())) {
            for (int i = 0; i < 2; i++) assertNotNull(maker.preview(picture, () -> true));
            assertEquals(2, timesAsked(), "it is made anew");
            assertFalse(Files.exists(home.resolve("thumbnails")), "nothing is on the disk");
            assertNull(maker.preview(picture, () -> false));
        }
    }

    @Test
    void aPictureIsDecodedOnce() throws IOException {
        try (ThumbnailMaker maker = maker(answers())) {
            assertArrayEquals(MADE.argb(), maker.of(picture, () -> true).argb());
            assertNotNull(maker.of(picture, () -> true));
        }
        Path copy = Files.copy(picture, home.resolve("copy.jpg"));
        try (ThumbnailMaker later = maker("exit 1")) {
            assertArrayEquals(MADE.argb(), later.of(copy, () -> true).argb());
        }
        assertEquals(1, timesAsked());
    }

    @Test
    void nothingIsKeptOfAPictureThatIsBeingMadeWhenItsMessageIsDeleted() throws Exception {
        var begun = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        try (var maker = new ThumbnailMaker(cache(), new Decoder() {
            @Override
            public Thumbnail decodeInTime(byte[] picture, PictureScale scale) {
                begun.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return MADE;
            }

            @Override
            public void close() {} // it holds nothing
        })) {
            var wanted = new FutureTask<>(() -> maker.of(picture, () -> true));
            Thread.ofPlatform().start(wanted);
            begun.await();
            maker.forget();
            goesOn.countDown();
            assertNotNull(wanted.get());
            maker.large(picture, () -> false); // behind it in the queue
            assertNull(maker.of(picture, () -> false), "nor in memory");
            try (var kept = Files.list(home.resolve("thumbnails"))) {
                assertEquals(List.of(), kept.toList());
            }
        }
    }

    @Test
    void aPictureIsTriedAgainWhereTheDecoderCouldNotStart() throws IOException {
        Path program = home.resolve("decoder");
        try (var maker = new ThumbnailMaker(cache(),
                new DecoderProcess(List.of(program.toString()), Duration.ofSeconds(60)))) {
            for (int i = 0; i <= ThumbnailMaker.SLOW_TRIES_MAX; i++) {
                assertNull(maker.of(picture, () -> true), "there is no decoder");
            }
            Files.createSymbolicLink(program, Files.writeString(home.resolve("script"), "#!/bin/sh\n" + answers()));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            assertNotNull(maker.of(picture, () -> true));
        }
    }

    @Test
    void aFileOfAnotherContentHasAnotherThumbnail() throws IOException {
        try (ThumbnailMaker maker = maker(answers())) {
            assertNotNull(maker.of(picture, () -> true));
        }
        Files.write(picture, SamplePictures.file("jpg", 200, 300));
        try (ThumbnailMaker maker = maker("exit 1")) {
            assertNull(maker.of(picture, () -> true));
        }
    }

    @Test
    void h48_aPictureThatFailedIsNotTriedAgain() throws IOException {
        try (ThumbnailMaker maker = maker("exit 1")) {
            assertNull(maker.of(picture, () -> true));
            assertNull(maker.of(picture, () -> true));
        }
        assertEquals(1, timesAsked());
    }

    @Test
    void aPictureThatTookTooLongIsTriedAgainButNotForEver() throws IOException {
        try (ThumbnailMaker maker = maker("exec /bin/sleep 60", Duration.ofMillis(1))) {
            for (int i = 0; i < ThumbnailMaker.SLOW_TRIES_MAX + 2; i++) assertNull(maker.of(picture, () -> true));
        }
        assertTrue(timesAsked() <= ThumbnailMaker.SLOW_TRIES_MAX);
    }

    @Test
    void aPictureForWhichThereWasNoTimeHasItsThumbnailLater() throws IOException {
        try (var maker = new ThumbnailMaker(cache(), new SlowAtFirst())) {
            assertNull(maker.of(picture, () -> true));
            assertArrayEquals(MADE.argb(), maker.of(picture, () -> true).argb());
        }
    }

    /// The computer was busy: who opens it in large waits for it.
    @Test
    void aPictureThatWasGivenUpIsTriedAgainOnceItWasShownInLarge() throws Exception {
        var decoder = new SlowDecoder();
        try (var maker = new ThumbnailMaker(cache(), decoder)) {
            for (int i = 0; i < ThumbnailMaker.SLOW_TRIES_MAX; i++) assertNull(maker.of(picture, () -> true));
            assertThrows(TooSlowException.class, () -> maker.large(picture, () -> true));
            decoder.hasTime = true;
            assertNull(maker.of(picture, () -> true), "it was given up");
            assertArrayEquals(MADE.argb(), maker.large(picture, () -> true).argb());
            assertArrayEquals(MADE.argb(), maker.of(picture, () -> true).argb());
        }
    }

    @Test
    void whatIsWantedNoMoreIsNotDecoded() throws IOException {
        try (ThumbnailMaker maker = maker(answers())) {
            assertNull(maker.of(picture, () -> false));
            assertEquals(0, timesAsked());
            assertNotNull(maker.of(picture, () -> true), "and may be wanted later");
        }
    }

    /// A window shows one at a time, so it is not kept as small ones are.
    @Test
    void aLargePictureIsKeptNowhere() throws Exception {
        try (ThumbnailMaker maker = maker(answers())) {
            assertArrayEquals(MADE.argb(), maker.large(picture, () -> true).argb());
            assertNull(maker.large(picture, () -> false));
            assertNotNull(maker.large(picture, () -> true));
        }
        assertEquals(2, timesAsked());
        assertTrue(Files.notExists(home.resolve("thumbnails")));
    }

    @Test
    void theSizeIsReadWithoutAChild() throws IOException {
        try (ThumbnailMaker maker = maker("exit 1")) {
            assertEquals(new PictureSize(300, 200), maker.sizeOf(picture));
            assertNull(maker.sizeOf(answer));
            assertNull(maker.sizeOf(home));
            assertThrows(IOException.class, () -> maker.sizeOf(home.resolve("gone.jpg")));
            assertThrows(IOException.class, () -> maker.of(home.resolve("gone.jpg"), () -> true));
        }
        assertEquals(0, timesAsked());
    }

    @Test
    void aFileOfMoreThanTwentyMegabytesHasNone() throws IOException {
        try (var file = new RandomAccessFile(picture.toFile(), "rw"); ThumbnailMaker maker = maker("exit 1")) {
            file.setLength(PictureHeader.FILE_BYTES_MAX);
            assertEquals(new PictureSize(300, 200), maker.sizeOf(picture));
            file.setLength(PictureHeader.FILE_BYTES_MAX + 1L);
            assertNull(maker.sizeOf(picture));
            assertNull(maker.of(picture, () -> true));
        }
        assertEquals(0, timesAsked());
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link.jpg"), picture);
        try (ThumbnailMaker maker = maker(answers())) {
            assertNull(maker.sizeOf(link));
            assertNull(maker.of(link, () -> true));
        }
    }

    @Test
    void whoWaitsWhenItClosesGetsNone() throws Exception {
        ThumbnailMaker maker = maker("exec /bin/sleep 600");
        try (maker) {
            Path second = home.resolve("second.jpg");
            Files.write(second, SamplePictures.file("jpg", 200, 300));
            var first = new FutureTask<>(() -> maker.of(picture, () -> true) == null);
            Thread.ofPlatform().start(first);
            while (timesAsked() == 0) Thread.onSpinWait();
            var waits = new FutureTask<>(() -> maker.of(second, () -> true) == null);
            Thread waiting = Thread.ofPlatform().start(waits);
            while (waiting.getState() != Thread.State.WAITING) Thread.onSpinWait();
            maker.close();
            assertTrue(first.get(Patience.SECONDS, TimeUnit.SECONDS));
            assertTrue(waits.get(Patience.SECONDS, TimeUnit.SECONDS));
            assertNull(maker.of(second, () -> true));
        }
        assertEquals(1, timesAsked());
    }
}
