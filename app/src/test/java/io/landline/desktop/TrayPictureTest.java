package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrayPictureTest {
    @Test
    void pixelsTravelAlphaFirst() {
        assertArrayEquals(new byte[]{0x12, 0x34, 0x56, 0x78}, new TrayPicture(1, new int[]{0x12345678}).bytes());
    }

    @Test
    void theMarkIsInTheLowerRightCornerWithAGapAroundIt() {
        int[] white = new int[48 * 48];
        Arrays.fill(white, 0xFFFFFFFF);
        TrayPicture marked = new TrayPicture(48, white).marked();
        assertEquals(0xFFFFFFFF, marked.argb(2, 2));
        assertEquals(0xFFCF222E, marked.argb(36, 36), "the middle of the mark");
        assertEquals(0, marked.argb(36, 22) >>> 24, "the gap above it");
        assertEquals(0xFFFFFFFF, marked.argb(36, 16));
    }

    @Test
    void aPictureIsSquareAndNotTooLarge() {
        int max = TrayPicture.SIDE_MAX;
        assertEquals(max, new TrayPicture(max, new int[max * max]).side());
        assertThrows(IllegalArgumentException.class, () -> new TrayPicture(max + 1, new int[(max + 1) * (max + 1)]));
        assertThrows(IllegalArgumentException.class, () -> new TrayPicture(0, new int[0]));
        assertThrows(IllegalArgumentException.class, () -> new TrayPicture(2, new int[3]));
    }
}
