package io.landline.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureHeaderTest {
    private static final byte[] JPEG = SamplePictures.file("jpg", 300, 200);
    private static final byte[] PNG = SamplePictures.file("png", 300, 200);
    private static final byte[] GIF = SamplePictures.file("gif", 300, 200);

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    /// A GIF's first ten bytes.
    private static byte[] gif(int width, int height) {
        return ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GIF89a".getBytes())
                .putShort((short) width)
                .putShort((short) height)
                .array();
    }

    private static byte[] png(int width, int height) {
        byte[] png = PNG.clone();
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        return png;
    }

    /// A JPEG of one segment of this kind, which says that it has this length.
    private static byte[] segment(int marker, int length, int... content) {
        byte[] start = bytes(0xff, 0xd8, 0xff, marker, length >> 8, length);
        return SamplePictures.with(start, start.length, bytes(content));
    }

    @Test
    void realPicturesSayTheirSize() {
        var size = new PictureSize(300, 200);
        assertEquals(new PictureHeader(PictureKind.JPEG, size, Orientation.UPRIGHT, false), PictureHeader.of(JPEG));
        assertEquals(new PictureHeader(PictureKind.PNG, size, Orientation.UPRIGHT, false), PictureHeader.of(PNG));
        assertEquals(new PictureHeader(PictureKind.GIF, size, Orientation.UPRIGHT, false), PictureHeader.of(GIF));
    }

    @Test
    void cutAnywhereAHeaderIsRightOrNone() {
        for (byte[] file : new byte[][]{JPEG, PNG, GIF, SamplePictures.turned(JPEG, 6, ByteOrder.BIG_ENDIAN)}) {
            PictureHeader whole = PictureHeader.of(file);
            boolean seen = false;
            for (int length = 0; length <= Math.min(file.length, 1_000); length++) {
                PictureHeader cut = PictureHeader.of(Arrays.copyOf(file, length));
                assertTrue(cut == null ? !seen : cut.equals(whole), "cut to " + length);
                seen |= cut != null;
            }
            assertTrue(seen);
        }
    }

    @Test
    void aSizeThatNoPictureHasIsNone() {
        assertNull(PictureHeader.of(gif(0, 0)));
        assertNull(PictureHeader.of(gif(1, 0)));
        assertNull(PictureHeader.of(png(0, 200)));
        assertNull(PictureHeader.of(png(-1, 200)));
        assertNull(PictureHeader.of(png(300, Integer.MIN_VALUE)));
        assertNull(PictureHeader.of(segment(0xc0, 8, 8, 0, 0, 0, 5, 3)), "its height follows later");
    }

    @Test
    void h48_moreThanFortyMegapixelsAreNotDecoded() {
        assertTrue(PictureHeader.of(png(8_000, 5_000)).fits());
        assertFalse(PictureHeader.of(png(8_000, 5_001)).fits());
        assertFalse(PictureHeader.of(png(60_000, 60_000)).fits());
        assertFalse(PictureHeader.of(png(Integer.MAX_VALUE, Integer.MAX_VALUE)).fits());
        assertFalse(PictureHeader.of(gif(65_535, 65_535)).fits());
    }

    /// A frame of this kind, height first.
    private static byte[] jpeg(int marker, int height, int width) {
        return segment(marker, 17, 8, height >> 8, height, width >> 8, width, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1);
    }

    @Test
    void h48_aProgressiveJpegMayHaveFewerPixelsThanItsDecoderHasTimeFor() {
        assertTrue(PictureHeader.of(jpeg(0xc0, 5_000, 8_000)).fits());
        assertTrue(PictureHeader.of(jpeg(0xc2, 4_000, 6_000)).fits());
        assertFalse(PictureHeader.of(jpeg(0xc2, 4_000, 6_001)).fits());
    }

    @Test
    void aJpegsSegmentCannotLeadAstray() {
        for (int length : new int[]{0, 1}) assertNull(PictureHeader.of(segment(0xe0, length, 0xff, 0xc0)));
        assertNull(PictureHeader.of(segment(0xe0, 0xffff)), "longer than the file");
        assertNull(PictureHeader.of(segment(0xc0, 7, 8, 0, 5, 0, 5)), "a frame header that is too short");
        assertNull(PictureHeader.of(segment(0xc0, 8, 8, 0, 5, 0, 5, 4)), "for printing");
        assertNull(PictureHeader.of(segment(0xc3, 8, 8, 0, 5, 0, 5, 3)), "lossless");
        for (int marker : new int[]{0x00, 0x01, 0xd0, 0xd8, 0xd9, 0xda}) {
            assertNull(PictureHeader.of(segment(marker, 8, 8, 0, 5, 0, 5, 3)), "out of place: " + marker);
        }
        assertEquals(new PictureSize(7, 5), PictureHeader.of(segment(0xc2, 8, 8, 0, 5, 0, 7, 1)).stored());
    }

    @Test
    void fillBytesAndSegmentsWithoutEndEnd() {
        var fill = new byte[PictureHeader.HEAD_BYTES];
        Arrays.fill(fill, (byte) 0xff);
        fill[1] = (byte) 0xd8;
        assertNull(PictureHeader.of(fill));
        var empty = ByteBuffer.allocate(PictureHeader.HEAD_BYTES).putShort((short) 0xffd8);
        while (empty.remaining() >= 4) empty.putInt(0xffe00002);
        assertNull(PictureHeader.of(empty.array()));
    }

    @Test
    void aFillByteBeforeAMarkerIsPassedOver() {
        assertEquals(new PictureSize(300, 200), PictureHeader.of(SamplePictures.with(JPEG, 2, bytes(0xff))).stored());
    }

    @Test
    void theSizeIsThatOfThePictureAsTheCameraWasHeld() {
        for (ByteOrder order : new ByteOrder[]{ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            for (int exif = 1; exif <= 8; exif++) {
                PictureHeader header = PictureHeader.of(SamplePictures.turned(JPEG, exif, order));
                assertEquals(Orientation.ofExif(exif), header.orientation());
                assertEquals(exif < 5 ? new PictureSize(300, 200) : new PictureSize(200, 300), header.shown());
            }
        }
        for (int exif : new int[]{0, 9, 65_535}) {
            assertEquals(Orientation.UPRIGHT,
                    PictureHeader.of(SamplePictures.turned(JPEG, exif, ByteOrder.BIG_ENDIAN)).orientation());
        }
    }

    @Test
    void anExifSegmentWithAnyByteChangedCostsTheOrientationAtMost() {
        byte[] turned = SamplePictures.turned(JPEG, 6, ByteOrder.BIG_ENDIAN);
        for (int at = 12; at < 38; at++) {
            for (int value : new int[]{0, 0x7f, 0x80, 0xff}) {
                byte[] broken = turned.clone();
                broken[at] = (byte) value;
                assertEquals(new PictureSize(300, 200), PictureHeader.of(broken).stored(), "at " + at);
            }
        }
    }

    @Test
    void h48_randomBytesAreAHeaderOrNone() {
        var random = Seed.random("PictureHeaderTest");
        byte[][] whole = {JPEG, PNG, GIF, SamplePictures.turned(JPEG, 6, ByteOrder.LITTLE_ENDIAN)};
        for (int round = 0; round < 100_000; round++) {
            byte[] file = Arrays.copyOf(whole[round % whole.length], 200);
            for (int i = random.nextInt(1, 8); i > 0; i--) file[random.nextInt(file.length)] = (byte) random.nextInt();
            try {
                PictureHeader.of(file);
            } catch (RuntimeException e) {
                throw new AssertionError("round " + round, e);
            }
        }
    }
}
