package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Clipped;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.Named;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every page: it leaves nothing behind, can be read aloud, and is not clipped.
class PagesTest {
    private static final int TIMES = 20;
    /// Styling and layout take the most of the time; what each of these leaves behind would be seen.
    private static final int LAID_OUT_EVERY = 5;
    /// The toolkit keeps hold of the last scene until its next pulse.
    private static final int STILL_HELD_MAX = 3;
    private static final int COLLECTIONS_MAX = 20;
    private static final String LONG_NAME = "Maximiliane Wolkenstein-Hohenfels of the second floor, room 217";
    private static final double HEIGHT = 700;
    private static final double[] WIDTHS = {480, 1_000};
    private static final int LARGER_PERCENT = 130;
    /// What the navigation leaves of 480 pixels at that size, in German, which has the longest word there.
    private static final double NARROW_BESIDE_NAVIGATION = 338;
    private static final int TWICE_PERCENT = 200;
    /// What the navigation leaves of 1,000 pixels at that size, without its words.
    private static final double WIDTH_BESIDE_ICONS = 880;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatWasOpenedAndClosedManyTimesLeavesNothing(AnyPage kind) {
        Stranger node = Stranger.named("Max");
        Set<String> threads = threads();
        var closed = new ArrayList<WeakReference<Object>>();
        for (int i = 0; i < TIMES; i++) {
            boolean laidOut = i % LAID_OUT_EVERY == 0;
            TestedScreen.onFx(() -> {
                AnyPage.Open open = kind.over(node, Language.ENGLISH);
                if (laidOut) new TestedScreen(open.view(), WIDTHS[0], HEIGHT);
                open.page().shown();
                open.page().hidden();
                open.close();
                closed.add(new WeakReference<>(open.page()));
                closed.add(new WeakReference<>(open.view()));
            });
        }
        assertEquals(0, node.watchers(), "subscriptions to the node");
        long held = closed.size();
        for (int i = 0; i < COLLECTIONS_MAX && held > STILL_HELD_MAX; i++) {
            System.gc();
            TestedScreen.onFx(() -> {});
            held = closed.stream().filter(each -> each.get() != null).count();
        }
        assertTrue(held <= STILL_HELD_MAX, held + " of " + closed.size() + " pages and views are still in memory");
        threads.addAll(List.of("Common-Cleaner", "JavaFX-Launcher"));
        Set<String> left = threads();
        left.removeAll(threads);
        assertEquals(Set.of(), left, "threads");
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> !thread.isDaemon())
                .map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void everyControlHasANameToRead(AnyPage kind) {
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                try (AnyPage.Open open = kind.over(Stranger.named("Max"), language)) {
                    new TestedScreen(open.view(), WIDTHS[1], HEIGHT);
                    assertEquals(List.of(), Named.nameless(open.view()).stream().filter(PagesTest::isShown).toList(),
                            () -> kind + " in " + language);
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsWholeOrHasATooltip(AnyPage kind) {
        for (Language language : Language.values()) {
            for (String name : List.of("Max", LONG_NAME)) {
                TestedScreen.onFx(() -> {
                    try (AnyPage.Open open = kind.over(new Stranger(name, "hello", name, name + ".pdf"), language)) {
                        var screen = new TestedScreen(open.view(), WIDTHS[0], HEIGHT);
                        mirror(open, language);
                        for (double width : WIDTHS) {
                            screen.size(width, HEIGHT);
                            assertEquals(List.of(), Clipped.texts(screen, width),
                                    () -> kind + " in " + language + " at " + width + " px");
                        }
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsWholeInANarrowWindowWithLargerLetters(AnyPage kind) {
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                try (AnyPage.Open open = kind.over(Stranger.named("Max"), language)) {
                    var screen = new TestedScreen(open.view(), WIDTHS[0], HEIGHT);
                    Appearance.dress(screen.scene(), LARGER_PERCENT);
                    mirror(open, language);
                    screen.size(NARROW_BESIDE_NAVIGATION, HEIGHT);
                    assertEquals(List.of(), Clipped.texts(screen, NARROW_BESIDE_NAVIGATION),
                            () -> kind + " in " + language);
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsWholeAtTwiceTheSize(AnyPage kind) {
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                try (AnyPage.Open open = kind.over(Stranger.named("Max"), language)) {
                    var screen = new TestedScreen(open.view(), WIDTH_BESIDE_ICONS, HEIGHT);
                    Appearance.dress(screen.scene(), TWICE_PERCENT);
                    mirror(open, language);
                    screen.settle();
                    double least = open.view().minHeight(WIDTH_BESIDE_ICONS);
                    assertTrue(least <= HEIGHT, () -> kind + " in " + language + " needs a height of " + least);
                    screen.size(WIDTH_BESIDE_ICONS - 1, HEIGHT); // some pages arrange themselves by their width
                    screen.size(WIDTH_BESIDE_ICONS, HEIGHT);
                    assertEquals(List.of(), Clipped.texts(screen, WIDTH_BESIDE_ICONS), () -> kind + " in " + language);
                }
            });
        }
    }

    /// A search for a name, a room's name, a message: what is typed may have emoji.
    @ParameterizedTest
    @EnumSource
    void everyFieldShowsEmojiAsPictures(AnyPage kind) {
        TestedScreen.onFx(() -> {
            try (AnyPage.Open open = kind.over(Stranger.named("Max"), Language.ENGLISH)) {
                var screen = new TestedScreen(open.view(), WIDTHS[1], HEIGHT);
                for (TextInputControl field : screen.all(TextInputControl.class)) {
                    if (field.getParent() instanceof Spinner || field.getParent() instanceof ComboBoxBase) continue;
                    boolean inside = field.getChildrenUnmodifiable().stream().anyMatch(TypedEmoji.class::isInstance);
                    boolean beside = field.getParent()
                            .getChildrenUnmodifiable()
                            .stream()
                            .anyMatch(TypedEmoji.class::isInstance);
                    assertTrue(inside || beside, () -> kind + ": " + field.getId());
                }
            }
        });
    }

    private static void mirror(AnyPage.Open open, Language language) {
        if (language.isMirrored()) open.view().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (!each.isVisible()) return false;
        return true;
    }
}
