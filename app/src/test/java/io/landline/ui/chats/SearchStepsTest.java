package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
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

    @Test
    void aFoundMessageThatIsDeletedGoesAndTheChosenOneStaysChosen() {
        search.step(1);
        search.step(1);
        assertEquals(FakeChats.position(2), search.found().get(search.current().get()).position());
        remove(3);
        assertEquals(2, search.found().size());
        assertEquals(FakeChats.position(2), search.found().get(search.current().get()).position());
        assertEquals(FakeChats.position(2), model.marks().get().current());
        remove(2);
        assertEquals(SearchViewModel.NONE, search.current().get(), "it is gone");
        assertEquals(FakeChats.position(1), Objects.requireNonNull(search.step(1)).position());
    }

    @Test
    void aFoundMessageThatIsChangedHasItsNewWords() {
        fixture.chats.text("#class", 2, Fixture.MAX, "cable of copper");
        fixture.chats.changed("#class");
        assertEquals("cable of copper", ((TimelineItem.Text) search.found().get(1)).text());
        int asked = fixture.chats.history.sought.size();
        fixture.chats.changed("#other");
        assertEquals(asked, fixture.chats.history.sought.size(), "it is not searched");
    }

    private void remove(long lamport) {
        fixture.chats.items("#class").removeIf(each -> each.position().lamport() == lamport);
        fixture.chats.changed("#class");
    }
}
