package io.landline.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void aPictureIsReadBackAsItWas() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        int[] pixels = random.ints(37 * 23).map(each -> each | 0xff000000).toArray();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(37, 23, pixels)));
        assertArrayEquals(pixels, read.getRGB(0, 0, 37, 23, null, 0, 37), "seed " + seed);
    }

    @Test
    void anEmptyPictureIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Png.of(0, 0, new int[0]));
    }
}
