package io.landline.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Pixels as a PNG file (RFC 2083): true colour, eight bits a channel, no filter. The JDK's own writer would bring the
/// desktop toolkit along. Stateless; any thread.
///
///     89 'PNG' 0d 0a 1a 0a │ IHDR: width, height, 8, 2, 0, 0, 0 │ IDAT: deflated rows, each after a 0 │ IEND
///     each chunk: length (4) │ name (4) │ content │ CRC-32 of name and content (4)
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final int HEADER_BYTES = 13;
    private static final byte BITS = 8;
    private static final byte TRUE_COLOUR = 2;
    private static final int CHANNELS = 3;
    private static final int BUFFER_BYTES = 16 * 1024;

    private Png() {}

    /// @param argb row by row; its opacity is left out
    public static byte[] of(int width, int height, int[] argb) {
        if (width < 1 || height < 1 || argb.length != width * height) throw new IllegalArgumentException("no picture");
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(width)
                .putInt(height)
                .put(BITS)
                .put(TRUE_COLOUR)
                .array();
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", deflated(rows(width, height, argb)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] rows(int width, int height, int[] argb) {
        var rows = ByteBuffer.allocate(height * (1 + width * CHANNELS));
        for (int y = 0; y < height; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < width; x++) {
                int pixel = argb[y * width + x];
                rows.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
            }
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
        byte[] named = ByteBuffer.allocate(name.length() + content.length)
                .put(name.getBytes(US_ASCII))
                .put(content)
                .array();
        var sum = new CRC32();
        sum.update(named);
        file.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        file.writeBytes(named);
        file.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
    }
}
