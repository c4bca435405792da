package io.landline.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// A small picture as pixels, upright. Written as width, height and the pixels row by row, 32 bits each, the highest
/// byte first. Immutable, as long as nobody writes into its pixels; any thread.
public final class Thumbnail {
    /// In a conversation it stands in 320 by 240: sharp also on screens with half as many pixels more.
    static final int WIDTH_MAX = 480;
    static final int HEIGHT_MAX = 360;

    /// Over the whole window: the decoder needs four times the memory of these pixels, and some of that twice.
    static final int LARGE_WIDTH_MAX = 1_600;
    static final int LARGE_HEIGHT_MAX = 1_200;

    private final PictureSize size;
    private final int[] argb;

    /// @param argb row by row; kept, not copied
    Thumbnail(PictureSize size, int[] argb) {
        if (argb.length != size.pixels()) throw new IllegalArgumentException(argb.length + " pixels for " + size);
        this.size = size;
        this.argb = argb;
    }

    /// Of a picture that is in memory as pixels, upright.
    ///
    /// @param argb row by row; only read
    public static Thumbnail of(PictureSize size, int[] argb) {
        if (argb.length != size.pixels()) throw new IllegalArgumentException(argb.length + " pixels for " + size);
        return PixelAverage.shrink(argb, size, Orientation.UPRIGHT, PictureScale.CARD.of(size));
    }

    public PictureSize size() {
        return size;
    }

    /// Not premultiplied, row by row; to be read only.
    public int[] argb() {
        return argb;
    }

    void write(OutputStream out) throws IOException {
        var bytes = ByteBuffer.allocate(4 * argb.length);
        bytes.asIntBuffer().put(argb);
        var data = new DataOutputStream(out);
        data.writeInt(size.width());
        data.writeInt(size.height());
        data.write(bytes.array());
        data.flush();
    }

    /// Reads a thumbnail, which must be all of this stream. Throws if it is larger than the ones we make, or if a byte
    /// is missing or too many. The size is checked before anything is allocated.
    static Thumbnail read(InputStream in, PictureScale scale) throws IOException {
        var data = new DataInputStream(in);
        int width = data.readInt();
        int height = data.readInt();
        if (!scale.fits(width, height)) {
            throw new IOException("a thumbnail of " + width + " x " + height);
        }
        var bytes = new byte[4 * width * height];
        data.readFully(bytes);
        if (data.read() >= 0) throw new IOException("more than a thumbnail");
        var argb = new int[width * height];
        ByteBuffer.wrap(bytes).asIntBuffer().get(argb);
        return new Thumbnail(new PictureSize(width, height), argb);
    }
}
