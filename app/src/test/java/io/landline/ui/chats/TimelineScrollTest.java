package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import io.landline.ui.chats.timeline.HeldEntries;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.page.Shortcut;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person turns the wheel through a conversation that is loaded page by page.
class TimelineScrollTest {
    private static final int ENTRIES = 3 * HeldEntries.PAGE;
    /// More than a window holds.
    private static final int MANY = ENTRIES + 2 * HeldEntries.HELD_MAX;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    /// Less than a screen, so that two looks have rows in common.
    private static final double NOTCH_PIXELS = 300;
    /// From the end to the start of what is loaded.
    private static final double SWIFT_PIXELS = 1_000_000;
    private static final int NOTCHES_MAX = 200;
    private static final int FOLLOWED = 60;

    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        chats = ShownChats.of(WIDTH, HEIGHT, said -> {
            for (int lamport = 1; lamport <= ENTRIES; lamport++) {
                said.text(ShownChats.OPEN, lamport, Fixture.MAX,
                        lamport % 5 == 0 ? "two\nlines " + lamport : "entry " + lamport);
            }
        });
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) chats.node(ListView.class, "timeline").lookup(".virtual-flow");
    }

    private List<Long> inSight() {
        return chats.timesInSight();
    }

    private void turnWheel(double pixels) {
        TestedScreen.onFx(() -> {
            Node flow = flow();
            Point2D at = flow.localToScene(flow.getLayoutBounds().getCenterX(), flow.getLayoutBounds().getCenterY());
            flow.fireEvent(new ScrollEvent(flow, flow, ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(),
                    false, false, false, false, false, false, 0, pixels, 0, pixels,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                    null));
        });
        chats.settle();
    }

    @Test
    void aConversationBeginsAtItsEnd() {
        assertEquals(ENTRIES, inSight().getLast());
    }

    @Test
    void theWheelUpwardsPassesEveryEntryOnce() {
        var passed = new TreeSet<>(inSight());
        for (int notch = 0; notch < NOTCHES_MAX && !passed.contains(1L); notch++) {
            turnWheel(NOTCH_PIXELS);
            List<Long> now = inSight();
            assertTrue(now.getLast() >= passed.getFirst(), "jumped from " + passed.getFirst() + " to " + now);
            passed.addAll(now);
        }
        assertEquals(LongStream.rangeClosed(1, ENTRIES).boxed().toList(), List.copyOf(passed));
    }

    @Test
    void whatASwiftWheelReachedStaysInSightWhenOlderEntriesCome() {
        long oldestLoaded = ENTRIES - HeldEntries.PAGE + 1;
        turnWheel(SWIFT_PIXELS);
        chats.settle();
        assertTrue(inSight().contains(oldestLoaded), inSight() + " without " + oldestLoaded);
    }

    @Test
    void theWheelUpAndDownAgainComesBackToTheEnd() {
        for (int notch = 0; notch < NOTCHES_MAX && !inSight().contains(1L); notch++) turnWheel(NOTCH_PIXELS);
        for (int notch = 0; notch < NOTCHES_MAX && !inSight().contains((long) ENTRIES); notch++) {
            turnWheel(-NOTCH_PIXELS);
        }
        assertEquals(ENTRIES, inSight().getLast());
    }

    private void openRoom(String key) {
        TestedScreen.onFx(() -> chats.page().open(key));
        chats.settle();
    }

    @Test
    void whereSomebodyReadsIsKeptWhileAnotherConversationIsOpen() {
        for (int notch = 0; notch < 3; notch++) turnWheel(NOTCH_PIXELS);
        List<Long> before = inSight();
        openRoom("#other");
        openRoom(ShownChats.OPEN);
        assertEquals(before.getFirst(), inSight().getFirst());
        assertTrue(chats.node(Button.class, "to-newest").getParent().isVisible());
        for (int notch = 0; notch < NOTCHES_MAX && !inSight().contains(20L); notch++) turnWheel(NOTCH_PIXELS);
        List<Long> far = inSight();
        openRoom("#other");
        openRoom(ShownChats.OPEN);
        assertEquals(far.getFirst(), inSight().getFirst(), "also where it is not among the newest");
    }

    @Test
    void whereSomebodyReadsIsKeptWhenThePageIsMadeAnewInAnotherLanguage() {
        for (int notch = 0; notch < 3; notch++) turnWheel(NOTCH_PIXELS);
        List<Long> before = inSight();
        chats = chats.anew(WIDTH, HEIGHT);
        assertEquals(before.getFirst(), inSight().getFirst());
    }

    @Test
    void whoLeftAtTheEndComesBackToTheEnd() {
        turnWheel(NOTCH_PIXELS);
        turnWheel(-2 * NOTCH_PIXELS);
        openRoom("#other");
        openRoom(ShownChats.OPEN);
        assertEquals(ENTRIES, inSight().getLast());
    }

    private void write(String text) {
        TestedScreen.onFx(() -> {
            TextArea field = chats.screen().all(TextArea.class).getFirst();
            field.setText(text);
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", KeyCode.ENTER, false,
                    false, false, false));
        });
        chats.settle();
        chats.settle();
    }

    @Test
    void anOwnMessageComesIntoSightFromAFewScreensAbove() {
        for (int notch = 0; notch < 4; notch++) turnWheel(NOTCH_PIXELS);
        write("mine");
        assertEquals(ENTRIES + 1L, inSight().getLast());
    }

    @Test
    void anOwnMessageComesIntoSightFromTheBeginningOfALongConversation() {
        TestedScreen.onFx(() -> {
            for (int lamport = ENTRIES + 1; lamport <= MANY; lamport++) {
                chats.said().text("#class", lamport, Fixture.MAX, "entry " + lamport);
            }
        });
        turnWheel(SWIFT_PIXELS);
        chats.said().changed("#class");
        chats.settle();
        write("mine");
        assertEquals(MANY + 1L, inSight().getLast());
    }

    /// Where an entry's top stands, in pixels below the upper edge.
    private double placeOf(long lamport) {
        return TestedScreen.onFx(() -> {
            VirtualFlow<?> flow = flow();
            for (var cell = flow.getFirstVisibleCell(); cell != null; cell = flow.getVisibleCell(cell.getIndex() + 1)) {
                if (cell.getItem() instanceof TimelineRow.Message message
                        && message.item().position().lamport() == lamport) {
                    return cell.getLayoutY();
                }
            }
            throw new AssertionError(lamport + " is not in sight");
        });
    }

    private void comes(int from, int to) {
        TestedScreen.onFx(() -> {
            for (int lamport = from; lamport <= to; lamport++) {
                chats.said().text("#class", lamport, Fixture.MAX, "entry " + lamport);
            }
            chats.said().changed("#class");
        });
        chats.settle();
        chats.settle();
    }

    /// JDK-8306447: the toolkit's list moves what is in sight when rows come below it.
    @Test
    void thePlaceWhereOneReadsStaysToThePixelWhateverComesBelow() {
        for (int notch = 0; notch < 9; notch++) turnWheel(NOTCH_PIXELS);
        turnWheel(7); // in the middle of a row
        long read = inSight().getFirst();
        double place = placeOf(read);
        for (int i = 1; i <= 20; i++) {
            String tall = "tall\n".repeat(i % 2 == 0 ? 14 : 1); // the toolkit guesses heights by their mean
            TestedScreen.onFx(() -> chats.said()
                    .text("#class", chats.said().items.get("#class").size() + 1,
                            Fixture.MAX, tall));
            chats.said().changed("#class");
            chats.settle();
            chats.settle();
            assertEquals(place, placeOf(read), 1, "after " + i);
        }
        comes(ENTRIES + 21, ENTRIES + 2_000);
        assertEquals(place, placeOf(read), 1, "after a burst");
    }

    /// As JDK-8306447: rows that come above the screen push the ones on it away.
    @Test
    void thePlaceWhereOneReadsStaysToThePixelWhenLateMessagesComeAboveIt() {
        for (int notch = 0; notch < 4; notch++) turnWheel(NOTCH_PIXELS);
        turnWheel(7);
        long read = inSight().getFirst();
        double place = placeOf(read);
        for (int i = 1; i <= 10; i++) {
            long lamport = read - 5 - i;
            TestedScreen.onFx(() -> chats.said().text("#class", lamport, FakeChats.peer(2), "late " + lamport));
            chats.said().changed("#class");
            chats.settle();
            chats.settle();
            assertEquals(place, placeOf(read), 1, "after " + i);
        }
    }

    @Test
    void thePlaceWhereOneReadsStaysWhenTheWindowGetsLowerOrHigher() {
        for (int notch = 0; notch < 4; notch++) turnWheel(NOTCH_PIXELS);
        long read = inSight().getFirst();
        double place = placeOf(read);
        for (int height : List.of(HEIGHT - 100, HEIGHT + 100, HEIGHT)) {
            TestedScreen.onFx(() -> chats.screen().size(WIDTH, height));
            chats.settle();
            chats.settle();
            assertEquals(place, placeOf(read), 1, "at " + height);
        }
    }

    /// A notice above the page makes the page lower: its upper edge comes down, and what one reads stays.
    @Test
    void thePlaceWhereOneReadsStaysInTheWindowWhateverComesAboveThePage() {
        for (int notch = 0; notch < 4; notch++) turnWheel(NOTCH_PIXELS);
        turnWheel(7);
        long read = inSight().getLast();
        double place = placeOf(read);
        for (int above : List.of(60, 150, 20, 0)) {
            TestedScreen.onFx(() -> chats.page().view().resizeRelocate(0, above, WIDTH, HEIGHT - above));
            chats.settle();
            chats.settle();
            assertEquals(place, above + placeOf(read), 1, "below " + above);
        }
    }

    @Test
    void theEndIsFollowedThroughABurstARightClickAndAResizedWindow() {
        TestedScreen.onFx(() -> {
            Node flow = flow();
            flow.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 10, 10, 10, 10, MouseButton.SECONDARY, 1, false,
                    false, false, false, false, false, true, false, false, true, null));
        });
        int came = ENTRIES;
        for (; came < ENTRIES + 2_000; came += 100) comes(came + 1, came + 100);
        assertEquals(came, inSight().getLast());
        TestedScreen.onFx(() -> chats.screen().size(600, 400));
        chats.settle();
        chats.settle();
        assertEquals(came, inSight().getLast());
    }

    /// The toolkit guesses the heights of rows by their mean, and then stopped a row above the end now and then.
    @Test
    void eachNewMessageComesIntoSightHoweverHighItIs() {
        follow(Seed.random("TimelineScrollTest"));
    }

    /// The toolkit stayed above the end here, however often it was asked for it.
    @Test
    void aHighMessageAfterAHighOneComesIntoSight() {
        follow(new Random(40_752_791_415_942L));
    }

    private void follow(Random random) {
        for (int came = ENTRIES + 1; came <= ENTRIES + FOLLOWED; came++) {
            String text = "tall\n".repeat(random.nextInt(4) == 0 ? 1 + random.nextInt(14) : 0) + came;
            long lamport = came;
            TestedScreen.onFx(() -> chats.said().text(ShownChats.OPEN, lamport, Fixture.MAX, text));
            chats.said().changed(ShownChats.OPEN);
            chats.settle();
            assertEquals(lamport, inSight().getLast());
        }
    }

    /// Else all of it would count as read, and most of it was never seen.
    @Test
    void whoComesBackLandsAtTheLineAboveWhatCameMeanwhile() {
        chats.said().unreadFrom.put("#class", FakeChats.position(ENTRIES + 1));
        comes(ENTRIES + 1, ENTRIES + 100);
        TestedScreen.onFx(() -> chats.page().focused(true));
        chats.settle();
        chats.settle();
        assertEquals(ENTRIES + 1L, inSight().getFirst());
    }

    @Test
    void whoComesBackToAFewNewOnesStaysAtTheEnd() {
        comes(ENTRIES + 1, ENTRIES + 2);
        TestedScreen.onFx(() -> chats.page().focused(true));
        chats.settle();
        chats.settle();
        assertEquals(ENTRIES + 2L, inSight().getLast());
    }

    @Test
    void theWayToTheNewestNeedsOneClickAndStandsOverNoMessage() {
        for (int notch = 0; notch < 4; notch++) turnWheel(NOTCH_PIXELS);
        comes(ENTRIES + 1, ENTRIES + 3);
        Button pill = chats.node(Button.class, "to-newest");
        Bounds button = TestedScreen.onFx(() -> pill.localToScene(pill.getLayoutBounds()));
        Bounds timeline = TestedScreen.onFx(() -> flow().localToScene(flow().getLayoutBounds()));
        assertFalse(timeline.intersects(button), timeline + " is covered by " + button);
        TestedScreen.onFx(pill::fire);
        chats.settle();
        chats.settle();
        assertEquals(ENTRIES + 3L, inSight().getLast());
        assertFalse(TestedScreen.onFx(() -> pill.getParent().isVisible()));
    }

    @Test
    void whoOpensAConversationLandsAtTheFirstUnreadEntry() {
        TestedScreen.onFx(() -> {
            chats.said().unreadFrom.put("#class", FakeChats.position(40));
            chats.page().open("#other");
            chats.page().open("#class");
        });
        chats.settle();
        chats.settle();
        assertEquals(40, inSight().getFirst());
        assertTrue(chats.said().read.isEmpty(), "nothing stood there for half a second");
    }

    @Test
    void whatTheSearchFoundComesIntoSightBelowATallMessage() {
        TestedScreen.onFx(() -> {
            chats.said().text("#class", 19, Fixture.MAX, "tall\n".repeat(14));
            chats.said().text("#class", 20, Fixture.MAX, "needle");
        });
        TestedScreen.onFx(() -> {
            chats.page().act(Shortcut.SEARCH);
            TextField words = (TextField) chats.page().view().lookup("#search-words");
            words.setText("needle");
        });
        chats.settle();
        TestedScreen.onFx(() -> ((Button) chats.page().view().lookup("#search-older")).fire());
        chats.settle();
        chats.settle();
        assertTrue(inSight().contains(20L), inSight() + " without 20");
    }

    @Test
    void inALongRunTheAuthorAndTheDayStayInSight() {
        for (int notch = 0; notch < 4; notch++) turnWheel(NOTCH_PIXELS);
        String top = TestedScreen.onFx(() -> ((Label) chats.page().view().lookup("#timeline-top")).getText());
        assertEquals("\u200EMax\u200E · Today", top);
    }
}
