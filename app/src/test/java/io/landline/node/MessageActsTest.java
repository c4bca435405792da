package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Poll;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.node.port.MessageActs.Version;
import io.landline.node.port.MessageActs.Voter;
import io.landline.node.port.MessageActs.Votes;
import io.landline.node.port.MessageNotes.Receiver;
import io.landline.node.port.MessageNotes.Saved;
import io.landline.node.port.NodeEvent.Closed;
import io.landline.node.port.NodeEvent.Deleted;
import io.landline.node.port.NodeEvent.Delivered;
import io.landline.node.port.NodeEvent.Edited;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.Reacted;
import io.landline.node.port.NodeEvent.Read;
import io.landline.node.port.NodeEvent.Voted;
import io.landline.node.port.Quote;
import io.landline.node.port.Reason;
import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What people do with messages, of real nodes on the loopback interface.
class MessageActsTest extends LoopbackNodes {
    private static final String HEART = "\u2764";

    private static TimelineItem only(RunningForTest who) throws CommandException {
        List<TimelineItem> items = who.node.chats().page("#class", null, 10).items();
        assertEquals(1, items.size());
        return items.getFirst();
    }

    private static EntryId said(RunningForTest who, String text) throws CommandException {
        return who.node.chats().say("#class", text).id();
    }

    private static void refused(Code code, Executable act) {
        assertEquals(code, assertThrows(CommandException.class, act).code());
    }

    @Test
    void whatIsDoneHereIsToldAndSeenThere() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            EntryId id = said(ada, "helo");
            assertEquals(id, bob.await(Message.class, each -> each.text().equals("helo")).place().id());
            bob.node.acts().react(id, HEART, true);
            assertEquals(HEART, ada.await(Reacted.class, each -> each.on().target().equals(id)).emoji());
            assertEquals(List.of(new TimelineItem.Reaction(HEART, List.of("Bob"), false)),
                    only(ada).head().reactions());
            ada.node.acts().edit(id, "hello");
            assertEquals("hello", bob.await(Edited.class, each -> each.on().target().equals(id)).text());
            assertEquals("hello", ((TimelineItem.Text) only(bob)).text());
            assertEquals(List.of("helo", "hello"), bob.node.acts().versions(id).stream().map(Version::text).toList());
            assertEquals("hello", Objects.requireNonNull(ada.node.acts().ownText(id)).text());
            assertNull(bob.node.acts().ownText(id), "somebody else's");
            ada.node.acts().delete(id);
            assertNull(ada.node.acts().ownText(id));
            bob.await(Deleted.class, each -> each.on().target().equals(id));
            assertInstanceOf(TimelineItem.Deleted.class, only(bob));
            assertTrue(bob.node.chats().search("#class", "hello", 10).items().isEmpty());
            assertEquals(List.of(), bob.node.acts().versions(id));
        }
    }

    @Test
    void whomAMessageReachedAndWhenIsTold() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            EntryId id = said(ada, "hello");
            bob.await(Message.class, _ -> true);
            ada.await(Delivered.class, _ -> true);
            Receiver delivered = receiver(ada, id);
            assertEquals("Bob", delivered.name());
            assertNotNull(delivered.delivered());
            assertFalse(delivered.isRead());
            bob.node.chats().read("#class");
            ada.await(Read.class, _ -> true);
            assertTrue(receiver(ada, id).isRead());
            assertNotNull(receiver(ada, id).read());
            assertEquals(List.of(), bob.node.chats().notes().receivers(id), "it is not ours to know");
        }
    }

    private static Receiver receiver(RunningForTest who, EntryId id) throws CommandException {
        List<Receiver> receivers = who.node.chats().notes().receivers(id);
        assertEquals(1, receivers.size());
        return receivers.getFirst();
    }

    @Test
    void whatIsSavedIsSeenAsItIsNow() throws Exception {
        try (var ada = start("Ada")) {
            EntryId first = said(ada, "one");
            EntryId second = said(ada, "two");
            ada.node.chats().notes().save(first, true);
            ada.node.chats().notes().save(second, true);
            ada.node.acts().edit(first, "three");
            List<Saved> saved = ada.node.chats().notes().saved();
            assertEquals(List.of(second, first), saved.stream().map(Saved::id).toList());
            assertEquals("#class", saved.getFirst().conversation());
            assertEquals("three", ((TimelineItem.Text) saved.getLast().item()).text());
            ada.node.acts().delete(first);
            assertInstanceOf(TimelineItem.Deleted.class, ada.node.chats().notes().saved().getLast().item());
            ada.node.chats().notes().save(first, false);
            assertEquals(1, ada.node.chats().notes().saved().size());
            refused(Code.NO_MESSAGE, () -> ada.node.chats().notes().save(new EntryId(1, 2), true));
        }
    }

    @Test
    void anAnswerShowsWhatItAnswersAsItIsNow() throws Exception {
        try (var ada = start("Ada")) {
            EntryId question = said(ada, "Tea?");
            var answer = new MessageActs.Message("Yes!", question, Set.of());
            ada.node.acts().say("#class", answer);
            TimelineItem.Text shown = (TimelineItem.Text) ada.node.chats().page("#class", null, 10).items().getLast();
            assertEquals("Tea?", quote(shown).text());
            ada.node.acts().edit(question, "Coffee?");
            shown = (TimelineItem.Text) ada.node.chats().page("#class", null, 10).items().getLast();
            assertEquals("Coffee?", quote(shown).text());
            ada.node.acts().delete(question);
            shown = (TimelineItem.Text) ada.node.chats().page("#class", null, 10).items().getLast();
            assertTrue(quote(shown).deleted());
        }
    }

    @Test
    void aPollABoxAndFilesAreAnsweredAndQuotedAsWhatTheyAre() throws Exception {
        try (var ada = start("Ada")) {
            Chats chats = ada.node.chats();
            EntryId poll = ada.node.acts().ask("#class", new Poll("Tea?", List.of("yes", "no"), false, false)).id();
            assertEquals(List.of("POLL", "Tea?"), quoted(ada, poll));
            assertEquals(List.of("BOX", "Essay"), quoted(ada, ada.node.fileTransfers()
                    .handIns()
                    .make("#class", new HandInBox("Essay", Instant.now().plusSeconds(3_600), "", 1_000, true))
                    .id()));
            Path photo = Files.writeString(folder.resolve("photo.jpg"), "a");
            Path notes = Files.writeString(folder.resolve("notes, old.txt"), "b");
            String offer = chats.send("#class", FilesToSend.of(List.of(photo, notes))).offer();
            assertEquals(List.of("FILES", "photo.jpg", "notes, old.txt"), quoted(ada, ada.node.acts().find(offer)));
            ada.node.fileTransfers().withdraw(offer);
            TimelineItem.Text shown = (TimelineItem.Text) chats.page("#class", null, 10).items().getLast();
            assertEquals(Quote.of(chats.page("#class", null, 2).items().getFirst()), quote(shown),
                    "the card of a withdrawn offer stays, and so does what stands above the answer");
            ada.node.acts().delete(poll);
            assertEquals(Quote.DELETED, quote((TimelineItem.Text) chats.page("#class", null, 10).items().get(1)));
        }
    }

    /// What stands above an answer to it: its kind and its words.
    private static List<String> quoted(RunningForTest who, EntryId target) throws CommandException {
        who.node.acts().say("#class", new MessageActs.Message("Yes!", target, Set.of()));
        List<TimelineItem> newest = who.node.chats().page("#class", null, 2).items();
        Quote quote = quote((TimelineItem.Text) newest.getLast());
        assertEquals(Quote.of(newest.getFirst()), quote, "the same as while the answer was written");
        assertTrue(quote.own());
        return Stream.concat(Stream.of(quote.kind().name()), quote.words().stream()).toList();
    }

    @Test
    void aDeletedMessageIsNotAnswered() throws Exception {
        try (var ada = start("Ada")) {
            EntryId question = said(ada, "Tea?");
            ada.node.acts().delete(question);
            var answer = new MessageActs.Message("Yes!", question, Set.of());
            CommandException why = assertThrows(CommandException.class, () -> ada.node.acts().say("#class", answer));
            assertEquals(Code.NOT_POSSIBLE, why.code());
            assertEquals(Reason.ANSWERED_DELETED, why.reason());
            assertEquals("The message that this answers is deleted. Nothing was sent.", why.getMessage());
            assertInstanceOf(TimelineItem.Deleted.class, only(ada));
        }
    }

    @Test
    void whoIsCalledStandsThereByNameAndAnEditMayCallOthers() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            var message = new MessageActs.Message("@Bob look", null, Set.of(bob.node.fingerprint()));
            EntryId id = ada.node.acts().say("#class", message).id();
            bob.await(Message.class, said -> said.text().equals("@Bob look"));
            assertEquals(List.of(new TimelineItem.Called(bob.node.fingerprint(), "Bob", true)),
                    ((TimelineItem.Text) only(bob)).called());
            assertEquals(List.of(new TimelineItem.Called(bob.node.fingerprint(), "Bob", false)),
                    ((TimelineItem.Text) only(ada)).called());
            ada.node.acts().edit(id, "@Bob look here");
            bob.await(Edited.class, each -> each.on().target().equals(id));
            assertEquals(1, ((TimelineItem.Text) only(bob)).called().size(), "who was called stays called");
            ada.node.acts().edit(id, "look", Set.of());
            assertEquals(List.of(), ((TimelineItem.Text) only(ada)).called());
        }
    }

    private static Quote quote(TimelineItem.Text shown) {
        return Objects.requireNonNull(shown.quote());
    }

    /// The author leaves after the delete; who comes then gets the proof from the others, and never the text.
    @Test
    void aLatecomerWhoseAuthorHasLeftGetsTheProofAndNeverTheText() throws Exception {
        try (var bob = start("Bob")) {
            EntryId id;
            try (var ada = start("Ada")) {
                ada.awaitJoined(bob);
                bob.awaitJoined(ada);
                id = said(ada, "a secret");
                said(ada, "stays");
                bob.await(Message.class, each -> each.text().equals("stays"));
                ada.node.acts().delete(id);
                bob.await(Deleted.class, each -> each.on().target().equals(id));
            }
            try (var cleo = start("Cleo")) {
                cleo.awaitJoined(bob);
                cleo.await(Message.class, each -> each.text().equals("stays"));
                List<TimelineItem> items = cleo.node.chats().page("#class", null, 10).items();
                assertInstanceOf(TimelineItem.Deleted.class, items.getFirst());
                assertEquals(id, items.getFirst().id());
                assertEquals("stays", ((TimelineItem.Text) items.get(1)).text());
            }
        }
    }

    @Test
    void aPollIsAskedAnsweredAndClosed() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            EntryId poll = ada.node.acts().ask("#class", new Poll("Tea?", List.of("yes", "no"), false, true)).id();
            assertEquals("Tea?", bob.await(PollAsked.class, _ -> true).poll().question());
            refused(Code.MALFORMED, () -> bob.node.acts().vote(poll, List.of(0, 1)));
            refused(Code.NOT_POSSIBLE, () -> bob.node.acts().close(poll));
            bob.node.acts().vote(poll, List.of(1));
            ada.await(Voted.class, each -> each.choices().equals(List.of(1)));
            assertEquals(List.of(0, 0), people(ada), "the result is hidden until it is closed");
            assertEquals(Votes.NONE, ada.node.acts().votes(poll), "and so is who voted");
            ada.node.acts().close(poll);
            assertEquals(List.of(0, 1), bob.await(Closed.class, _ -> true).counts());
            assertEquals(List.of(0, 1), people(bob));
            Voter voter = ada.node.acts().votes(poll).voters().getFirst();
            assertEquals("Bob", voter.name());
            assertEquals(Set.of(1), voter.choices());
            assertFalse(voter.own());
            assertTrue(bob.node.acts().votes(poll).voters().getFirst().own());
            refused(Code.NOT_POSSIBLE, () -> bob.node.acts().vote(poll, List.of(0)));
        }
    }

    private static List<Integer> people(RunningForTest who) throws CommandException {
        return ((TimelineItem.PollItem) only(who)).options().stream().map(TimelineItem.Option::people).toList();
    }

    @Test
    void whatIsNotAllowedIsRefusedAndChangesNothing() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            EntryId id = said(ada, "mine");
            bob.await(Message.class, _ -> true);
            refused(Code.NOT_POSSIBLE, () -> bob.node.acts().edit(id, "yours"));
            refused(Code.NOT_POSSIBLE, () -> bob.node.acts().delete(id));
            refused(Code.MALFORMED, () -> bob.node.acts().react(id, "two words", true));
            refused(Code.NOT_POSSIBLE, () -> bob.node.acts().vote(id, List.of(0)));
            refused(Code.NO_MESSAGE, () -> bob.node.acts().delete(new EntryId(1, 2)));
            refused(Code.NO_MESSAGE, () -> bob.node.acts().find("0123456789abcdef"));
            refused(Code.MALFORMED, () -> bob.node.acts().find("0123456"));
            assertEquals(id, bob.node.acts().find(id.hex().substring(0, 8)));
            ada.node.acts().delete(id);
            refused(Code.NOT_POSSIBLE, () -> ada.node.acts().delete(id));
            for (Executable act : List.<Executable>of(() -> ada.node.acts().react(id, HEART, true),
                    () -> ada.node.acts().edit(id, "more"), () -> ada.node.acts().pin(id, true),
                    () -> ada.node.acts().vote(id, List.of(0)), () -> ada.node.acts().close(id))) {
                assertEquals("This message is deleted. Nothing was done.",
                        assertThrows(CommandException.class, act).getMessage());
            }
            var elsewhere = new MessageActs.Message("x", id, Set.of());
            refused(Code.NO_MESSAGE, () -> ada.node.acts().say("Bob", elsewhere));
        }
    }

    @Test
    void whatIsPinnedIsFoundTheLatestFirst() throws Exception {
        try (var ada = start("Ada")) {
            EntryId one = said(ada, "one");
            EntryId two = said(ada, "two");
            ada.node.acts().pin(two, true);
            ada.node.acts().pin(one, true);
            assertEquals(List.of(one, two), ada.node.acts().pinned("#class").stream().map(TimelineItem::id).toList());
            ada.node.acts().pin(one, false);
            assertEquals(List.of(two), ada.node.acts().pinned("#class").stream().map(TimelineItem::id).toList());
        }
    }
}
