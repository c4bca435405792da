package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Chats;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.composer.ComposerTopic;
import io.landline.ui.chats.composer.PasteViewModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was begun is there again: in another conversation and back, and on the page made anew in another language.
class ChatsMemoryTest {
    private static final Path FILE = Path.of("/home/me/a.pdf");
    private final Fixture fixture = new Fixture();
    private ChatsViewModel chats = opened();

    private ChatsViewModel opened() {
        return new ChatsViewModel(fixture.context, Fixture.times(), fixture.memory);
    }

    @BeforeEach
    void openARoom() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        chats.refresh();
        chats.open("#class");
    }

    private void makeAnew() {
        chats.close();
        chats = opened();
        chats.open("#class");
    }

    private void thereAndBack() {
        chats.open("#other");
        assertNull(chats.composer().topic().get(), "that is another conversation");
        chats.open("#class");
    }

    private TimelineItem.Text mine(String text) {
        return fixture.chats.text("#class", 3, Fixture.SELF, text);
    }

    @Test
    void filesThatWaitAreThereOnThePageMadeAnew() {
        chats.paste().files(List.of(FILE));
        makeAnew();
        assertEquals(List.of(new PasteViewModel.Pasted.PastedFile(FILE)), chats.paste().pasted().get());
        chats.paste().offer();
        assertEquals(List.of("#class [" + FILE + "]"), fixture.chats.offered);
        makeAnew();
        assertTrue(chats.paste().isEmpty(), "offered once");
    }

    @Test
    void filesThatCouldNotBeOfferedAreShownOnThePageMadeAnewMeanwhile() {
        fixture.memory.pasted().bringBack("#class", List.of(new PasteViewModel.Pasted.PastedFile(FILE)));
        assertFalse(chats.paste().isEmpty());
        PasteViewModel before = chats.paste();
        makeAnew();
        chats.paste().discard();
        assertFalse(before.isEmpty(), "a page that is gone hears nothing any more");
    }

    @Test
    void anAnswerIsStillOneAfterALookIntoAnotherConversation() {
        chats.composer().reply(fixture.chats.text("#class", 3, Fixture.MAX, "Tea?"));
        chats.composer().text().set("Yes");
        thereAndBack();
        assertInstanceOf(ComposerTopic.Reply.class, chats.composer().topic().get());
        makeAnew();
        chats.composer().send();
        assertEquals(List.of("reply 3 Yes"), fixture.chats.acts.done);
    }

    /// The node keeps it with the room, and gives it back with it.
    @Test
    void theDraftIsThereAgainWhereARoomThatWasLeftIsTakenBack() {
        chats.composer().text().set("draft");
        List<Chats.Conversation> all = List.copyOf(fixture.chats.conversations);
        fixture.memory.drafts().flush();
        fixture.chats.drafts.clear();
        fixture.chats.conversations.clear();
        chats.refresh();
        assertEquals("", chats.composer().text().get());
        fixture.chats.conversations.addAll(all);
        fixture.chats.drafts.put("#class", "draft");
        chats.refresh();
        assertEquals("draft", chats.composer().text().get());
    }

    @Test
    void aChangedMessageIsStillBeingChangedAndTheDraftComesBack() {
        chats.composer().text().set("draft");
        chats.composer().edit(mine("helo"));
        chats.composer().text().set("hello");
        thereAndBack();
        assertEquals("hello", chats.composer().text().get());
        makeAnew();
        assertEquals("hello", chats.composer().text().get());
        assertEquals("draft", fixture.memory.drafts().of("#class"));
        chats.composer().send();
        assertEquals(List.of("edit 3 hello"), fixture.chats.acts.done);
        assertEquals("draft", chats.composer().text().get());
        thereAndBack();
        assertEquals("draft", chats.composer().text().get());
        assertNull(chats.composer().topic().get());
    }

    @Test
    void whatWasBegunInARoomGoesWithTheRoom() {
        chats.composer().reply(fixture.chats.text("#class", 3, Fixture.MAX, "Tea?"));
        chats.paste().files(List.of(FILE));
        chats.open("#other");
        fixture.chats.conversations.removeIf(each -> each.key().equals("#class"));
        chats.refresh();
        assertEquals(List.of(), fixture.memory.pasted().in("#class"));
        assertNull(fixture.memory.topics().take("#class"));
    }
}
