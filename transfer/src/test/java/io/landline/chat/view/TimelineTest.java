package io.landline.chat.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.testing.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The rules of docs/protocol/acts.md, "What a conversation shows".
class TimelineTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[16]));

    private final Author ada = Author.of(ROOM, 1);
    private final Author max = Author.of(ROOM, 1);
    private final List<Entry> entries = new ArrayList<>();
    private long lamport;

    private Entry say(Author author, String text) {
        return add(author, EntryKind.TEXT, new EntryText(text).toBody());
    }

    private Entry act(Author author, EntryKind kind, Act act) {
        return add(author, kind, act.toBody());
    }

    private Entry add(Author author, EntryKind kind, byte[] body) {
        Entry entry = author.write(++lamport, kind, body);
        entries.add(entry);
        return entry;
    }

    private EntryView shown(Entry entry) {
        return Timeline.of(entries)
                .shown()
                .stream()
                .filter(each -> each.entry().id().equals(entry.id()))
                .findFirst()
                .orElseThrow();
    }

    private String text(Entry entry) {
        return assertInstanceOf(EntryView.Message.class, shown(entry).content()).text();
    }

    private static Edit edit(Entry target, String text) {
        return new Edit(target.reference(), text, Set.of());
    }

    private static Delete delete(Entry target, Entry... edits) {
        return new Delete(target.reference(), Arrays.stream(edits).map(Entry::reference).toList());
    }

    private static byte[] again(Entry lost) {
        JsonObject body = JsonParser.parseString(new String(lost.body(), UTF_8)).getAsJsonObject();
        body.add("again", lost.reference().toJson());
        return body.toString().getBytes(UTF_8);
    }

    @Test
    void whatWasWrittenAgainIsOneMessage() {
        var restored = new Author(ada.identity, ROOM, 2);
        Entry lost = say(ada, "hello");
        act(max, EntryKind.REACT, new React(lost.reference(), "x", true));
        Entry again = add(restored, EntryKind.TEXT, again(lost));
        act(max, EntryKind.REACT, new React(again.reference(), "y", true));
        assertEquals(1, Timeline.of(entries).shown().size());
        assertEquals(2, shown(again).reactions().size());
        act(restored, EntryKind.DELETE, new Delete(again.reference(), List.of(lost.reference())));
        assertEquals(1, Timeline.of(entries).shown().size());
        assertInstanceOf(EntryView.Deleted.class, shown(again).content());
    }

    @Test
    void ofAnOfferThatWasWrittenAgainTheFirstIsShown() {
        var restored = new Author(ada.identity, ROOM, 2);
        Entry lost = add(ada, EntryKind.OFFER, "{\"files\":1}".getBytes(UTF_8));
        Entry again = add(restored, EntryKind.OFFER, again(lost));
        act(max, EntryKind.REACT, new React(again.reference(), "y", true));
        assertEquals(List.of(lost), Timeline.of(entries).shown().stream().map(EntryView::entry).toList());
        assertEquals(1, shown(lost).reactions().size());
    }

    @Test
    void whatSaysSomethingElseOrIsAnothersIsNotTheSameMessage() {
        Entry lost = say(ada, "I owe you 5");
        JsonObject other = JsonParser.parseString(new String(again(lost), UTF_8)).getAsJsonObject();
        other.addProperty("text", "I owe you nothing");
        add(ada, EntryKind.TEXT, other.toString().getBytes(UTF_8));
        add(max, EntryKind.TEXT, again(lost));
        assertEquals(3, Timeline.of(entries).shown().size());
    }

    @Test
    void theLastEditOfTheAuthorIsThePresentText() {
        Entry first = say(ada, "one");
        act(ada, EntryKind.EDIT, edit(first, "two"));
        act(max, EntryKind.EDIT, edit(first, "hacked"));
        act(new Author(ada.identity, ROOM, 2), EntryKind.EDIT, edit(first, "three, from another log"));
        assertEquals("three, from another log", text(first));
        assertEquals(1, Timeline.of(entries).shown().size(), "acts are no lines of their own");
    }

    @Test
    void editsBeyondTheSixtyFourthDoNotCount() {
        Entry first = say(ada, "0");
        for (int i = 1; i <= Edit.COUNTED_MAX + 3; i++) act(ada, EntryKind.EDIT, edit(first, "" + i));
        assertEquals("" + Edit.COUNTED_MAX, text(first));
    }

    @Test
    void aDeleteWinsForEverAlsoOverLaterEdits() {
        Entry first = say(ada, "one");
        Entry changed = act(ada, EntryKind.EDIT, edit(first, "two"));
        act(ada, EntryKind.DELETE, delete(first, changed));
        act(ada, EntryKind.EDIT, edit(first, "risen"));
        act(max, EntryKind.REACT, new React(first.reference(), "\ud83d\udc4d", true));
        act(max, EntryKind.PIN, new Pin(first.reference(), true));
        assertInstanceOf(EntryView.Deleted.class, shown(first).content());
        assertTrue(shown(first).reactions().isEmpty());
        assertNull(shown(first).pinned());
        assertTrue(Timeline.of(entries).pinned().isEmpty());
    }

    @Test
    void nobodyDeletesWhatIsAnothers() {
        Entry first = say(ada, "one");
        act(max, EntryKind.DELETE, delete(first));
        assertEquals("one", text(first));
    }

    @Test
    void theLastReactionOfAPersonAndEmojiCountsAndEightOfAPersonAreShown() {
        Entry first = say(ada, "one");
        for (char letter = 'a'; letter <= 'z'; letter++) {
            act(max, EntryKind.REACT, new React(first.reference(), "" + letter, true));
        }
        act(max, EntryKind.REACT, new React(first.reference(), "b", false));
        act(ada, EntryKind.REACT, new React(first.reference(), "c", true));
        List<Reaction> reactions = shown(first).reactions();
        assertEquals(List.of("a", "c", "d", "e", "f", "g", "h", "i"), reactions.stream().map(Reaction::emoji).toList());
        assertEquals(List.of(max.fingerprint(), ada.fingerprint()), reactions.get(1).people());
    }

    @Test
    void theLastPinOfAnybodyCountsAndTheLatestStandsFirst() {
        Entry one = say(ada, "one");
        Entry two = say(ada, "two");
        act(max, EntryKind.PIN, new Pin(two.reference(), true));
        act(ada, EntryKind.PIN, new Pin(one.reference(), true));
        assertEquals(List.of(one.id(), two.id()),
                Timeline.of(entries).pinned().stream().map(each -> each.entry().id()).toList());
        act(ada, EntryKind.PIN, new Pin(two.reference(), false));
        assertEquals(1, Timeline.of(entries).pinned().size());
    }

    private Outcome outcome(Entry poll) {
        return assertInstanceOf(EntryView.Asked.class, shown(poll).content()).outcome();
    }

    @Test
    void theLastVoteOfAPersonCountsUntilTheAuthorsCloseSaysTheResult() {
        Entry poll = add(ada, EntryKind.POLL, new Poll("Tea?", List.of("yes", "no"), false, false).toBody());
        Reference it = poll.reference();
        act(max, EntryKind.VOTE, new Vote(it, List.of(0)));
        act(ada, EntryKind.VOTE, new Vote(it, List.of(0)));
        assertEquals(List.of(2, 0), outcome(poll).counts());
        act(max, EntryKind.VOTE, new Vote(it, List.of(1)));
        assertEquals(List.of(1, 1), outcome(poll).counts());
        act(max, EntryKind.VOTE, new Vote(it, List.of(0, 1)));
        assertEquals(List.of(1, 0), outcome(poll).counts(), "two choices where one is allowed are no vote");
        act(max, EntryKind.CLOSE, new Close(it, List.of(9, 9)));
        assertFalse(outcome(poll).closed(), "only its author closes a poll");
        act(ada, EntryKind.CLOSE, new Close(it, List.of(1)));
        act(ada, EntryKind.CLOSE, new Close(it, List.of(7, 7)));
        act(max, EntryKind.VOTE, new Vote(it, List.of(1)));
        assertTrue(outcome(poll).closed());
        assertEquals(List.of(1, 0), outcome(poll).counts());
    }

    @Test
    void actsOnWhatIsNotThereAndOnActsAreNothing() {
        Entry first = say(ada, "one");
        Entry reaction = act(max, EntryKind.REACT, new React(first.reference(), "x", true));
        act(max, EntryKind.DELETE, delete(reaction));
        act(max, EntryKind.REACT, new React(reaction.reference(), "y", true));
        act(max, EntryKind.VOTE, new Vote(first.reference(), List.of(0)));
        Reference right = first.reference();
        act(ada, EntryKind.EDIT, new Edit(new Reference(right.author(), right.log(), right.number(), 1), "wrong id",
                Set.of()));
        add(ada, EntryKind.EDIT, Author.bytes("{\"target\":7}"));
        assertEquals("one", text(first));
        assertEquals(1, shown(first).reactions().size());
        assertEquals(1, Timeline.of(entries).shown().size());
    }

    /// What is shown depends on the set of entries alone: any order, some of them twice, and those that a delete covers
    /// with their bodies or without.
    @Test
    void theOrderOfArrivalDoesNotMatter() {
        var random = Seed.random("TimelineTest");
        var authors = List.of(ada, max, Author.of(ROOM, 3), new Author(ada.identity, ROOM, 9));
        for (int i = 0; i < 120; i++) {
            Author author = authors.get(random.nextInt(authors.size()));
            if (entries.isEmpty() || random.nextInt(4) == 0) {
                say(author, "text " + i);
                continue;
            }
            Reference target = entries.get(random.nextInt(entries.size())).reference();
            switch (random.nextInt(4)) {
                case 0 -> act(author, EntryKind.EDIT, new Edit(target, "edit " + i, Set.of()));
                case 1 -> act(author, EntryKind.DELETE, new Delete(target, entries.stream()
                        .filter(each -> each.kind().equals(EntryKind.EDIT))
                        .map(Entry::reference)
                        .limit(3)
                        .toList()));
                case 2 -> act(author, EntryKind.REACT, new React(target, "" + (char) ('a' + random.nextInt(3)),
                        random.nextBoolean()));
                default -> act(author, EntryKind.PIN, new Pin(target, random.nextBoolean()));
            }
        }
        Timeline expected = Timeline.of(entries);
        for (int round = 0; round < 20; round++) {
            var shuffled = new ArrayList<>(entries);
            shuffled.addAll(entries.subList(0, 10));
            Collections.shuffle(shuffled, random);
            assertEquals(expected, Timeline.of(shuffled));
        }
    }

    private EntryView.Collecting box(Entry entry) {
        return assertInstanceOf(EntryView.Collecting.class, shown(entry).content());
    }

    @Test
    void aBoxIsOpenUntilItsAuthorClosesIt() {
        var wanted = new HandInBox("Essay", Instant.EPOCH, "", 1, true);
        Entry box = add(ada, EntryKind.COLLECT, wanted.toBody());
        act(max, EntryKind.CLOSE, new Close(box.reference(), List.of()));
        assertTrue(box(box).isOpen(), "a close by another");
        act(ada, EntryKind.CLOSE, new Close(box.reference(), List.of()));
        assertFalse(box(box).isOpen());
        assertEquals(wanted, box(box).box());
        act(ada, EntryKind.DELETE, new Delete(box.reference(), List.of()));
        assertEquals(wanted, box(box).box(), "a box is not deleted");
    }

    @Test
    void aBoxThatIsMadeClosedTakesNothing() {
        assertFalse(box(add(ada, EntryKind.COLLECT, new HandInBox("Essay", Instant.EPOCH, "", 1, false).toBody()))
                .isOpen());
    }
}
