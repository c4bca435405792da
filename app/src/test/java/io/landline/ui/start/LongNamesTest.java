package io.landline.ui.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// People and rooms whose names are as long as the protocol allows push nothing out of the window, on any page and at
/// any width, and no page lays itself out without end.
class LongNamesTest {
    private static final int[] WIDTHS = {480, 1_366};
    private static final int[] PERCENTS = {100, 200};
    private static final double HEIGHT = 700;
    /// What is repeated until a name is full: one word, words, letters from the right, pictures, marks on letters.
    private static final List<String> PARTS = List.of("W", "Maximiliane ", "محمدعبدالرحمن", "👩‍👩‍👧‍👦",
            "e\u0301\u0323\u0302");

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// Also what an empty field asks for. What one types scrolls within its field.
    @ParameterizedTest
    @EnumSource
    void theyPushNothingOutOfTheWindow(AnyPage kind) {
        var wrong = new ArrayList<String>();
        for (String part : PARTS) {
            String person = PeerName.lenient(part.repeat(PeerName.MAX_CODE_POINTS), "Max").value();
            String room = full(part);
            var stranger = new Stranger(person, "@" + person + " in #" + room, room, part.repeat(20) + ".txt");
            for (Language language : part.startsWith("W")
                    ? List.of(Language.ENGLISH, Language.ARABIC)
                    : List.of(Language.ENGLISH)) {
                TestedScreen.onFx(() -> {
                    try (AnyPage.Open open = kind.over(stranger, language)) {
                        look(NarrowWindowTest.window(kind, open.page(), language), language).stream()
                                .map(each -> part + ", " + language + ", " + each)
                                .forEach(wrong::add);
                    }
                });
            }
        }
        assertEquals("", wrong.stream().distinct().collect(Collectors.joining("\n")));
    }

    private static String full(String part) {
        var name = new StringBuilder();
        int[] points = part.repeat(RoomName.MAX_BYTES).codePoints().toArray();
        for (int each : points) {
            String longer = name + Character.toString(each);
            if (longer.getBytes(UTF_8).length > RoomName.MAX_BYTES) break;
            name.appendCodePoint(each);
        }
        return name.toString().strip();
    }

    private static List<String> look(Parent window, Language language) {
        var screen = new TestedScreen(window, WIDTHS[0], HEIGHT);
        Appearance.mirror(screen.scene(), language.isMirrored());
        var wrong = new ArrayList<String>();
        for (int percent : PERCENTS) {
            Appearance.dress(screen.scene(), percent);
            for (int width : WIDTHS) {
                screen.size(width, HEIGHT);
                outside(screen, width).map(each -> width + " px, " + percent + " %: " + each).forEach(wrong::add);
                if (window.minWidth(-1) > width) wrong.add(width + " px: the window needs " + window.minWidth(-1));
            }
        }
        return wrong;
    }

    private static Stream<String> outside(TestedScreen screen, int width) {
        Stream<Node> shown = Stream.of(Labeled.class, Text.class, ImageView.class).flatMap(k -> screen.all(k).stream());
        return shown.filter(each -> !isTyped(each) && !scrollsSideways(each)).filter(each -> {
            Bounds bounds = each.localToScene(each.getLayoutBounds());
            return bounds.getWidth() > 0 && (bounds.getMinX() < -1 || bounds.getMaxX() > width + 1);
        }).map(each -> {
            Bounds bounds = each.localToScene(each.getLayoutBounds());
            return each.getClass().getSimpleName() + each.getStyleClass() + " in " + each.getParent().getStyleClass()
                    + " from " + (int) bounds.getMinX() + " to " + (int) bounds.getMaxX();
        });
    }

    private static boolean isTyped(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof TextInputControl field) return isText(node, field.getText());
        }
        return false;
    }

    private static boolean isText(Node node, String typed) {
        return node instanceof Text text && !typed.isEmpty() && text.getText().equals(typed);
    }

    private static boolean scrollsSideways(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane && !pane.isFitToWidth()) return true;
        }
        return false;
    }
}
