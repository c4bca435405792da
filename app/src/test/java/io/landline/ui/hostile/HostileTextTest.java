package io.landline.ui.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.places.PersonSheet;
import io.landline.ui.places.RoomSheet;
import io.landline.ui.transfers.TransfersPage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// H40, H41, H44, H45, H47 in the window: what a stranger writes, and calls themselves and their files, is shown as
/// text and does nothing.
class HostileTextTest {
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 700;
    /// A folded message leaves room for others on a small screen.
    private static final double FOLDED_HEIGHT_MAX = 640;
    /// Three lines of text and their padding.
    private static final double SHORT_HEIGHT_MAX = 70;
    private static final int MESSAGE_BYTES_MAX = 16 * 1024;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static MessageText shown(TestedScreen screen, Predicate<String> text) {
        return screen.all(MessageText.class).stream().filter(each -> text.test(each.text())).findFirst().orElseThrow();
    }

    private static double folded(String message, double width) {
        return TestedScreen.onFx(() -> {
            String beginning = message.substring(0, 3);
            long start = System.nanoTime();
            TestedScreen screen = Stranger.saying(message).conversation(Stranger.ROOM, width, HEIGHT);
            System.out.println(message.length() + " characters at " + width + " px: "
                    + (System.nanoTime() - start) / 1_000_000 + " ms");
            return shown(screen, text -> text.startsWith(beginning)).getHeight();
        });
    }

    @Test
    void h40AMessageWithoutSpacesIsFoldedToABoundedHeight() {
        for (double width : new double[]{480, WIDTH}) {
            double height = folded("x".repeat(MESSAGE_BYTES_MAX), width);
            assertTrue(height > SHORT_HEIGHT_MAX && height < FOLDED_HEIGHT_MAX, height + " px at " + width);
        }
    }

    @Test
    void h40AMessageOfEmptyLinesIsFoldedToABoundedHeight() {
        double height = folded("top" + "\n".repeat(MESSAGE_BYTES_MAX - 3), WIDTH);
        assertTrue(height < FOLDED_HEIGHT_MAX, height + " px");
    }

    @Test
    void h40MarksOnALetterDoNotMakeALineHigher() {
        double height = folded("Zal" + "\u0301\u0336".repeat(4_000) + "go", WIDTH);
        assertTrue(height > 0 && height < SHORT_HEIGHT_MAX, height + " px");
    }

    @Test
    void h40ANameOfMarksMakesNoRowHigher() {
        List<Double> heights = TestedScreen.onFx(() -> {
            TestedScreen plain = Stranger.named("Max").conversation(Stranger.PEER.hex(), WIDTH, HEIGHT);
            TestedScreen marks = Stranger.named("M" + "\u0301".repeat(250))
                    .conversation(Stranger.PEER.hex(), WIDTH, HEIGHT);
            return List.of(rowHeight(plain), rowHeight(marks));
        });
        assertEquals(heights.getFirst(), heights.getLast(), SHORT_HEIGHT_MAX / 2);
    }

    private static double rowHeight(TestedScreen screen) {
        return screen.all(ListCell.class)
                .stream()
                .filter(each -> each.getStyleClass().contains("chats-row"))
                .mapToDouble(each -> each.getHeight())
                .max()
                .orElseThrow();
    }

    @Test
    void h41AFileNameThatTurnsRoundShowsItsTrueExtensionApart() {
        Set<String> texts = TestedScreen.onFx(() -> {
            var stranger = Stranger.offering("invoice\u202Efdp.exe");
            var all = new TreeSet<>(stranger.conversation(Stranger.PEER.hex(), WIDTH, HEIGHT).texts());
            all.addAll(
                    new TestedScreen(
                            new TransfersPage(stranger.context(), stranger.transfers(), stranger.limit()).view(), WIDTH,
                            HEIGHT)
                            .texts());
            return all;
        });
        assertTrue(texts.stream().anyMatch(text -> text.contains("invoice□fdp")), texts::toString);
        assertTrue(texts.stream().anyMatch(text -> text.replace("\u200E", "").equals(".exe")), texts::toString);
        assertSteersNothing(texts);
    }

    @Test
    void h41NothingThatSteersReachesTheScreen() {
        var all = new StringBuilder("a");
        for (char c : "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200F\u061C".toCharArray()) {
            all.append(c).append('b');
        }
        String text = all.toString();
        Set<String> texts = TestedScreen.onFx(() -> {
            var stranger = new Stranger(text, text, text, text + ".txt");
            var shown = new TreeSet<>(stranger.conversation(Stranger.ROOM, WIDTH, HEIGHT).texts());
            shown.addAll(stranger.conversation(Stranger.PEER.hex(), WIDTH, HEIGHT).texts());
            shown.addAll(
                    new TestedScreen(new PersonSheet(stranger.context(), Stranger.PEER, () -> {}).view(), WIDTH, HEIGHT)
                            .texts());
            shown.addAll(new TestedScreen(
                    new RoomSheet(stranger.context(), Stranger.ROOM, () -> {}, () -> {}).view(), WIDTH, HEIGHT)
                    .texts());
            return shown;
        });
        assertTrue(texts.stream().anyMatch(shown -> shown.contains("a□b")), texts::toString);
        assertSteersNothing(texts);
    }

    private static void assertSteersNothing(Set<String> texts) {
        for (String text : texts) {
            assertTrue(text.chars()
                    .noneMatch(
                            c -> c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200f || c == 0x61c),
                    text);
        }
    }

    @Test
    void h44LinksAndMarkupAreTextAndNothingIsFetched() {
        for (String link : List.of("<a href='http://10.0.0.1/'>win</a><script>alert(1)</script>", "javascript:alert(1)",
                "file:///etc/passwd", "smb://10.0.0.1/share", "\\\\10.0.0.1\\share\\picture.png",
                "http://10.0.0.1/picture.png", "<img src=\"http://10.0.0.1/picture.png\">")) {
            Set<String> kinds = new TreeSet<>();
            TestedScreen.onFx(() -> {
                TestedScreen screen = Stranger.saying(link).conversation(Stranger.ROOM, WIDTH, HEIGHT);
                assertEquals(link, shown(screen, link::equals).text());
                assertEquals(List.of(), screen.all(Hyperlink.class), link);
                assertEquals(List.of(), screen.all(ImageView.class), link);
                for (Node node : screen.all(Node.class)) kinds.add(node.getClass().getSimpleName());
            });
            assertFalse(kinds.contains("WebView") || kinds.contains("MediaView"), kinds::toString);
        }
    }

    @Test
    void h45WhatIsSpecialElsewhereIsPlainHere() {
        for (String special : List.of("_x", "%s %n %d", "{0} {1,choice,0#a}", "'{0}'", "-fx-background-color: red",
                "\\u0041", "&amp;")) {
            TestedScreen.onFx(() -> {
                var stranger = new Stranger(special, special, special, special + ".txt");
                TestedScreen screen = stranger.conversation(Stranger.ROOM, WIDTH, HEIGHT);
                assertEquals(special, shown(screen, special::equals).text());
                assertPlain(screen, special, 4);
                assertPlain(stranger.conversation(Stranger.PEER.hex(), WIDTH, HEIGHT), special, 4);
                assertPlain(new TestedScreen(new PersonSheet(stranger.context(), Stranger.PEER, () -> {}).view(), WIDTH,
                        HEIGHT), special, 1);
                assertPlain(new TestedScreen(
                        new RoomSheet(stranger.context(), Stranger.ROOM, () -> {}, () -> {}).view(), WIDTH, HEIGHT),
                        special, 3);
            });
        }
    }

    /// @param leastLabels so many labels show it: list, title, author, file
    private static void assertPlain(TestedScreen screen, String special, int leastLabels) {
        int labels = 0;
        for (Labeled label : screen.all(Labeled.class)) {
            if (label.getText() == null || !label.getText().contains(special)) continue;
            assertFalse(label.isMnemonicParsing(), () -> "an underscore is a mnemonic in " + label);
            labels++;
        }
        assertTrue(labels >= leastLabels, special + " in " + labels + " labels of " + screen.texts());
        for (Node node : screen.all(Node.class)) assertFalse(node.getStyle().contains("red"), node::toString);
    }

    @Test
    void h45ANulIsSeenAndEndsNothing() {
        List<String> texts = TestedScreen.onFx(() -> new Stranger("M\u0000ax", "one\u0000two", "class", "a\u0000b.txt")
                .conversation(Stranger.ROOM, WIDTH, HEIGHT)
                .texts());
        assertTrue(texts.contains("one□two"), texts::toString);
        assertTrue(texts.stream().anyMatch(text -> text.contains("M□ax")), texts::toString);
        assertTrue(texts.stream().noneMatch(text -> text.indexOf('\u0000') >= 0), texts::toString);
    }

    @Test
    void h47ANameOfLinesIsOneLine() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = Stranger.named("Max\nadmin\r\nsays\u2028this")
                    .conversation(Stranger.ROOM, WIDTH, HEIGHT);
            List<Label> names = screen.all(Label.class)
                    .stream()
                    .filter(label -> label.getText().contains("admin"))
                    .toList();
            assertFalse(names.isEmpty());
            for (Label name : names) {
                assertTrue(name.getText().chars().noneMatch(c -> c == '\n' || c == '\r' || c == 0x2028), name::getText);
            }
        });
    }

    @Test
    void h47ANameThatLooksEmptyStillHasAPicture() {
        for (String empty : List.of("\u200B", "\u00A0", "\u3164", "\uFEFF\u2060", "\uD83D\uDC7B")) {
            TestedScreen.onFx(() -> {
                TestedScreen screen = Stranger.named(empty).conversation(Stranger.PEER.hex(), WIDTH, HEIGHT);
                assertTrue(screen.texts().contains("?"),
                        () -> "the letters that stand for somebody without a name, in " + screen.texts());
            });
        }
    }

    @Test
    void h47WhoIsCalledYouIsNotShownAsOurselves() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = Stranger.named("You").conversation(Stranger.ROOM, WIDTH, HEIGHT);
            List<String> spoken = screen.all(ListCell.class)
                    .stream()
                    .filter(cell -> cell.getStyleClass().contains("chats-entry"))
                    .map(Node::getAccessibleText)
                    .filter(text -> text != null && text.contains("hello"))
                    .toList();
            assertEquals(2, spoken.size(), spoken::toString);
            assertTrue(spoken.getFirst().contains("\u200EYou (2)\u200E"), spoken::toString);
            assertFalse(spoken.getLast().contains("(2)"), spoken::toString);
            long own = screen.all(Node.class)
                    .stream()
                    .filter(node -> node.getStyleClass().contains("chats-bubble") && node.getPseudoClassStates()
                            .stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("own")))
                    .count();
            assertEquals(1, own, "bubbles at our side");
        });
    }
}
