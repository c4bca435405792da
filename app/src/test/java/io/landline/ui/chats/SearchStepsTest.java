package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.TimelinePosition;
import io.landline.ui.chats.search.SearchViewModel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Enter in the field of a search, before the answer to what was typed is here.
class SearchStepsTest {
    private final Fixture fixture = new Fixture();
    private ChatsViewModel model;
    private SearchViewModel search;
    private @Nullable TimelinePosition wentTo;

    @BeforeEach
    void find() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        for (int i = 1; i <= 3; i++) fixture.chats.text("#class", i, Fixture.MAX, "cable " + i);
        model = fixture.freshPage();
        model.open("#class");
        search = model.search();
        search.words().set("cable");
    }

    @AfterEach
    void close() {
        model.close();
    }

    private void typeAndStepBack(String words) {
        fixture.chats.searching = () -> {
            var found = search.step(-1);
            wentTo = found == null ? null : found.position();
        };
        search.words().set(words);
    }

    @Test
    void aStepBeforeTheAnswerLeadsToNothingThatWasFoundBefore() {
        typeAndStepBack("cable 3");
        assertNull(wentTo);
        assertEquals(SearchViewModel.NONE, search.current().get());
        assertEquals(1, search.found().size());
    }

    @Test
    void afterSuchAStepAnotherConversationOpens() {
        typeAndStepBack("cable 3");
        model.open("#other");
        assertEquals("#other", Objects.requireNonNull(model.head().get()).key());
    }
}
