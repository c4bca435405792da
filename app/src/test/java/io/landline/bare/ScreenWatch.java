package io.landline.bare;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/// Looks at the screen a hundred times a second, and keeps each picture that differs from the one before. Its thread
/// alone writes; read it when it is closed.
final class ScreenWatch implements AutoCloseable {
    private static final int LOOK_MILLIS = 10;
    /// More than any start has; at five megabytes each.
    private static final int PICTURES_MAX = 80;
    private static final int RGB = 0xFFFFFF;
    /// From here on a colour is white to the eye.
    private static final int WHITE_FROM = 0xF4;
    private static final double PERCENT = 100;
    /// What the window manager draws around a window, at most.
    private static final int FRAME = 4;
    private static final int FRAME_TOP = 30;

    /// What one picture shows that was not there before the start.
    ///
    /// @param millis after the start
    /// @param left of the changed part, with the numbers behind it its edges; 0 for all where nothing changed
    /// @param whitePercent of the changed part
    /// @param differsPercent of the changed part, from the last picture of all
    record Seen(long millis, int left, int top, int right, int bottom, double whitePercent, double differsPercent) {
        boolean isEmpty() {
            return right <= left;
        }
    }

    private record Picture(long epochMillis, int[] pixels) {}

    private final ByteBuffer screen;
    private final int[] before;
    private final List<Picture> pictures = new ArrayList<>();
    private final Thread thread;
    private volatile boolean ends;

    ScreenWatch(VirtualScreen screen) throws IOException {
        this.screen = screen.picture();
        before = look();
        thread = Thread.ofPlatform().name("screen-watch").start(this::watch);
    }

    private int[] look() {
        var pixels = new int[VirtualScreen.WIDTH * VirtualScreen.HEIGHT];
        IntBuffer now = screen.asIntBuffer();
        now.get(0, pixels);
        for (int i = 0; i < pixels.length; i++) pixels[i] &= RGB;
        return pixels;
    }

    private void watch() {
        int[] last = before;
        try {
            while (!ends && pictures.size() < PICTURES_MAX) {
                int[] now = look();
                if (!Arrays.equals(now, last)) {
                    pictures.add(new Picture(System.currentTimeMillis(), now));
                    last = now;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// All that was seen, in its order.
    List<Seen> seen(long startMillis) {
        var all = new ArrayList<Seen>();
        for (Picture each : pictures) all.add(seen(each, startMillis));
        return all;
    }

    private Seen seen(Picture picture, long startMillis) {
        int[] last = pictures.getLast().pixels;
        int left = VirtualScreen.WIDTH;
        int top = VirtualScreen.HEIGHT;
        int right = 0;
        int bottom = 0;
        int white = 0;
        int differs = 0;
        for (int i = 0; i < picture.pixels.length; i++) {
            int pixel = picture.pixels[i];
            if (pixel != last[i]) differs++;
            if (pixel == before[i]) continue;
            int x = i % VirtualScreen.WIDTH;
            int y = i / VirtualScreen.WIDTH;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            if (isWhite(pixel)) white++;
        }
        if (right == 0) return new Seen(picture.epochMillis - startMillis, 0, 0, 0, 0, 0, 0);
        double area = (double) (right - left) * (bottom - top) / PERCENT;
        return new Seen(picture.epochMillis - startMillis, left, top, right, bottom, white / area, differs / area);
    }

    private static boolean isWhite(int pixel) {
        return (pixel >> 16 & 0xFF) >= WHITE_FROM && (pixel >> 8 & 0xFF) >= WHITE_FROM && (pixel & 0xFF) >= WHITE_FROM;
    }

    /// How far, in pixels to the right and below, the middle of what stands on the ground of this part lies from the
    /// part's own middle.
    int[] offCentre(int number) {
        Seen part = seen(pictures.get(number), 0);
        int[] pixels = pictures.get(number).pixels;
        int ground = ground(part, pixels);
        int left = part.right;
        int top = part.bottom;
        int right = part.left;
        int bottom = part.top;
        for (int y = part.top + FRAME_TOP; y < part.bottom - FRAME; y++) {
            for (int x = part.left + FRAME; x < part.right - FRAME; x++) {
                if (pixels[y * VirtualScreen.WIDTH + x] == ground) continue;
                left = Math.min(left, x);
                right = Math.max(right, x + 1);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y + 1);
            }
        }
        if (right <= left) return new int[]{0, 0};
        return new int[]{(left + right - part.left - part.right) / 2,
                (top + bottom - part.top - FRAME_TOP + FRAME - part.bottom) / 2};
    }

    private static int ground(Seen part, int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = part.top; y < part.bottom; y++) {
            for (int x = part.left; x < part.right; x++) {
                counts.merge(pixels[y * VirtualScreen.WIDTH + x], 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    /// Writes each picture into a folder, named by its time.
    void save(Path folder, long startMillis) throws IOException {
        for (Picture each : pictures) {
            var image = new BufferedImage(VirtualScreen.WIDTH, VirtualScreen.HEIGHT, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, VirtualScreen.WIDTH, VirtualScreen.HEIGHT, each.pixels, 0, VirtualScreen.WIDTH);
            ImageIO.write(image, "png", folder.resolve("%05d.png".formatted(each.epochMillis - startMillis)).toFile());
        }
    }

    @Override
    public void close() throws InterruptedException {
        ends = true;
        thread.join();
    }
}
