package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import io.landline.ui.chats.timeline.HeldEntries;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.Random;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person goes through a long conversation by keys, while it changes. The message with the keyboard is in sight.
class KeyboardInSightTest extends OpenRoom {
    private static final int ENTRIES = 3 * HeldEntries.PAGE;
    private static final int LOWER = HEIGHT - 120;
    private static final int STEPS = 60;
    private static final List<KeyCode> KEYS = List.of(KeyCode.PAGE_UP, KeyCode.PAGE_UP, KeyCode.UP, KeyCode.DOWN,
            KeyCode.PAGE_DOWN, KeyCode.HOME);

    private int came = ENTRIES;

    @Override
    void say(FakeChats said) {
        for (int lamport = 1; lamport <= ENTRIES; lamport++) {
            String text = lamport % 7 == 0 ? "high\n".repeat(6) + lamport : "entry " + lamport;
            said.text(ShownChats.OPEN, lamport, Fixture.MAX, text);
        }
    }

    @BeforeEach
    void goToTheMessages() {
        TestedScreen.onFx(() -> {
            list().getFocusModel().focus(list().getItems().size() - 1);
            list().requestFocus();
        });
        chats.settle();
    }

    private ListView<?> list() {
        return chats.node(ListView.class, "timeline");
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list().lookup(".virtual-flow");
    }

    private static ScrollEvent wheel(double pixels) {
        return new ScrollEvent(ScrollEvent.SCROLL, 1, 1, 1, 1, false, false, false, false, false, false, 0, pixels, 0,
                pixels, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                null);
    }

    /// JavaFX thread.
    private void press(KeyCode code) {
        Event.fireEvent(list(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /// JavaFX thread.
    private void comes() {
        came++;
        chats.said().text(ShownChats.OPEN, came, Fixture.MAX, "high\n".repeat(came % 3) + came);
        chats.said().changed(ShownChats.OPEN);
    }

    /// JavaFX thread.
    private void resize(int height) {
        chats.screen().size(WIDTH, height);
    }

    private void assertInSight(String after) {
        chats.settle();
        chats.settle();
        TestedScreen.onFx(() -> {
            int row = list().getFocusModel().getFocusedIndex();
            VirtualFlow<?> flow = flow();
            IndexedCell<?> cell = flow.getVisibleCell(row);
            String seen = flow.getFirstVisibleCell().getIndex() + " to " + flow.getLastVisibleCell().getIndex();
            assertNotNull(cell, row + " is not in " + seen + " after " + after);
            boolean isSeen = cell.getLayoutY() < flow.getHeight() && cell.getLayoutY() + cell.getHeight() > 0;
            assertTrue(isSeen, row + " is beside " + seen + " after " + after);
        });
    }

    /// An arrow may lead from the composer's buttons into the list, where no message had the keyboard yet.
    @Test
    void whoComesToTheMessagesIsAtTheLastInSightAndNotAtTheFirstOfAll() {
        TestedScreen.onFx(() -> {
            chats.composer().requestFocus();
            list().getFocusModel().focus(0); // as the toolkit does with a list that was never used
            list().requestFocus();
            press(KeyCode.UP);
        });
        assertInSight("the first arrow");
        assertTrue(list().getFocusModel().getFocusedIndex() > list().getItems().size() - 5);
    }

    @Test
    void aPageUpIsNotTakenBackWhereTheWindowWasMadeLowerJustBefore() {
        TestedScreen.onFx(() -> {
            resize(LOWER);
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
        });
        assertInSight("two pages from the end");
        TestedScreen.onFx(() -> {
            resize(HEIGHT);
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
        });
        assertInSight("two more pages");
        TestedScreen.onFx(() -> {
            resize(LOWER);
            press(KeyCode.PAGE_DOWN);
            press(KeyCode.PAGE_DOWN);
        });
        assertInSight("two pages down");
    }

    @Test
    void aPageUpIsNotTakenBackByWhatComesInThatMoment() {
        TestedScreen.onFx(() -> {
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
            comes();
        });
        assertInSight("two pages from the end");
        TestedScreen.onFx(() -> {
            press(KeyCode.HOME);
            comes();
        });
        assertInSight("the way to the first");
    }

    /// The first page up from the end leads to the first row in sight: nothing scrolls.
    @Test
    void aRowThatWasInSightAlreadyStaysThereWhenSomethingCame() {
        TestedScreen.onFx(() -> {
            comes();
            press(KeyCode.PAGE_UP);
            comes();
        });
        assertInSight("a page up from the end");
    }

    /// How many pixels the top of the row is below the upper edge of the list. The row must be in sight.
    private double topOf(int row) {
        return TestedScreen.onFx(() -> {
            VirtualFlow<?> flow = flow();
            IndexedCell<?> cell = flow.getVisibleCell(row);
            assertNotNull(cell, row + " is not in sight");
            return cell.getLayoutY();
        });
    }

    private void turnWheel(double pixels) {
        TestedScreen.onFx(() -> {
            list().fireEvent(wheel(pixels));
            flow().scrollPixels(-pixels);
        });
        chats.settle();
        chats.settle();
    }

    @Test
    void aRowThatStandsThereInPartIsNotScrolledByWhatComes() {
        TestedScreen.onFx(() -> {
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
        });
        assertInSight("three pages from the end");
        int row = TestedScreen.onFx(() -> list().getFocusModel().getFocusedIndex());
        turnWheel(-(topOf(row) + 20));
        double before = topOf(row);
        assertTrue(before < -1, "it stands there in part");
        severalCome();
        assertEquals(before, topOf(row), 1);
    }

    private void goPageUp() {
        TestedScreen.onFx(() -> press(KeyCode.PAGE_UP));
        chats.settle();
        chats.settle();
    }

    /// More than the row with the keyboard is high.
    private void severalCome() {
        for (int i = 0; i < 4; i++) {
            TestedScreen.onFx(this::comes);
            chats.settle();
            chats.settle();
        }
    }

    private void assertFollowing() {
        severalCome();
        assertEquals(came, chats.timesInSight().getLast());
    }

    private boolean isWayToNewestShown() {
        return TestedScreen.onFx(() -> chats.screen()
                .all(Button.class)
                .stream()
                .anyMatch(each -> "to-newest".equals(each.getId())));
    }

    @Test
    void aRowThatAPageUpReachedStaysInSightWhateverComesLater() {
        goPageUp();
        assertEquals(ENTRIES, chats.timesInSight().getLast(), "nothing scrolled");
        assertFalse(isWayToNewestShown());
        severalCome();
        assertInSight("a page up and four messages");
        assertTrue(isWayToNewestShown());
    }

    @Test
    void theFirstRowStaysInSightWhereMoreKeysFollowInThatMoment() {
        TestedScreen.onFx(() -> {
            press(KeyCode.HOME);
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
        });
        assertInSight("the way to the first, and two pages up");
    }

    @Test
    void aRowAtTheLowerEdgeStaysInSightWhereTheListGetsLower() {
        TestedScreen.onFx(() -> {
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_UP);
            press(KeyCode.PAGE_DOWN);
        });
        assertInSight("two pages up, one down");
        TestedScreen.onFx(() -> resize(LOWER));
        assertInSight("a lower window");
    }

    @Test
    void theViewFollowsAgainWhereTheKeyboardIsBackAtTheNewestAsSomethingComes() {
        TestedScreen.onFx(() -> press(KeyCode.UP));
        assertInSight("a row up");
        TestedScreen.onFx(() -> {
            comes();
            press(KeyCode.PAGE_DOWN);
        });
        assertInSight("a page down as one came");
    }

    @Test
    void theKeyboardStaysOnItsRowWhereTheLastRowIsReplaced() {
        int row = TestedScreen.onFx(() -> list().getFocusModel().getFocusedIndex());
        severalCome();
        assertEquals(row, TestedScreen.onFx(() -> list().getFocusModel().getFocusedIndex()));
    }

    @Test
    void itStaysAlsoWhileTheKeyboardGoesDownFromThere() {
        goPageUp();
        TestedScreen.onFx(() -> press(KeyCode.DOWN));
        severalCome();
        assertInSight("a row down and four messages");
    }

    @Test
    void theViewFollowsAgainOnceTheKeyboardIsAtTheNewest() {
        goPageUp();
        TestedScreen.onFx(() -> press(KeyCode.PAGE_DOWN));
        chats.settle();
        chats.settle();
        assertFollowing();
    }

    @Test
    void theViewFollowsAgainOnceTheKeyboardHasLeftTheMessages() {
        goPageUp();
        TestedScreen.onFx(() -> chats.composer().requestFocus());
        chats.settle();
        assertFollowing();
    }

    @Test
    void theViewFollowsAgainOnceTheWheelIsTurnedDown() {
        goPageUp();
        TestedScreen.onFx(() -> list().fireEvent(wheel(-40)));
        chats.settle();
        assertFollowing();
    }

    @Test
    void theViewFollowsAgainAfterTheKeyThatLeadsToTheNewest() {
        goPageUp();
        TestedScreen.onFx(() -> press(KeyCode.END));
        chats.settle();
        assertFollowing();
    }

    @Test
    void whateverHappensBetweenTheKeys() {
        Random random = Seed.random("KeyboardInSightTest");
        var steps = new StringBuilder();
        for (int i = 0; i < STEPS; i++) {
            TestedScreen.onFx(() -> {
                int before = random.nextInt(3);
                if (before == 1) comes();
                if (before == 2) resize(LOWER + random.nextInt(2) * (HEIGHT - LOWER));
                for (int keys = 1 + random.nextInt(3); keys > 0; keys--) {
                    KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
                    steps.append(before).append(' ').append(key).append(", ");
                    press(key);
                }
                if (random.nextInt(3) == 0) comes();
            });
            assertInSight(steps.toString());
        }
    }
}
