package io.landline.ui.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/// The fonts that the window brings with it, so that it looks the same on every system (docs/adr/0034): Inter for what
/// is read, JetBrains Mono where characters are compared. Any thread.
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String MONO = "JetBrains Mono";
    /// The styles that the sheets use, and no others: each costs a hundredth of a second at the start.
    private static final List<String> FILES = List.of("inter/Inter-Regular.otf", "inter/Inter-Bold.otf",
            "mono/JetBrainsMono-Regular.ttf", "mono/JetBrainsMono-Bold.ttf");
    /// Any: the file is loaded for all sizes.
    private static final double SIZE = 12;

    private static boolean isLoaded;

    private Fonts() {}

    /// Loads them, once a process: the first page needs them, so the program begins while the toolkit starts.
    public static synchronized void load() {
        if (isLoaded) return;
        isLoaded = true;
        for (String name : FILES) {
            try (InputStream file = Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name)) {
                if (Font.loadFont(file, SIZE) == null) throw new IOException("no font: " + name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
