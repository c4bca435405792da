package io.landline.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What the program of the child does, in this process.
class PictureDecoderTest {
    private static final int GREEN = 0x00c000;
    private static final int RED = 0xd00000;
    private static final int BLUE = 0x0000d0;

    /// The colours of [SamplePictures#file] in the four corners: above left, above right, below left, below right.
    private static void assertCorners(int aboveLeft, int aboveRight, int belowLeft, int belowRight, Thumbnail shown) {
        int width = shown.size().width();
        int height = shown.size().height();
        int[] expected = {aboveLeft, aboveRight, belowLeft, belowRight};
        for (int i = 0; i < expected.length; i++) {
            int x = i % 2 == 0 ? width / 20 : width - 1 - width / 20;
            int y = i / 2 == 0 ? height / 20 : height - 1 - height / 20;
            int pixel = shown.argb()[y * width + x];
            assertTrue(isNear(0xff000000 | expected[i], pixel), "corner " + i + ": " + Integer.toHexString(pixel));
        }
    }

    private static boolean isNear(int one, int other) {
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff)) > 12) return false;
        }
        return true;
    }

    @Test
    void eachKindIsMadeSmaller() throws IOException {
        for (String kind : new String[]{"jpg", "png", "gif"}) {
            Thumbnail made = PictureDecoder.decode(SamplePictures.file(kind, 1_000, 750), PictureScale.CARD);
            assertEquals(new PictureSize(480, 360), made.size(), kind);
            assertCorners(GREEN, GREEN, RED, BLUE, made);
        }
    }

    @Test
    void aSmallPictureStaysAsItIs() throws IOException {
        Thumbnail made = PictureDecoder.decode(SamplePictures.file("png", 31, 17), PictureScale.CARD);
        assertEquals(new PictureSize(31, 17), made.size());
        assertCorners(GREEN, GREEN, RED, BLUE, made);
    }

    @Test
    void aPictureStandsUprightHoweverTheCameraWasHeld() throws IOException {
        byte[] jpeg = SamplePictures.file("jpg", 1_200, 800);
        Thumbnail[] shown = new Thumbnail[9];
        for (int exif = 1; exif <= 8; exif++) {
            shown[exif] = PictureDecoder.decode(SamplePictures.turned(jpeg, exif, ByteOrder.BIG_ENDIAN),
                    PictureScale.CARD);
            assertEquals(exif < 5 ? new PictureSize(480, 320) : new PictureSize(240, 360), shown[exif].size());
        }
        assertCorners(GREEN, GREEN, RED, BLUE, shown[1]);
        assertCorners(GREEN, GREEN, BLUE, RED, shown[2]);
        assertCorners(BLUE, RED, GREEN, GREEN, shown[3]);
        assertCorners(RED, BLUE, GREEN, GREEN, shown[4]);
        assertCorners(GREEN, RED, GREEN, BLUE, shown[5]);
        assertCorners(RED, GREEN, BLUE, GREEN, shown[6]);
        assertCorners(BLUE, GREEN, RED, GREEN, shown[7]);
        assertCorners(GREEN, BLUE, GREEN, RED, shown[8]);
    }

    @Test
    void greyStaysAsDarkAsItIs() throws IOException {
        var grey = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
        var samples = new int[400];
        Arrays.fill(samples, 100);
        grey.getRaster().setSamples(0, 0, 20, 20, 0, samples);
        assertEquals(0xff646464, PictureDecoder.decode(SamplePictures.file("png", grey), PictureScale.CARD).argb()[0]);
    }

    @Test
    void whatIsSeenThroughStaysSo() throws IOException {
        var clear = new BufferedImage(960, 720, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 720; y++) for (int x = 0; x < 960; x += 2) clear.setRGB(x, y, 0xffff0000);
        Thumbnail made = PictureDecoder.decode(SamplePictures.file("png", clear), PictureScale.CARD);
        assertEquals(0x7fff0000, made.argb()[0]);
    }

    /// A GIF of 300 by 200 whose only frame says that it has this size.
    private static byte[] gif(int frameWidth, int frameHeight) {
        byte[] gif = SamplePictures.file("gif", 300, 200);
        int frame = 13 + 3 * (2 << (gif[10] & 7)); // behind the screen and its colours
        while (gif[frame] == 0x21) { // extensions
            frame += 2;
            while (gif[frame] != 0) frame += 1 + (gif[frame] & 0xff);
            frame++;
        }
        assertEquals(0x2c, gif[frame]);
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(frame + 5, (short) frameWidth)
                .putShort(frame + 7, (short) frameHeight);
        assertEquals(new PictureSize(300, 200), PictureHeader.of(gif).stored());
        return gif;
    }

    @Test
    void h48_aGifWhoseFrameIsLargerThanItSaysIsNotDecoded() throws IOException {
        assertNull(PictureDecoder.decode(gif(65_535, 65_535), PictureScale.CARD));
    }

    /// Of the sizes that a GIF can have, 1005 by 39801 is the first above the most.
    @Test
    void h48_aGifsFrameMayHaveAsManyPixelsAsAPictureAndNoMore() throws IOException {
        assertEquals(PictureHeader.PIXELS_MAX, 1_000 * 40_000);
        assertNotNull(PictureDecoder.decode(gif(1_000, 40_000), PictureScale.CARD));
        assertNull(PictureDecoder.decode(gif(1_005, 39_801), PictureScale.CARD));
    }

    @Test
    void h48_aBrokenPictureIsAThumbnailOrAnError() {
        var random = Seed.random("PictureDecoderTest");
        byte[][] whole = {SamplePictures.file("jpg", 60, 40), SamplePictures.file("png", 60, 40),
                SamplePictures.file("gif", 60, 40)};
        int made = 0;
        for (int round = 0; round < 300; round++) {
            byte[] file = whole[round % whole.length].clone();
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                if (PictureDecoder.decode(file, PictureScale.CARD) != null) made++;
            } catch (IOException | RuntimeException e) {
                continue; // ends the child: no thumbnail
            }
        }
        assertTrue(made > 0);
    }
}
