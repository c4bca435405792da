package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A button below the messages leads to what came late, far above.
class LateEntriesScreenTest {
    private static final int ENTRIES = 300;
    private static final List<TimelinePosition> LATE = LongStream.rangeClosed(20, 22)
            .mapToObj(i -> new TimelinePosition(i, FakeChats.peer(2), i, 1))
            .toList();
    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        chats = ShownChats.of(1_000, 700, said -> {
            for (int i = 1; i <= ENTRIES; i++) said.text(ShownChats.OPEN, i, Fixture.MAX, "entry " + i);
        });
        TestedScreen.onFx(() -> {
            for (int i = 20; i <= 22; i++) chats.said().text(ShownChats.OPEN, i, FakeChats.peer(2), "late " + i);
            chats.said().late.put(ShownChats.OPEN, LATE);
            chats.said().changed(ShownChats.OPEN);
        });
        chats.settle();
        chats.settle();
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private Button button(String id) {
        return chats.node(Button.class, id);
    }

    private boolean isShown(String id) {
        return TestedScreen
                .onFx(() -> chats.screen().all(Button.class).stream().anyMatch(each -> id.equals(each.getId())));
    }

    @Test
    void theButtonSaysHowManyAndLeadsThere() {
        assertEquals("3 came late", button("to-late").getText());
        assertTrue(isShown("to-late"));
        assertFalse(isShown("to-newest"), "the end is in sight");
        assertEquals(FakeChats.position(ENTRIES), chats.inSight().getLast());
        TestedScreen.onFx(() -> button("to-late").fire());
        chats.settle();
        chats.settle();
        assertTrue(chats.inSight().containsAll(LATE));
        assertFalse(isShown("to-late"), "all three are in sight");
        assertTrue(isShown("to-newest"));
    }

    @Test
    void whoDoesNotWantThemReadsThemAll() {
        TestedScreen.onFx(() -> button("drop-late").fire());
        chats.settle();
        assertFalse(isShown("to-late"));
        assertEquals(List.of(), chats.said().unseen);
        assertEquals(FakeChats.position(ENTRIES), chats.inSight().getLast());
    }
}
