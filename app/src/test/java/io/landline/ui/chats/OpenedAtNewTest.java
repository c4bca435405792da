package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who clicks on a notification sees what it was about, also where the conversation is open and they read far above.
class OpenedAtNewTest {
    private static final int ENTRIES = 60;
    private static final int NOTCHES = 20;
    private static final double NOTCH_PIXELS = 40;
    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void readFarAbove() {
        chats = ShownChats.of(1_000, 700, said -> {
            for (int lamport = 1; lamport <= ENTRIES; lamport++) {
                said.text(ShownChats.OPEN, lamport, Fixture.MAX, "entry " + lamport);
            }
        });
        for (int notch = 0; notch < NOTCHES; notch++) {
            TestedScreen.onFx(() -> timeline().lookup(".virtual-flow")
                    .fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false,
                            false, 0, NOTCH_PIXELS, 0, NOTCH_PIXELS, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                            ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
            chats.settle();
        }
        assertTrue(inSight().getLast() < ENTRIES);
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private ListView<?> timeline() {
        return chats.node(ListView.class, "timeline");
    }

    private List<Long> inSight() {
        return chats.timesInSight();
    }

    private void clickAfter(int entriesThatCome) {
        TestedScreen.onFx(() -> chats.page().focused(false));
        for (int lamport = ENTRIES + 1; lamport <= ENTRIES + entriesThatCome; lamport++) {
            chats.said().text(ShownChats.OPEN, lamport, Fixture.MAX, "entry " + lamport);
        }
        chats.said().unreadFrom.put(ShownChats.OPEN, FakeChats.position(ENTRIES + 1));
        TestedScreen.onFx(() -> chats.said().changed(ShownChats.OPEN));
        chats.settle();
        TestedScreen.onFx(() -> {
            chats.page().openAtNew(ShownChats.OPEN);
            chats.page().focused(true);
        });
        chats.settle();
        chats.settle();
    }

    @Test
    void oneNewMessageIsInSight() {
        clickAfter(1);
        assertEquals(ENTRIES + 1L, inSight().getLast());
    }

    @Test
    void ofABurstTheFirstIsInSight() {
        clickAfter(500);
        assertEquals(ENTRIES + 1L, inSight().getFirst());
    }

    @Test
    void whereNothingIsNewAnyMoreOneReadsOn() {
        List<Long> before = inSight();
        TestedScreen.onFx(() -> chats.page().openAtNew(ShownChats.OPEN));
        chats.settle();
        assertEquals(before, inSight());
    }

    @Test
    void theDayIsInSightWhereTheLineAboveWhatIsNewStandsUppermost() {
        clickAfter(ENTRIES);
        assertEquals(ENTRIES + 1L, inSight().getFirst());
        String top = TestedScreen.onFx(() -> ((Label) chats.page().view().lookup("#timeline-top")).getText());
        assertEquals("\u200EMax\u200E · Today", top);
    }
}
