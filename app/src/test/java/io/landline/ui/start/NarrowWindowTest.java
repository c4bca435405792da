package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.FxThread;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences;
import io.landline.ui.shell.NavEntry;
import io.landline.ui.shell.NavEntry.Badge;
import io.landline.ui.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;

/// In the narrowest window no page pushes anything over its edge, however large the letters are: neither the navigation
/// nor a control of its own. Nothing scrolls sideways.
class NarrowWindowTest {
    private static final int[] PERCENTS = {100, 120, 150, 200, 250, WindowPreferences.ZOOM_PERCENT_MAX};
    private static final double[] HEIGHTS = {700, WindowBounds.HEIGHT_MIN};

    /// Behind a sheet.
    private record EmptyPage(Parent view) implements Page {
        @Override
        public void shown() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsPushedOutOfTheWindow(AnyPage kind) {
        var outside = new ArrayList<String>();
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                try (AnyPage.Open open = kind.over(Stranger.named("Max"), language)) {
                    outside.addAll(outsideAtEverySize(window(kind, open.page(), language), language));
                }
            });
        }
        assertEquals("", outside.stream().distinct().collect(Collectors.joining("\n")));
    }

    @Test
    void theListOfKeysScrollsDownAlone() {
        var outside = new ArrayList<String>();
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                try (Shell shell = shell(new EmptyPage(new StackPane()), new EmptyPage(new StackPane()), language)) {
                    shell.showShortcuts();
                    outside.addAll(outsideAtEverySize(shell.view(), language));
                }
            });
        }
        assertEquals("", outside.stream().distinct().collect(Collectors.joining("\n")));
    }

    @Test
    void aNoticeLeavesTheWindowToThePage() {
        var high = new ArrayList<String>();
        TestedScreen.onFx(() -> {
            var empty = new EmptyPage(new StackPane());
            try (Shell shell = shell(empty, empty, Language.ENGLISH)) {
                shell.notices()
                        .fact("Another program uses TCP port 5263. Landline accepts connections on 5264 instead.");
                var screen = new TestedScreen(shell.view(), WindowBounds.WIDTH_MIN, HEIGHTS[0]);
                for (int percent : PERCENTS) {
                    Appearance.dress(screen.scene(), percent);
                    screen.settle();
                    double height = shell.view().lookup("#notices").getLayoutBounds().getHeight();
                    if (height > HEIGHTS[0] * 3 / 5) high.add(percent + " %: " + height);
                }
            }
        });
        assertEquals(List.of(), high);
    }

    private static List<String> outsideAtEverySize(Parent window, Language language) {
        var screen = new TestedScreen(window, WindowBounds.WIDTH_MIN, HEIGHTS[0]);
        Appearance.mirror(screen.scene(), language.isMirrored());
        var outside = new ArrayList<String>();
        for (int percent : PERCENTS) {
            Appearance.dress(screen.scene(), percent);
            screen.settle();
            for (double height : HEIGHTS) {
                screen.size(WindowBounds.WIDTH_MIN, height);
                for (String each : outside(screen, window)) outside.add(language + ", " + percent + " %: " + each);
            }
        }
        return outside;
    }

    /// As the program builds it: first run fills the window, a person's or a room's sheet lies over a page.
    static Parent window(AnyPage kind, Page page, Language language) {
        if (kind == AnyPage.FIRST_RUN || kind == AnyPage.NEW_ROOM) return page.view();
        if (kind != AnyPage.PERSON && kind != AnyPage.ROOM) return shell(page, page, language).view();
        Shell shell = shell(new EmptyPage(new StackPane()), page, language);
        shell.panel(_ -> page);
        return shell.view();
    }

    private static Shell shell(Page front, Page panel, Language language) {
        Texts texts = Texts.beside(WindowFrame.class, language);
        List<NavEntry> entries = Stream.of("chats", "transfers", "network", "doctor", "lab", "settings")
                .map(each -> new NavEntry(each, Feather.ACTIVITY, texts.get("nav." + each), Badge.none(), () -> front))
                .toList();
        var shell = new Shell(new FxThread(Runnable::run, Runnable::run), Texts.beside(Shell.class, language), entries,
                _ -> panel, () -> false);
        shell.show("chats");
        return shell;
    }

    private static List<String> outside(TestedScreen screen, Parent window) {
        var outside = new ArrayList<String>();
        double least = window.minWidth(-1);
        if (least > WindowBounds.WIDTH_MIN) outside.add("the window needs a width of " + least);
        for (ScrollPane each : screen.all(ScrollPane.class)) {
            if (!each.isFitToWidth() || each.getHbarPolicy() == ScrollBarPolicy.NEVER) continue;
            double room = each.getViewportBounds().getWidth();
            double wanted = each.getContent().minWidth(-1);
            if (wanted > room + 1) outside.add(each + " scrolls sideways: " + wanted + " in " + room);
        }
        if (window.lookup(".chats-talk") instanceof Region talk && talk.getParent() instanceof Region place) {
            double needed = talk.minWidth(-1); // with more it would stand over what is beside it
            boolean isShown = place.getWidth() > 0;
            if (isShown && needed > place.getWidth()) {
                outside.add("a conversation needs " + needed + " in " + place.getWidth());
            }
        }
        for (Control each : screen.all(Control.class)) {
            if (!(each instanceof ButtonBase || each instanceof TextInputControl) || isInRow(each)) continue;
            Bounds bounds = each.localToScene(each.getLayoutBounds());
            if (bounds.getMinX() < -1 || bounds.getMaxX() > WindowBounds.WIDTH_MIN + 1) {
                outside.add(each + " from " + bounds.getMinX() + " to " + bounds.getMaxX());
            }
        }
        return outside;
    }

    private static boolean isInRow(Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (each instanceof ListCell) return true;
        return false;
    }
}
