package io.landline.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Pictures for tests, real ones and such as nobody would make.
public final class SamplePictures {
    private SamplePictures() {}

    /// Left half red, right half blue, and a green bar above both.
    public static byte[] file(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, y < height / 4 ? 0x00c000 : x < width / 2 ? 0xd00000 : 0x0000d0);
            }
        }
        return file(format, image);
    }

    static byte[] file(String format, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) throw new AssertionError("no writer for " + format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A JPEG with an EXIF segment behind its first two bytes.
    static byte[] turned(byte[] jpeg, int exif, ByteOrder order) {
        var tiff = ByteBuffer.allocate(26).order(order);
        tiff.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) exif);
        byte[] segment = new byte[4 + 6 + tiff.capacity()];
        ByteBuffer.wrap(segment)
                .putShort((short) 0xffe1)
                .putShort((short) (segment.length - 2))
                .put(new byte[]{'E', 'x', 'i', 'f', 0, 0})
                .put(tiff.array());
        return with(jpeg, 2, segment);
    }

    static byte[] with(byte[] bytes, int at, byte[] more) {
        var all = ByteBuffer.allocate(bytes.length + more.length);
        return all.put(bytes, 0, at).put(more).put(bytes, at, bytes.length - at).array();
    }

    /// A PNG in black, of any size that its header may have; the rows that follow are these many.
    static byte[] png(int width, int height, int rows) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array());
            var packed = new ByteArrayOutputStream();
            try (var rowsOut = new DeflaterOutputStream(packed)) {
                var row = new byte[1 + Math.min(width, 1_000_000)];
                for (int i = 0; i < rows; i++) rowsOut.write(row);
            }
            chunk(out, "IDAT", packed.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
