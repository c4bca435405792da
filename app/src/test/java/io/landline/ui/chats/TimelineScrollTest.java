package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

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

    private Fixture fixture;
    private ChatsPage page;
    private TestedScreen screen;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        TestedScreen.onFx(() -> {
            fixture = new Fixture(FxThread.ofToolkit(), Language.ENGLISH);
            fixture.chats.room("class", true, 0);
            for (int lamport = 1; lamport <= ENTRIES; lamport++) {
                fixture.chats.text("#class", lamport, Fixture.MAX,
                        lamport % 5 == 0 ? "two\nlines " + lamport : "entry " + lamport);
            }
            page = new ChatsPage(fixture.chatsContext(FakeChats.START));
            screen = new TestedScreen(page.view(), WIDTH, HEIGHT);
            page.shown();
            page.open("#class");
        });
        settle();
    }

    @AfterEach
    void close() {
        TestedScreen.onFx(() -> page.close());
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        TestedScreen.onFx(screen::settle);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) screen.all(ListView.class)
                .stream()
                .filter(each -> "timeline".equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .lookup(".virtual-flow");
    }

    private List<Long> inSight() {
        return TestedScreen.onFx(() -> {
            var seen = new ArrayList<Long>();
            VirtualFlow<?> flow = flow();
            Bounds sight = flow.getLayoutBounds();
            for (var cell = flow.getFirstVisibleCell(); cell != null; cell = flow.getVisibleCell(cell.getIndex() + 1)) {
                boolean isWhole = cell.getLayoutY() >= 0 && cell.getLayoutY() + cell.getHeight() <= sight.getHeight();
                if (isWhole && cell.getItem() instanceof TimelineRow.Entry entry) {
                    seen.add(entry.item().position().lamport());
                }
            }
            return seen;
        });
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
        settle();
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
        settle();
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

    private void write(String text) {
        TestedScreen.onFx(() -> {
            TextArea field = screen.all(TextArea.class).getFirst();
            field.setText(text);
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", KeyCode.ENTER, false,
                    false, false, false));
        });
        settle();
        settle();
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
                fixture.chats.text("#class", lamport, Fixture.MAX, "entry " + lamport);
            }
        });
        turnWheel(SWIFT_PIXELS);
        fixture.chats.changed("#class");
        settle();
        write("mine");
        assertEquals(MANY + 1L, inSight().getLast());
    }
}
