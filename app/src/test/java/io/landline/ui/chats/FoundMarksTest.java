package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.chats.search.SearchPane;
import io.landline.ui.chats.search.SearchViewModel;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.text.SearchTerms;
import java.util.List;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a search marks in the messages that it lists.
class FoundMarksTest {
    private static final String FOUND = "the long line";

    private final Fixture fixture = new Fixture();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void theMarksAreThoseOfTheWordsTypedNowThoughTheMessageStays() {
        fixture.chats.room("class", true, 0);
        fixture.chats.text("#class", 1, Fixture.MAX, FOUND);
        TestedScreen.onFx(() -> {
            try (var model = new SearchViewModel(fixture.context)) {
                var pane = new SearchPane(fixture.chatsContext(FakeChats.START), model, _ -> {}, () -> {});
                var screen = new TestedScreen(pane, 500, 400);
                model.open("#class");
                for (String typed : List.of("l", "li", "lin", "line", "long")) {
                    model.words().set(typed);
                    screen.settle();
                    assertEquals(marks(expected(screen, typed)), marks(only(screen)), typed);
                }
            }
        });
    }

    private static MessageText only(TestedScreen screen) {
        return screen.all(MessageText.class).getFirst();
    }

    /// The same text as it is shown to somebody who typed nothing before.
    private static MessageText expected(TestedScreen screen, String typed) {
        MessageText shown = only(screen);
        var fresh = new MessageText();
        fresh.show(SearchTerms.of(typed).excerpt(FOUND, 2 * FOUND.length(), 2 * FOUND.length()));
        var other = new TestedScreen(fresh, shown.getWidth(), shown.getHeight());
        other.settle();
        return fresh;
    }

    private static List<Double> marks(MessageText text) {
        return text.lookupAll(".message-hit")
                .stream()
                .map(Path.class::cast)
                .filter(each -> !each.getElements().isEmpty())
                .map(each -> each.getLayoutBounds().getWidth())
                .toList();
    }
}
