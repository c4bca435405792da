package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.WarningCode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the window says above any page while another program holds the history.
class HeldHistoryNoticeTest {
    private final FakeWindow window = new FakeWindow();
    private final EventNotices notices = new EventNotices(Texts.beside(EventNotices.class, Language.ENGLISH), window,
            window, _ -> {}, _ -> false, () -> Duration.ZERO);

    @Test
    void itGoesAwayOnceTheHistoryIsFree() {
        notices.take(new Warning(WarningCode.HISTORY_HELD, "in English"), Instant.EPOCH);
        assertEquals(List.of(), window.over);
        notices.take(new Warning(WarningCode.HISTORY_FREE, "in English"), Instant.EPOCH);
        assertEquals(List.of(WarningCode.HISTORY_HELD), window.over);
        assertEquals(
                List.of("problem: Another program holds the history, so nothing can be kept now. Landline tries again;"
                        + " close that program, or wait until it is done.",
                        "news: The history is free again: messages are kept as before."),
                window.told);
    }

    /// It was asked too whether the disk is full, once the first write was given up.
    @Test
    void aWriteThatIsGivenUpMeanwhileAsksForNoDisk() {
        notices.take(new Warning(WarningCode.HISTORY_HELD, "in English"), Instant.EPOCH);
        notices.take(new Failure(FailureCode.STORAGE, "in English"), Instant.EPOCH);
        assertEquals(1, window.told.size(), window.told::toString);
        notices.take(new Warning(WarningCode.HISTORY_FREE, "in English"), Instant.EPOCH);
        notices.take(new Failure(FailureCode.STORAGE, "in English"), Instant.EPOCH);
        assertTrue(window.told.getLast().startsWith("problem: The history cannot be written"), window.told::toString);
    }
}
