package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.EntryText;
import io.landline.chat.KeptDraft;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.chats.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerViewModelTest {
    private final Fixture fixture = new Fixture();
    private final Drafts drafts = fixture.memory.drafts();
    private final ComposerTopics topics = fixture.memory.topics();
    private final List<String> sent = new ArrayList<>();
    private final ComposerViewModel model = new ComposerViewModel(fixture.context, drafts, topics, sent::add);

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

    /// An answer looks for what it answers first, and takes longer than what is sent after it.
    @Test
    void whatIsSentFirstIsWrittenFirst() {
        fixture.window.hold();
        for (String each : List.of("one", "two", "three")) {
            model.text().set(each);
            model.send();
        }
        fixture.window.goOnLastFirst();
        assertEquals(List.of("one", "two", "three"), fixture.chats.said);
    }

    private TimelineItem.Text said(long lamport, Fingerprint author, String text) {
        return fixture.chats.text("#class", lamport, author, text);
    }

    @Test
    void anAnswerIsSentAsOneAndTheNextMessageIsNone() {
        model.reply(said(3, Fixture.MAX, "Tea?"));
        model.text().set("Yes");
        model.send();
        assertEquals(List.of("reply 3 Yes"), fixture.chats.acts.done);
        assertNull(model.topic().get());
        model.text().set("more");
        model.send();
        assertEquals(List.of("more"), fixture.chats.said);
    }

    @Test
    void anEditGivesTheDraftBackWhetherItIsSentOrCancelled() {
        model.text().set("draft");
        model.edit(said(3, Fixture.SELF, "helo"));
        assertEquals("helo", model.text().get());
        model.text().set("hello");
        assertEquals("draft", drafts.of("#class"), "an edit is no draft");
        model.send();
        assertEquals(List.of("edit 3 hello"), fixture.chats.acts.done);
        assertEquals("draft", model.text().get());
        model.edit(said(4, Fixture.SELF, "other"));
        assertTrue(model.cancel());
        assertEquals("draft", model.text().get());
        assertFalse(model.cancel());
    }

    @Test
    void anAnswerIsStillOneAfterAnEdit() {
        model.reply(said(2, Fixture.MAX, "Tea?"));
        model.text().set("Yes");
        model.edit(said(3, Fixture.SELF, "helo"));
        model.cancel();
        assertEquals("Yes", model.text().get());
        assertInstanceOf(ComposerTopic.Reply.class, model.topic().get());
        model.edit(said(3, Fixture.SELF, "helo"));
        model.edit(said(4, Fixture.SELF, "other"));
        model.open("#other");
        assertNull(model.topic().get());
        model.open("#class");
        model.text().set("another");
        model.send();
        model.send();
        assertEquals(List.of("edit 4 another", "reply 2 Yes"), fixture.chats.acts.done);
        assertNull(model.topic().get());
    }

    @Test
    void anEditThatChangesNothingIsNotSent() {
        model.edit(said(3, Fixture.SELF, "same"));
        model.send();
        assertTrue(fixture.chats.acts.done.isEmpty());
        assertNull(model.topic().get());
    }

    @Test
    void anEditStaysInItsConversation() {
        model.text().set("draft");
        model.edit(said(3, Fixture.SELF, "helo"));
        model.open("#other");
        assertEquals("", model.text().get());
        assertNull(model.topic().get());
        assertEquals("draft", drafts.of("#class"));
        model.open("#class");
        assertEquals("helo", model.text().get());
        model.cancel();
        assertEquals("draft", model.text().get());
    }

    @Test
    void blankTextIsNotSent() {
        model.text().set("\u00a0");
        assertFalse(model.sendable().get());
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

    private static final String TOO_LONG = "é".repeat(EntryText.MAX_BYTES / 2) + "x";

    @Test
    void aTextThatIsTooLongGoesAsAFileIntoTheSameConversation(@TempDir Path folder) throws IOException {
        fixture.downloads = folder.resolve("Downloads");
        model.text().set(TOO_LONG.substring(1));
        assertFalse(model.fitsAFile().get(), "it fits a message");
        model.text().set(TOO_LONG);
        model.sendAsFile();
        assertEquals("", model.text().get());
        assertEquals("", drafts.of("#class"));
        assertEquals(List.of("#class"), sent);
        try (var files = Files.list(fixture.downloads)) {
            Path file = files.findAny().orElseThrow();
            assertTrue(file.getFileName().toString().matches("Text .*\\.txt"), file.toString());
            assertEquals(TOO_LONG, Files.readString(file));
            assertEquals(List.of("#class [" + file + "]"), fixture.chats.offered);
        }
    }

    @Test
    void aTextThatCouldNotBeOfferedAsAFileStaysInTheField(@TempDir Path folder) throws IOException {
        fixture.downloads = Files.writeString(folder.resolve("file"), "no folder");
        model.text().set(TOO_LONG);
        model.sendAsFile();
        assertEquals(TOO_LONG, model.text().get());
        assertEquals(List.of(), fixture.chats.offered);
        assertTrue(fixture.window.told.getFirst().startsWith("problem: The text could not be saved"));
        assertTrue(model.fitsAFile().get(), "once more");
    }

    @Test
    void aTextThatWasNotOfferedLeavesNoFile(@TempDir Path folder) throws IOException {
        fixture.downloads = folder;
        fixture.chats.diskFull = true;
        model.text().set(TOO_LONG);
        model.sendAsFile();
        assertEquals(TOO_LONG, model.text().get());
        assertEquals(1, fixture.window.told.size());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void anEditThatIsTooLongIsNoFile() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set(TOO_LONG);
        assertFalse(model.fitsAFile().get());
        model.sendAsFile();
        assertEquals(List.of(), fixture.chats.offered);
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
        assertEquals(1, fixture.window.told.size());
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
    void filesAreOfferedInTheOpenConversation() {
        model.offer(List.of(Path.of("a.txt")));
        assertEquals(List.of(List.of(Path.of("a.txt"))), fixture.chats.sent);
    }

    @Test
    void noFilesAreNoOffer() {
        model.offer(List.of());
        assertTrue(fixture.chats.sent.isEmpty());
    }

    @Test
    void theNodeKeepsWhatIsBeingWritten() {
        model.text().set("half a sen");
        drafts.flush();
        assertEquals(Map.of("#class", "half a sen"), fixture.chats.drafts);
        model.send();
        drafts.flush();
        assertEquals(Map.of(), fixture.chats.drafts);
    }

    @Test
    void whatCannotBeSentStaysADraft() {
        fixture.chats.diskFull = true;
        model.text().set("hello");
        model.send();
        drafts.flush();
        assertEquals(Map.of("#class", "hello"), fixture.chats.drafts);
    }

    @Test
    void aDraftThatTheNodeTellsOfLaterComesIntoTheField() {
        fixture.chats.drafts.put("#class", "from before");
        drafts.load();
        assertEquals("from before", model.text().get());
    }

    @Test
    void whatWasTypedBeforeTheNodeToldItsDraftsStays() {
        fixture.chats.drafts.put("#class", "from before");
        model.text().set("typed");
        drafts.load();
        assertEquals("typed", model.text().get());
    }

    @Test
    void textAndFilesAreToldOfWhenTheyAreSent() {
        model.text().set("hello");
        model.send();
        model.offer(List.of(Path.of("a.txt")));
        assertEquals(List.of("#class", "#class"), sent);
        fixture.chats.diskFull = true;
        model.text().set("again");
        model.send();
        assertEquals(2, sent.size());
    }

    private Map<String, String> kept() {
        drafts.flush();
        return fixture.chats.drafts;
    }

    private Map<String, KeptDraft> all() {
        drafts.flush();
        return fixture.chats.drafts();
    }

    @Test
    void theNodeKeepsAChangeThatIsNotSentYetBesideTheDraft() {
        model.text().set("draft");
        model.edit(said(3, Fixture.SELF, "helo"));
        assertEquals(Map.of("#class", "draft"), kept(), "nothing is changed yet");
        model.text().set("hello");
        var change = new KeptDraft.Change(new EntryId(0, 3), "hello");
        assertEquals(Map.of("#class", new KeptDraft("draft", change)), all());
        drafts.load();
        assertEquals("draft", drafts.of("#class"), "the list shows what is a draft in this window");
        model.open("#other");
        assertEquals(Map.of("#class", new KeptDraft("draft", change)), all(),
                "also while another conversation is open");
        assertEquals(Map.of("#class", "draft"), drafts.allBut("#other"));
        model.open("#class");
        assertEquals("hello", model.text().get());
        assertTrue(model.cancel());
        assertEquals("draft", model.text().get());
        assertEquals(Map.of("#class", "draft"), kept());
    }

    @Test
    void aChangeThatTheNodeHasIsKeptNoMore() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        model.send();
        assertEquals(Map.of(), kept());
    }

    @Test
    void aChangeGoesWithItsRoom() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        drafts.flush();
        fixture.chats.drafts.clear();
        drafts.load();
        model.open("#other");
        model.open("#class");
        assertEquals(Map.of(), kept());
    }

    /// A change of another message goes on.
    @Test
    void whatCouldNotBeSentIsADraftWhileAMessageIsChanged() {
        model.edit(said(3, Fixture.SELF, "helo"));
        model.text().set("hello");
        drafts.bringBack("#class", "from a notification");
        assertEquals("hello", model.text().get());
        model.cancel();
        assertEquals("from a notification", model.text().get());
        assertEquals(Map.of("#class", "from a notification"), kept());
    }
}
