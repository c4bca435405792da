package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Choices;
import io.landline.ui.chats.list.ListRowCell;
import io.landline.ui.page.TestedScreen;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A conversation in which an unread message mentions this user, in the list of conversations.
class MentionInListTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Conversation room(int unread, int calls, Choice... choices) {
        return new Conversation("#class", Kind.ROOM, "class", null, true, unread, calls,
                new Choices(Set.of(choices), null), null);
    }

    /// @param badges at the end of the row
    /// @param spoken what a screen reader says of it
    private record Shown(Set<String> badges, String spoken) {}

    private static Shown shown(Conversation of) {
        return TestedScreen.onFx(() -> {
            var fixture = new Fixture();
            fixture.chats.add(of);
            try (var page = new ChatsPage(fixture.chatsContext(FakeChats.START), fixture.memory)) {
                var screen = new TestedScreen(page.view(), 1_000, 700);
                page.shown();
                screen.settle();
                ListRowCell row = screen.all(ListRowCell.class)
                        .stream()
                        .filter(each -> each.getAccessibleText() != null)
                        .filter(each -> each.getAccessibleText().contains("class"))
                        .findFirst()
                        .orElseThrow();
                Set<String> badges = row.lookupAll(".chats-badge")
                        .stream()
                        .map(Labeled.class::cast)
                        .filter(Labeled::isVisible)
                        .map(Labeled::getText)
                        .collect(Collectors.toSet());
                return new Shown(badges, row.getAccessibleText());
            }
        });
    }

    @Test
    void anAtSignStandsBesideTheNumberWhateverWasChosenForTheRoom() {
        assertEquals(Set.of("@", "7"), shown(room(7, 2)).badges());
        assertEquals(Set.of("@", "7"), shown(room(7, 2, Choice.MUTED)).badges());
        assertEquals(Set.of("@", "7"), shown(room(7, 2, Choice.MENTIONS_ONLY)).badges());
        assertEquals(Set.of("7"), shown(room(7, 0)).badges());
        assertEquals(Set.of(), shown(room(0, 0)).badges());
    }

    @Test
    void aScreenReaderSaysItToo() {
        String two = shown(room(7, 2)).spoken();
        assertTrue(two.endsWith("7 new messages. 2 mention you"), two);
        String one = shown(room(1, 1)).spoken();
        assertTrue(one.endsWith("One new message. One mentions you"), one);
        String none = shown(room(7, 0)).spoken();
        assertFalse(none.contains("mention"), none);
    }
}
