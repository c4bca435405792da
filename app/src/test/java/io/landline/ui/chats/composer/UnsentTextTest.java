package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.ChatsMemory;
import io.landline.ui.chats.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What was begun in the field and is not lost: by a disk that is full, or by the end of Landline.
class UnsentTextTest {
    private final Fixture fixture = new Fixture();
    private final Drafts drafts = fixture.memory.drafts();
    private final List<String> sent = new ArrayList<>();
    private final ComposerViewModel model = new ComposerViewModel(fixture.context, drafts, fixture.memory.topics(),
            sent::add);

    UnsentTextTest() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        model.open("#class");
    }

    private TimelineItem.Text said(long lamport, Fingerprint author, String text) {
        return fixture.chats.text("#class", lamport, author, text);
    }

    @Test
    void theNoticeThatNothingWasSentGoesOnceSomethingIs() {
        fixture.chats.diskFull = true;
        var back = new ArrayList<String>();
        model.whenTextCameBack(() -> back.add(model.text().get()));
        model.text().set("hello");
        model.send();
        assertEquals(1, fixture.window.told.size());
        assertEquals(List.of("hello"), back, "the caret goes behind it");
        fixture.window.over.clear();
        fixture.chats.diskFull = false;
        model.send();
        assertEquals(1, fixture.window.over.size(), "it was sent");
    }

    private void refuse() {
        fixture.chats.diskFull = true;
    }

    private void takeAgain() {
        fixture.chats.diskFull = false;
        model.send();
    }

    @Test
    void anAnswerThatCouldNotBeSentIsStillOne() {
        model.reply(said(3, Fixture.MAX, "when?"));
        model.text().set("at noon");
        refuse();
        model.send();
        assertEquals("at noon", model.text().get());
        takeAgain();
        assertEquals(List.of("reply 3 at noon"), fixture.chats.acts.done);
    }

    @Test
    void aChangeThatCouldNotBeSentIsStillOne() {
        model.text().set("draft");
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        refuse();
        model.send();
        assertTrue(model.isEditing());
        assertEquals("hello", model.text().get());
        takeAgain();
        assertEquals(List.of("edit 3 hello"), fixture.chats.acts.done);
        assertEquals("draft", model.text().get());
    }

    @Test
    void bothAreStillThatWhereAnotherConversationWasOpenedMeanwhile() {
        model.reply(said(3, Fixture.MAX, "when?"));
        model.text().set("at noon");
        refuse();
        fixture.window.hold();
        model.send();
        model.open("#other");
        fixture.window.goOn();
        assertEquals("", model.text().get());
        model.open("#class");
        takeAgain();
        assertEquals(List.of("reply 3 at noon"), fixture.chats.acts.done);

        model.edit(said(4, Fixture.SELF, "helo"));
        model.text().set("hello");
        refuse();
        fixture.window.hold();
        model.send();
        model.open("#other");
        fixture.window.goOn();
        model.open("#class");
        takeAgain();
        assertEquals(List.of("reply 3 at noon", "edit 4 hello"), fixture.chats.acts.done);
    }

    @Test
    void whereSomethingElseIsAnsweredMeanwhileTheTextIsADraft() {
        model.reply(said(3, Fixture.MAX, "when?"));
        model.text().set("at noon");
        refuse();
        fixture.window.hold();
        model.send();
        model.reply(said(4, Fixture.MAX, "where?"));
        fixture.window.goOn();
        assertEquals("at noon", model.text().get());
        takeAgain();
        assertEquals(List.of("reply 4 at noon"), fixture.chats.acts.done);
    }

    @Test
    void whereTheMessageIsGoneTheTextIsANewOne() {
        fixture.chats.acts.gone.add(said(3, Fixture.MAX, "when?").id());
        model.reply((TimelineItem.Text) fixture.chats.items("#class").getFirst());
        model.text().set("at noon");
        model.send();
        assertNull(model.topic().get());
        model.send();
        assertEquals(List.of("at noon"), fixture.chats.said);
    }

    /// As after a start: nothing is known but what the node kept.
    private ComposerViewModel restarted() {
        drafts.flush();
        var memory = ChatsMemory.of(fixture.chats, fixture.context.background());
        var next = new ComposerViewModel(fixture.context, memory.drafts(), memory.topics(), sent::add);
        memory.drafts().load();
        return next;
    }

    @Test
    void aChangeUnderWayIsStillOneAfterARestart() {
        TimelineItem.Text said = said(3, Fixture.SELF, "helo");
        model.text().set("draft");
        model.edit(said);
        model.text().set("hello");
        try (ComposerViewModel next = restarted()) {
            next.open("#class");
            assertEquals("hello", next.text().get());
            assertTrue(next.isEditing());
            next.send();
            assertEquals(List.of("edit 3 hello"), fixture.chats.acts.done);
            assertEquals("draft", next.text().get());
            next.open("#other");
            next.open("#class");
            assertFalse(next.isEditing(), "it was sent");
        }
    }

    @Test
    void aChangeThatIsLoadedAfterItsConversationWasOpenedGoesOn() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        drafts.flush();
        var memory = ChatsMemory.of(fixture.chats, fixture.context.background());
        try (var next = new ComposerViewModel(fixture.context, memory.drafts(), memory.topics(), sent::add)) {
            next.open("#class");
            memory.drafts().load();
            assertTrue(next.isEditing());
            assertEquals("hello", next.text().get());
            assertTrue(next.cancel());
            assertEquals("", next.text().get());
            memory.drafts().flush();
            assertEquals(Map.of(), fixture.chats.drafts());
        }
    }

    @Test
    void aChangeOfAMessageThatIsGoneIsADraftAfterARestart() {
        model.text().set("draft");
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        fixture.chats.items("#class").clear();
        try (ComposerViewModel next = restarted()) {
            next.open("#class");
            assertFalse(next.isEditing());
            assertEquals("hello\ndraft", next.text().get());
        }
    }
}
