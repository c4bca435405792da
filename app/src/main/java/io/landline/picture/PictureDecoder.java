package io.landline.picture;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// The program of the process that decodes one picture: reads how large it is wanted (one byte, a [PictureScale]), its
/// length (four bytes) and its bytes from stdin, writes a [Thumbnail] to stdout, and ends. It is told no path, no name
/// and no key, and opens nothing. Exit code 0 means that the thumbnail is whole. It ends at once when stdin does: then
/// the process that asked is gone.
public final class PictureDecoder {
    private static final int NO_PICTURE = 1;
    private static final int ABANDONED = 2;

    private PictureDecoder() {}

    static void main() throws IOException {
        var in = new DataInputStream(System.in);
        int scale = in.readUnsignedByte();
        int length = in.readInt();
        boolean isKnown = scale < PictureScale.values().length;
        if (!isKnown || length < 1 || length > PictureHeader.FILE_BYTES_MAX) System.exit(NO_PICTURE);
        var picture = new byte[length];
        in.readFully(picture);
        Thread.ofPlatform().daemon().name("abandoned").start(PictureDecoder::endWithStdin);
        Thumbnail thumbnail = decode(picture, PictureScale.values()[scale]);
        if (thumbnail == null) {
            System.exit(NO_PICTURE);
            return;
        }
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            thumbnail.write(out);
        }
    }

    private static void endWithStdin() {
        try {
            if (System.in.read() < 0) Runtime.getRuntime().halt(ABANDONED);
        } catch (IOException e) {
            Runtime.getRuntime().halt(ABANDONED);
        }
    }

    /// Null where it is no picture that fits.
    static @Nullable Thumbnail decode(byte[] picture, PictureScale scale) throws IOException {
        PictureHeader header = PictureHeader.of(picture);
        if (header == null || !header.fits()) return null;
        ImageReader reader = reader(header.kind());
        if (reader == null) return null;
        reader.setInput(new PictureInput(picture), true, true);
        var stored = new PictureSize(reader.getWidth(0), reader.getHeight(0));
        if (stored.pixels() > PictureHeader.PIXELS_MAX) return null; // a GIF's frame may be larger than its screen
        PictureSize target = scale.of(header.orientation().shown(stored));
        PictureSize least = header.orientation().shown(target);
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceSubsampling(step(stored.width(), least.width(), scale),
                step(stored.height(), least.height(), scale), 0, 0);
        BufferedImage image = reader.read(0, part);
        var read = new PictureSize(image.getWidth(), image.getHeight());
        return PixelAverage.shrink(pixels(image), read, header.orientation(), target);
    }

    /// Which rows or columns are read at all: each second one, say. So the memory is that of a few thumbnails.
    private static int step(int from, int to, PictureScale scale) {
        return Math.max(1, from / to / scale.averaged());
    }

    /// One of the JDK's own: another on the class path is not ours to trust.
    private static @Nullable ImageReader reader(PictureKind kind) {
        Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(kind.name());
        while (all.hasNext()) {
            ImageReader each = all.next();
            if (each.getClass().getModule() == ImageIO.class.getModule()) return each;
        }
        return null;
    }

    private static int[] pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) return image.getRGB(0, 0, width, height, null, 0, width);
        // the JDK takes grey for linear light, and would make it paler
        int[] grey = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
        for (int i = 0; i < grey.length; i++) grey[i] = 0xff000000 | grey[i] * 0x010101;
        return grey;
    }
}
