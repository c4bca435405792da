package io.landline.ui.look;

import io.landline.language.LeftToRight;
import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.text.Font;

/// The fonts that the window brings with it, so that it looks the same on every system (docs/adr/0034): Inter for what
/// is read, JetBrains Mono where characters are compared. Any thread.
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String MONO = "JetBrains Mono";
    /// Of the system, for right-to-left letters on Linux ([#fit]); where it is missing, the system chooses.
    public static final String RIGHT_TO_LEFT = "DejaVu Sans";
    /// The styles that every page uses, and no others: each costs a hundredth of a second at the start.
    private static final List<String> FILES = List.of("inter/Inter-Regular.otf", "inter/Inter-Bold.otf",
            "mono/JetBrainsMono-Regular.ttf", "mono/JetBrainsMono-Bold.ttf");
    /// Messages alone have italic letters, and few of them do.
    private static final List<String> ITALIC_FILES = List.of("inter/Inter-Italic.otf", "inter/Inter-BoldItalic.otf");
    /// Any: the file is loaded for all sizes.
    private static final double SIZE = 12;

    /// On these letters the sheet changes the font.
    private static final String ONE_FONT = "right-to-left";
    private static final String MIRRORED = "mirrored";
    private static final boolean IS_LINUX = OperatingSystem.here() == OperatingSystem.LINUX;

    private static boolean isLoaded;
    private static boolean isItalicLoaded;

    private Fonts() {}

    /// Has this node show its text in one font of the system where Inter lacks the letters. JavaFX 26 for Linux draws a
    /// run of right-to-left text that needs two fonts in the order of its parts, from the left: the comma between two
    /// Hebrew words stands before the first. JavaFX thread.
    ///
    /// @return whether it is another font than before
    public static boolean fit(Node node, String text) {
        boolean wanted = IS_LINUX && LeftToRight.hasRightToLeftLetters(text);
        if (wanted == node.getStyleClass().contains(ONE_FONT)) return false;
        if (wanted) return node.getStyleClass().add(ONE_FONT);
        return node.getStyleClass().remove(ONE_FONT);
    }

    /// The same for all that a mirrored window shows: a plain label of it may hold Latin letters and signs too.
    static void mirror(Node root, boolean isMirrored) {
        root.getStyleClass().remove(MIRRORED);
        if (IS_LINUX && isMirrored) root.getStyleClass().add(MIRRORED);
    }

    /// Loads them, once a process: the first page needs them, so the program begins while the toolkit starts.
    public static synchronized void load() {
        if (isLoaded) return;
        isLoaded = true;
        load(FILES);
    }

    /// Loads what italic letters need, once a process: before a node gets their style.
    public static synchronized void loadItalic() {
        if (isItalicLoaded) return;
        isItalicLoaded = true;
        load(ITALIC_FILES);
    }

    private static void load(List<String> names) {
        for (String name : names) {
            try (InputStream file = Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name)) {
                if (Font.loadFont(file, SIZE) == null) throw new IOException("no font: " + name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
