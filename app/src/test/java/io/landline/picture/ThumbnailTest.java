package io.landline.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThumbnailTest {
    private static byte[] written(Thumbnail thumbnail) throws IOException {
        var bytes = new ByteArrayOutputStream();
        thumbnail.write(bytes);
        return bytes.toByteArray();
    }

    private static Thumbnail read(byte[] bytes) throws IOException {
        return Thumbnail.read(new ByteArrayInputStream(bytes), PictureScale.CARD);
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        var one = new Thumbnail(new PictureSize(2, 1), new int[]{0x80112233, -1});
        Thumbnail other = read(written(one));
        assertEquals(one.size(), other.size());
        assertArrayEquals(one.argb(), other.argb());
        Thumbnail largest = FakeThumbnails.plain(Thumbnail.WIDTH_MAX, Thumbnail.HEIGHT_MAX, 7);
        assertArrayEquals(largest.argb(), read(written(largest)).argb());
    }

    @Test
    void eachScaleHasALargestOne() throws IOException {
        Thumbnail large = FakeThumbnails.plain(Thumbnail.LARGE_WIDTH_MAX, Thumbnail.LARGE_HEIGHT_MAX, 7);
        byte[] bytes = written(large);
        assertEquals(large.size(), Thumbnail.read(new ByteArrayInputStream(bytes), PictureScale.WINDOW).size());
        assertThrows(IOException.class, () -> read(bytes));
        byte[] larger = written(FakeThumbnails.plain(Thumbnail.LARGE_WIDTH_MAX + 1, 1, 7));
        assertThrows(IOException.class,
                () -> Thumbnail.read(new ByteArrayInputStream(larger), PictureScale.WINDOW));
    }

    @Test
    void oneByteTooFewOrTooManyIsNoThumbnail() throws IOException {
        byte[] whole = written(FakeThumbnails.plain(3, 2, 7));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> read(cut), "cut to " + length);
        }
        assertThrows(IOException.class, () -> read(Arrays.copyOf(whole, whole.length + 1)));
    }

    @Test
    void aSizeThatWeDoNotMakeIsRefusedBeforeItsPixels() {
        int[][] sizes = {{0, 1}, {1, 0}, {-1, -1}, {Thumbnail.WIDTH_MAX + 1, 1}, {1, Thumbnail.HEIGHT_MAX + 1},
                {Integer.MAX_VALUE, Integer.MAX_VALUE}};
        for (int[] size : sizes) {
            byte[] head = ByteBuffer.allocate(12).putInt(size[0]).putInt(size[1]).array();
            String message = assertThrows(IOException.class, () -> read(head)).getMessage();
            assertEquals("a thumbnail of " + size[0] + " x " + size[1], message);
        }
    }

    @Test
    void aSizeWithinAnotherKeepsItsShapeAndNeverGrows() {
        assertEquals(new PictureSize(480, 320), new PictureSize(3_000, 2_000).within(480, 360));
        assertEquals(new PictureSize(270, 360), new PictureSize(3_000, 4_000).within(480, 360));
        assertEquals(new PictureSize(16, 16), new PictureSize(16, 16).within(480, 360));
        assertEquals(new PictureSize(480, 1), new PictureSize(40_000_000, 1).within(480, 360));
    }
}
