package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import java.time.Duration;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A window that stays open over night, with nothing new in it.
class PastMidnightTest {
    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        chats = ShownChats.of(800, 600, said -> {
            for (int lamport = 1; lamport <= 60; lamport++) {
                said.text(ShownChats.OPEN, lamport, Fixture.MAX, "entry " + lamport);
            }
        });
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private String top() {
        return TestedScreen.onFx(() -> ((Label) chats.page().view().lookup("#timeline-top")).getText());
    }

    @Test
    void theLineAboveTheMessagesNamesTheirDayByTheNewOne() {
        assertEquals("\u200EMax\u200E · Today", top());
        TestedScreen.onFx(() -> {
            chats.fixture().now = chats.fixture().now.plus(Duration.ofDays(1));
            chats.fixture().context.time().passed();
        });
        chats.settle();
        assertEquals("\u200EMax\u200E · Yesterday", top());
    }
}
