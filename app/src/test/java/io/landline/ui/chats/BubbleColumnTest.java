package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.message.Bubble;
import io.landline.ui.chats.message.BubbleRow;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On a wide screen, what others write and what one answers stand near to each other.
class BubbleColumnTest {
    private static final int FULL_HD = 1_920;
    private static final int NARROW = 480;
    private static final int HEIGHT = 700;
    private static final double LIST_AND_EDGES = 40;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static ShownChats of(double width) {
        return ShownChats.of(width, HEIGHT, said -> {
            said.text(ShownChats.OPEN, 1, Fixture.MAX, "when do we meet?");
            said.text(ShownChats.OPEN, 2, Fixture.SELF, "at four");
        });
    }

    private static Bounds bubble(ShownChats chats, boolean isOwn) {
        Node found = chats.screen()
                .all(Bubble.class)
                .stream()
                .filter(each -> each.getPseudoClassStates().toString().contains("own") == isOwn)
                .findFirst()
                .orElseThrow();
        return found.localToScene(found.getLayoutBounds());
    }

    @Test
    void bothSidesStandInOneColumnOfReadableWidth() {
        try (ShownChats chats = of(FULL_HD)) {
            TestedScreen.onFx(() -> {
                double left = bubble(chats, false).getMinX();
                double right = bubble(chats, true).getMaxX();
                assertTrue(right - left <= BubbleRow.COLUMN_EM_MAX * Appearance.FONT_PX, left + " to " + right);
                Region conversation = chats.screen().all(ConversationPane.class).getFirst();
                double middle = conversation.localToScene(conversation.getLayoutBounds()).getCenterX();
                HBox line = chats.screen()
                        .all(HBox.class)
                        .stream()
                        .filter(each -> each.getStyleClass().contains("chats-composer-line"))
                        .findFirst()
                        .orElseThrow();
                Bounds composer = line.localToScene(line.getLayoutBounds());
                assertEquals(middle, composer.getCenterX(), 1, "the composer is below the column");
                assertEquals(right, composer.getMaxX(), Appearance.FONT_PX, "and as wide");
            });
        }
    }

    @Test
    void aNarrowWindowIsUsedWhole() {
        try (ShownChats chats = of(NARROW)) {
            TestedScreen.onFx(() -> {
                assertTrue(bubble(chats, true).getMaxX() > NARROW - LIST_AND_EDGES);
                assertTrue(bubble(chats, false).getMinX() < 4 * LIST_AND_EDGES);
            });
        }
    }
}
