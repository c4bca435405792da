package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.KeptDraft;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.chats.Fixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A message that goes while its author is changing it.
class ChangedMessageTest {
    private final Fixture fixture = new Fixture();
    private final Drafts drafts = fixture.memory.drafts();
    private final ComposerViewModel model = new ComposerViewModel(fixture.context, drafts, fixture.memory.topics(),
            _ -> {});

    ChangedMessageTest() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        model.open("#class");
    }

    private TimelineItem.Text said(long lamport, Fingerprint author, String text) {
        return fixture.chats.text("#class", lamport, author, text);
    }

    private Map<String, KeptDraft> all() {
        drafts.flush();
        return fixture.chats.drafts();
    }

    private static final String GONE = "The message that you were editing is gone. What you wrote is a new message"
            + " now, and is not sent yet.";

    /// Deleted elsewhere, or not kept any longer.
    private void deleteAll() {
        fixture.chats.items("#class").clear();
        model.conversationChanged("#class");
    }

    @Test
    void whatWasWrittenForADeletedMessageIsANewOne() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        deleteAll();
        assertNull(model.topic().get());
        assertEquals("hello", model.text().get());
        assertEquals(GONE, model.gone().get());
        assertEquals(Map.of("#class", new KeptDraft("hello", null)), all());
        model.send();
        assertEquals(List.of("hello"), fixture.chats.said);
        assertEquals(List.of(), fixture.chats.acts.done);
        assertEquals("", model.gone().get());
        assertEquals(Map.of(), all());
    }

    @Test
    void whatWasTypedBeforeTheChangeStandsBelowIt() {
        model.text().set("draft");
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        deleteAll();
        assertEquals("hello\ndraft", model.text().get());
        assertEquals(Map.of("#class", new KeptDraft("hello\ndraft", null)), all());
    }

    /// What was deleted is nowhere in the profile, so it is no draft either.
    @Test
    void aDeletedMessageThatWasNotChangedYetLeavesTheField() {
        model.text().set("draft");
        model.edit(said(3, Fixture.SELF, "helo"));
        deleteAll();
        assertEquals("draft", model.text().get());
        assertEquals("The message that you were editing is gone.", model.gone().get());
        assertEquals(Map.of("#class", new KeptDraft("draft", null)), all());
        assertTrue(model.cancel(), "Escape takes the sentence away");
        assertEquals("", model.gone().get());
        assertEquals("draft", model.text().get());
    }

    @Test
    void anAnswerThatWaitedForTheChangeIsStillOne() {
        model.reply(said(2, Fixture.MAX, "Tea?"));
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        fixture.chats.items("#class").removeLast();
        model.conversationChanged("#class");
        assertInstanceOf(ComposerTopic.Reply.class, model.topic().get());
        assertEquals("hello", model.text().get());
    }

    @Test
    void aMessageThatIsDeletedWhileAnotherConversationIsOpenIsMissedOnComingBack() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        model.open("#other");
        deleteAll();
        assertEquals("", model.text().get());
        assertEquals("", model.gone().get());
        model.open("#class");
        assertNull(model.topic().get());
        assertEquals("hello", model.text().get());
        assertEquals(GONE, model.gone().get());
        model.open("#other");
        assertEquals("", model.gone().get());
    }

    @Test
    void aMessageThatWasDeletedBeforeTheNextStartLeavesItsNewText() {
        fixture.chats.drafts.put("#class", "draft");
        fixture.chats.changes.put("#class", new KeptDraft.Change(new EntryId(0, 3), "hello"));
        drafts.load();
        assertNull(model.topic().get());
        assertEquals("hello\ndraft", model.text().get());
        assertEquals(GONE, model.gone().get());
        assertEquals(Map.of("#class", new KeptDraft("hello\ndraft", null)), all());
    }

    @Test
    void otherNewsChangeNothingForAMessageThatIsStillThere() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        said(4, Fixture.MAX, "Hi");
        model.conversationChanged("#class");
        assertTrue(model.isEditing());
        assertEquals("", model.gone().get());
    }

    @Test
    void theSentenceGoesWithTheTextThatItIsAbout() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        deleteAll();
        model.text().set("hello you");
        assertEquals(GONE, model.gone().get());
        model.text().set("");
        assertEquals("", model.gone().get());
    }
}
