package io.landline.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailCacheTest {
    private static final Thumbnail PLAIN = FakeThumbnails.plain(40, 30, 0xff336699);

    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    private ThumbnailCache cache(long bytesMax) {
        return new ThumbnailCache(home.resolve("thumbnails"), bytesMax, () -> now = now.plusSeconds(1));
    }

    private long bytes() throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(home.resolve("thumbnails"))) {
            for (Path file : files) bytes += Files.size(file);
        }
        return bytes;
    }

    /// One that hardly gets smaller on the disk.
    private static Thumbnail noise(long seed) {
        int[] argb = new Random(seed).ints(40 * 30).toArray();
        return new Thumbnail(new PictureSize(40, 30), argb);
    }

    @Test
    void whatWasKeptIsFoundByThePictureAlone() {
        ThumbnailCache cache = cache(ThumbnailCache.BYTES_MAX);
        assertNull(cache.find("aa"));
        cache.keep("aa", PLAIN);
        assertArrayEquals(PLAIN.argb(), cache.find("aa").argb());
        assertEquals(PLAIN.size(), cache.find("aa").size());
        assertNull(cache.find("bb"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void othersOnThisComputerSeeNothingOfIt() throws IOException {
        cache(ThumbnailCache.BYTES_MAX).keep("aa", PLAIN);
        Path folder = home.resolve("thumbnails");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("aa"))));
    }

    @Test
    void theOneThatWasUsedLongestAgoGoesFirst() throws IOException {
        cache(ThumbnailCache.BYTES_MAX).keep("size", noise(0));
        long one = bytes();
        Files.delete(home.resolve("thumbnails").resolve("size"));
        ThumbnailCache cache = cache(3 * one + one / 2);
        for (int i = 1; i <= 3; i++) cache.keep("p" + i, noise(i));
        assertNotNull(cache.find("p1"), "is used again");
        cache.keep("p4", noise(4));
        assertNull(cache.find("p2"));
        for (String left : new String[]{"p1", "p3", "p4"}) assertNotNull(cache.find(left), left);
        assertTrue(bytes() <= 3 * one + one / 2);
    }

    @Test
    void whatAKillLeftBehindCountsAndGoes() throws IOException {
        ThumbnailCache cache = cache(10_000);
        cache.keep("aa", noise(1));
        Path left = home.resolve("thumbnails").resolve("bb.new");
        Files.write(left, new byte[9_000]);
        Files.setLastModifiedTime(left, java.nio.file.attribute.FileTime.from(now.minusSeconds(60)));
        cache.keep("cc", noise(2));
        assertTrue(Files.notExists(left));
        assertTrue(bytes() <= 10_000);
    }

    @Test
    void aDamagedFileIsDeletedAndMadeAgain() throws IOException {
        ThumbnailCache cache = cache(ThumbnailCache.BYTES_MAX);
        cache.keep("aa", PLAIN);
        Path file = home.resolve("thumbnails").resolve("aa");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            Thumbnail found = cache.find("aa");
            assertTrue(found == null || Arrays.equals(PLAIN.argb(), found.argb()), "changed at " + at);
            assertEquals(found != null, Files.exists(file));
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertNull(cache.find("aa"), "cut to " + length);
            assertTrue(Files.notExists(file));
        }
        cache.keep("aa", PLAIN);
        assertNotNull(cache.find("aa"));
    }

    @Test
    void aFolderThatCannotBeMadeCostsTheCacheOnly() throws IOException {
        Files.writeString(home.resolve("thumbnails"), "in the way");
        ThumbnailCache cache = cache(ThumbnailCache.BYTES_MAX);
        cache.keep("aa", PLAIN);
        assertNull(cache.find("aa"));
    }
}
