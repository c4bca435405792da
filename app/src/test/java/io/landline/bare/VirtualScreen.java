package io.landline.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An X server that shows its picture in a file, with a window manager where there is one. Where there is no such
/// server, windows are drawn by the toolkit's Headless platform, and nobody sees them.
final class VirtualScreen implements AutoCloseable {
    static final int WIDTH = 1_280;
    static final int HEIGHT = 1_024;
    private static final String HEADLESS = "-Dglass.platform=Headless -Dprism.order=sw";
    private static final String OPTIONS = "JDK_JAVA_OPTIONS";
    private static final int SETTLING_MILLIS = 1_000;
    private static final int END_SECONDS = 5;
    /// Of a file as `xwd` writes it: the places of two of its numbers, and what a colour takes.
    private static final int HEADER_SIZE_AT = 0;
    private static final int COLOURS_AT = 4 * 19;
    private static final int COLOUR_BYTES = 12;

    private final List<Process> processes = new ArrayList<>();
    private final String display;
    private final Path file;

    private VirtualScreen(Process server, String display, Path file) {
        processes.add(server);
        this.display = display;
        this.file = file;
    }

    /// Null where there is no X server for it.
    static @Nullable VirtualScreen open(Path folder) throws InterruptedException {
        try {
            Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0",
                    WIDTH + "x" + HEIGHT + "x24", "-fbdir", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String number = server.inputReader(UTF_8).readLine();
            if (number == null) return null;
            var screen = new VirtualScreen(server, ":" + number.strip(), folder.resolve("Xvfb_screen0"));
            screen.manage();
            return screen;
        } catch (IOException e) {
            return null;
        }
    }

    private void manage() throws InterruptedException {
        try {
            var builder = new ProcessBuilder("openbox").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DISPLAY", display);
            processes.addFirst(builder.start());
        } catch (IOException e) {
            System.out.println("There is no openbox here: windows stand without a frame.");
        }
        TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
    }

    /// Where a program finds the screen.
    ///
    /// @param screen null for the toolkit's platform without one
    static void show(@Nullable VirtualScreen screen, Map<String, String> environment) {
        environment.keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", OPTIONS));
        if (screen == null) {
            environment.put(OPTIONS, HEADLESS);
        } else {
            environment.put("DISPLAY", screen.display);
        }
    }

    /// The picture as it is at each moment: four bytes a pixel, line by line.
    java.nio.ByteBuffer picture() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var all = channel.map(MapMode.READ_ONLY, 0, channel.size());
            int start = all.getInt(HEADER_SIZE_AT) + all.getInt(COLOURS_AT) * COLOUR_BYTES;
            return all.position(start).slice().order(java.nio.ByteOrder.LITTLE_ENDIAN);
        }
    }

    @Override
    public void close() {
        for (Process each : processes) {
            each.destroy();
            try {
                if (!each.waitFor(END_SECONDS, TimeUnit.SECONDS)) each.destroyForcibly();
            } catch (InterruptedException e) {
                each.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
