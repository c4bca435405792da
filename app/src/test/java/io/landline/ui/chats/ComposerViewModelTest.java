package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.EntryText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
    private final Fixture fixture = new Fixture();
    private final ComposerViewModel model = new ComposerViewModel(fixture.context);

    ComposerViewModelTest() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        model.open("#class");
    }

    @Test
    void whatIsSentLeavesTheField() {
        model.text().set("hello");
        model.send();
        assertEquals(List.of("hello"), fixture.chats.said);
        assertEquals("", model.text().get());
    }

    @Test
    void blankTextIsNotSent() {
        model.text().set(" \n ");
        assertFalse(model.sendable().get());
        model.send();
        assertTrue(fixture.chats.said.isEmpty());
    }

    @Test
    void textOfExactlyTheLimitIsSentAndOneByteMoreIsNot() {
        model.text().set("é".repeat(EntryText.MAX_BYTES / 2));
        assertTrue(model.sendable().get());
        model.text().set("é".repeat(EntryText.MAX_BYTES / 2) + "x");
        assertFalse(model.sendable().get());
        assertEquals(EntryText.MAX_BYTES + 1, model.bytes().get());
    }

    @Test
    void halfACharacterIsNotSent() {
        model.text().set("a\uD83D");
        assertFalse(model.sendable().get());
    }

    @Test
    void aFailedTextComesBackAndSaysWhy() {
        fixture.chats.diskFull = true;
        model.text().set("hello");
        model.send();
        assertEquals("hello", model.text().get());
        assertEquals(1, fixture.problems.size());
    }

    @Test
    void eachConversationKeepsItsDraft() {
        model.text().set("half a sen");
        model.open("#other");
        assertEquals("", model.text().get());
        model.text().set("another");
        model.open("#class");
        assertEquals("half a sen", model.text().get());
        model.open("#other");
        assertEquals("another", model.text().get());
    }

    @Test
    void theDraftThatWasLeftLongestAgoGoesFirst() {
        for (int i = 0; i <= ComposerViewModel.DRAFTS_MAX; i++) {
            model.open("#room" + i);
            model.text().set("draft " + i);
        }
        model.open("#class");
        model.open("#room0");
        assertEquals("", model.text().get());
        model.open("#room1");
        assertEquals("draft 1", model.text().get());
    }

    @Test
    void filesAreOfferedInTheOpenConversation() {
        model.offer(List.of(Path.of("a.txt")));
        assertEquals(List.of(List.of(Path.of("a.txt"))), fixture.chats.sent);
    }

    @Test
    void noFilesAreNoOffer() {
        model.offer(List.of());
        assertTrue(fixture.chats.sent.isEmpty());
    }
}
