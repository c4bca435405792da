package io.landline.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.process.SelfCommand;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The child and those who play it: commands of a shell that hang, talk too much, or fail.
@DisabledOnOs(OS.WINDOWS)
@StartsPrograms
class DecoderProcessTest {
    private static final byte[] PICTURE = SamplePictures.file("jpg", 1_000, 500);
    /// Long enough for any child that answers, on a busy computer too.
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static Thumbnail ask(String script, Duration timeMax) {
        try (var decoder = new DecoderProcess(List.of("/bin/sh", "-c", script), timeMax)) {
            return decoder.decode(PICTURE, PictureScale.CARD);
        }
    }

    private Path thumbnail() throws IOException {
        Path file = folder.resolve("thumbnail");
        try (OutputStream out = Files.newOutputStream(file)) {
            FakeThumbnails.plain(4, 3, 7).write(out);
        }
        return file;
    }

    /// Reads the picture, as a child does.
    private static String after(String script) {
        return "/usr/bin/head -c " + (5 + PICTURE.length) + " >/dev/null; " + script;
    }

    @Test
    void aChildOfOurOwnDecodesAPicture() {
        try (var decoder = new DecoderProcess(LONG)) {
            Thumbnail made = decoder.decode(PICTURE, PictureScale.CARD);
            assertNotNull(made);
            assertEquals(new PictureSize(480, 240), made.size());
        }
    }

    @Test
    void fortyMegapixelsFitItsHeap() {
        try (var decoder = new DecoderProcess(LONG)) {
            Thumbnail made = decoder.decode(SamplePictures.png(8_000, 5_000, 5_000), PictureScale.CARD);
            assertNotNull(made);
            assertEquals(new PictureSize(480, 300), made.size());
        }
    }

    /// One pixel less than twice the largest in each direction: all of it is read, then averaged.
    @Test
    void theLargestThatIsReadWholeFitsItsHeap() {
        int width = 2 * Thumbnail.LARGE_WIDTH_MAX - 1;
        int height = 2 * Thumbnail.LARGE_HEIGHT_MAX - 1;
        try (var decoder = new DecoderProcess(LONG)) {
            Thumbnail made = decoder.decode(SamplePictures.png(width, height, height), PictureScale.WINDOW);
            assertNotNull(made);
            assertEquals(new PictureSize(Thumbnail.LARGE_WIDTH_MAX, Thumbnail.LARGE_HEIGHT_MAX), made.size());
            byte[] photo = SamplePictures.file("jpg", width, height);
            assertNotNull(decoder.decode(photo, PictureScale.WINDOW));
            assertNotNull(decoder.decode(SamplePictures.png(8_000, 5_000, 5_000), PictureScale.WINDOW));
        }
    }

    @Test
    void aFileMayHaveAsManyBytesAsAreReadAndNoMore() {
        byte[] most = Arrays.copyOf(SamplePictures.png(40, 30, 30), PictureHeader.FILE_BYTES_MAX);
        try (var decoder = new DecoderProcess(LONG)) {
            assertNotNull(decoder.decode(most, PictureScale.CARD));
            assertNull(decoder.decode(Arrays.copyOf(most, most.length + 1), PictureScale.CARD));
        }
    }

    @Test
    void h48_aRowThatDoesNotFitItsHeapIsNoThumbnail() {
        try (var decoder = new DecoderProcess(LONG)) {
            assertNull(decoder.decode(SamplePictures.png(PictureHeader.PIXELS_MAX, 1, 1), PictureScale.CARD));
        }
    }

    @Test
    void h48_aChildThatHangsIsKilled() {
        assertNull(ask("exec /bin/sleep 600", Duration.ofMillis(100)));
        assertNull(ask(after("exec /bin/sleep 600"), Duration.ofMillis(100)));
    }

    /// Its end is seen at the same moment as the time is over: in each of many rounds it counts as slow, never as a
    /// picture that cannot be decoded.
    @Test
    void aChildThatIsKilledInTimeCountsAsSlow() {
        try (var decoder = new DecoderProcess(List.of("/bin/sh", "-c", "exec /bin/sleep 600"), Duration.ofMillis(3))) {
            for (int round = 0; round < 200; round++) {
                assertThrows(TooSlowException.class,
                        () -> decoder.decodeInTime(PICTURE, PictureScale.CARD));
            }
        }
    }

    @Test
    void whatAChildSaysIsOneThumbnailOrNothing() throws IOException {
        Path thumbnail = thumbnail();
        assertNotNull(ask(after("exec /bin/cat " + thumbnail), LONG));
        assertNull(ask(after("/bin/cat " + thumbnail + " && exec /bin/cat /dev/zero"), LONG));
        assertNull(ask(after("exec /bin/cat /dev/zero"), LONG));
        assertNull(ask(after("/bin/cat " + thumbnail + " && exit 3"), LONG));
        assertNull(ask("exit 0", LONG));
        assertNull(ask("kill -SEGV $$", LONG));
    }

    @Test
    void aChildThatCannotBeStartedIsNoThumbnail() {
        try (var decoder = new DecoderProcess(List.of(folder.resolve("none").toString()), LONG)) {
            assertNull(decoder.decode(PICTURE, PictureScale.CARD));
        }
    }

    @Test
    void aChildGetsNothingOfOurEnvironmentButTheLocale() throws IOException {
        Path seen = folder.resolve("environment");
        ask("/usr/bin/env > " + seen, LONG);
        List<String> names = Files.readAllLines(seen).stream().map(line -> line.split("=")[0]).toList();
        assertTrue(List.of("LANG", "LC_ALL", "LC_CTYPE", "PWD", "SHLVL", "_", "OLDPWD").containsAll(names),
                "the locale and a shell's own: " + names);
    }

    @Test
    void closingKillsTheChildAndStartsNoOther() throws Exception {
        Path runs = folder.resolve("runs");
        var decoder = new DecoderProcess(List.of("/bin/sh", "-c", after(": > " + runs + "; exec /bin/sleep 600")),
                LONG);
        try (decoder) {
            var asked = CompletableFuture.supplyAsync(() -> decoder.decode(PICTURE, PictureScale.CARD) == null);
            while (!Files.exists(runs)) Thread.onSpinWait();
            decoder.close();
            assertTrue(asked.get(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS));
            Files.delete(runs);
            assertNull(decoder.decode(PICTURE, PictureScale.CARD));
            assertTrue(Files.notExists(runs));
        }
    }

    @Test
    void aChildEndsWithTheProcessThatAsked() throws Exception {
        Process child = new ProcessBuilder(SelfCommand.of(PictureDecoder.class, List.of("-Xmx64m"))).start();
        try (var out = new DataOutputStream(child.getOutputStream())) {
            byte[] large = SamplePictures.png(8_000, 5_000, 5_000);
            out.writeByte(PictureScale.CARD.ordinal());
            out.writeInt(large.length);
            out.write(large);
        }
        try {
            assertTrue(child.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS));
            assertEquals(2, child.exitValue());
        } finally {
            child.destroyForcibly();
        }
    }
}
