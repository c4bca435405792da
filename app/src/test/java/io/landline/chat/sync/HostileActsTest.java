package io.landline.chat.sync;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.Reaction;
import io.landline.chat.view.Timeline;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a member does to messages in order to do harm: from the session through the conversations and the database to
/// what is seen. What is seen always equals [Timeline].
class HostileActsTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final int ALL = 5_000;
    private static final int RUN = 100;

    @TempDir
    Path folder;
    private final World world = new World(1);
    private final Author ada = Author.of(CONVERSATION, 1);
    private final Author max = Author.of(CONVERSATION, 1);
    private Database database;
    private World.Node ben;
    private World.End relay;
    private TimelineViews views;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("history.db"));
        views = new TimelineViews(database);
        ben = world.new Node(Identity.generate(), SqliteChat.stores(database));
        for (Author author : List.of(ada, max)) join(author);
        relay = world.scripted(ben, Identity.generate(), ROOM);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void join(Author author) {
        world.disconnect(world.connect(ben, world.new Node(author.identity, InMemoryStores.create()), ROOM), "seen");
    }

    private void push(Entry... entries) throws MalformedFrameException {
        relay.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(entries)).encode());
    }

    private void push(List<Entry> entries) throws MalformedFrameException {
        for (int i = 0; i < entries.size(); i += RUN) {
            world.uptime = world.uptime.plusSeconds(1);
            push(entries.subList(i, Math.min(entries.size(), i + RUN)).toArray(Entry[]::new));
        }
    }

    private static Entry write(Author author, long lamport, EntryKind kind, Act act) {
        return author.write(lamport, kind, act.toBody());
    }

    /// What is seen, after a look that it is what the definition says.
    private List<EntryView> shown() {
        var timelines = new Timelines(database, ben.id());
        List<EntryView> shown = views.shown(CONVERSATION, timelines.newest(CONVERSATION, null, ALL));
        assertEquals(Timeline.of(ben.history(CONVERSATION)).shown(), shown);
        return shown;
    }

    private EntryView.Content first() {
        return shown().getFirst().content();
    }

    private int found(String word) {
        return ben.stores.entries().search(CONVERSATION, word, ALL).size();
    }

    @Test
    void editsDeletesAndClosesOfOthersChangeNothing() throws MalformedFrameException {
        Entry text = ada.text("apple");
        Entry poll = ada.write(2, EntryKind.POLL, new Poll("lunch?", List.of("a", "b"), false, false).toBody());
        push(text, poll);
        List<EntryView> before = shown();
        push(write(max, 3, EntryKind.EDIT, new Edit(text.reference(), "banana", Set.of())),
                write(max, 4, EntryKind.DELETE, new Delete(text.reference(), List.of(poll.reference()))),
                write(max, 5, EntryKind.CLOSE, new Close(poll.reference(), List.of(9, 9))));
        assertEquals(5, ben.history(CONVERSATION).size(), "kept, and its author pays for it");
        assertEquals(before, shown());
        assertEquals(List.of(1, 0), List.of(found("apple"), found("banana")));
    }

    @Test
    void ofAThousandReactionsOfOnePersonTheFirstEightAreSeen() throws MalformedFrameException {
        Entry text = ada.text("apple");
        var reactions = new ArrayList<Entry>();
        for (int i = 0; i < 1_000; i++) {
            reactions.add(write(max, 2 + i, EntryKind.REACT, new React(text.reference(), "e" + i, i != 3)));
        }
        push(text);
        push(reactions);
        List<Reaction> seen = shown().getFirst().reactions();
        assertEquals(List.of("e0", "e1", "e2", "e4", "e5", "e6", "e7", "e8"),
                seen.stream().map(Reaction::emoji).toList());
        push(write(max, 5_000, EntryKind.REACT, new React(text.reference(), "e0", false)));
        assertEquals("e9", shown().getFirst().reactions().getLast().emoji());
    }

    @Test
    void ofThreeHundredPeopleWhoReactEachHasEight() throws MalformedFrameException {
        Entry text = ada.text("apple");
        push(text);
        var people = new ArrayList<Fingerprint>();
        for (int person = 0; person < 300; person++) {
            Author author = Author.of(CONVERSATION, 1);
            World.End session = world.scripted(ben, author.identity, ROOM);
            people.add(author.fingerprint());
            var run = new ArrayList<Entry>();
            for (int i = 0; i < 10; i++) {
                run.add(write(author, 2 + i, EntryKind.REACT, new React(text.reference(), "e" + i, true)));
            }
            session.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, run).encode());
        }
        List<Reaction> seen = shown().getFirst().reactions();
        assertEquals(React.SHOWN_A_PERSON, seen.size());
        people.sort(null);
        for (Reaction each : seen) assertEquals(people, each.people(), each.emoji());
    }

    @Test
    void aReplyToNothingAndToDeletedTextSaysSo() throws MalformedFrameException {
        Entry text = ada.text("apple");
        Entry never = new Author(max.identity, CONVERSATION, 9).text("never sent");
        Entry reply = max.write(5, EntryKind.TEXT,
                new EntryText("what?", text.reference(), Set.of()).toBody());
        Entry toNothing = max.write(6, EntryKind.TEXT,
                new EntryText("who?", never.reference(), Set.of()).toBody());
        push(text);
        push(reply, toNothing);
        push(write(ada, 7, EntryKind.DELETE, new Delete(text.reference(), List.of())));
        assertEquals(3, shown().size());
        Reference quoted = text.reference();
        assertInstanceOf(EntryView.Deleted.class,
                Objects.requireNonNull(views.named(CONVERSATION, List.of(quoted)).get(quoted)).content());
        assertTrue(views.named(CONVERSATION, List.of(never.reference())).isEmpty());
    }

    @Test
    void aDeleteOfADeleteOfAReactionAndOfAnEditBringNothingBackAndTakeNothing() throws MalformedFrameException {
        Entry text = ada.text("apple");
        Entry other = ada.text("pear");
        Entry pin = write(ada, 3, EntryKind.PIN, new Pin(other.reference(), true));
        Entry react = write(ada, 4, EntryKind.REACT, new React(other.reference(), "x", true));
        Entry delete = write(ada, 5, EntryKind.DELETE, new Delete(text.reference(), List.of()));
        push(text, other, pin, react, delete);
        List<EntryView> before = shown();
        push(write(ada, 6, EntryKind.DELETE, new Delete(delete.reference(), List.of())),
                write(ada, 7, EntryKind.DELETE, new Delete(react.reference(), List.of(pin.reference()))),
                write(ada, 8, EntryKind.REACT, new React(delete.reference(), "y", true)));
        assertEquals(before, shown());
        assertInstanceOf(EntryView.Deleted.class, first());
    }

    @Test
    void aRelayThatForgesTheProofOfADeleteEndsItsSessionAndErasesNothing() throws MalformedFrameException {
        Entry text = ada.text("apple");
        push(text);
        Entry delete = write(ada, 5, EntryKind.DELETE, new Delete(text.reference(), List.of()));
        var forged = Objects.requireNonNull(Deletion.orNull(Author.forged(delete)));
        assertThrows(MalformedFrameException.class, () -> push(text.deletedBy(forged)));
        assertEquals(1, found("apple"));
        assertInstanceOf(EntryView.Message.class, first());
        var right = Objects.requireNonNull(Deletion.orNull(delete));
        push(text.deletedBy(right));
        assertInstanceOf(EntryView.Deleted.class, first());
        assertEquals(0, found("apple"));
    }

    /// A build that knows kinds which this one does not know, beside this one: both ways.
    @Test
    void kindsOfALaterVersionAreKeptHandedOnAndShowNothing() throws MalformedFrameException {
        Entry text = ada.text("apple");
        var later = new ArrayList<Entry>();
        for (int i = 0; i < 200; i++) {
            later.add(ada.write(2 + i, new EntryKind(EntryKind.KNOWN_MAX + 1 + i % 3),
                    new Delete(text.reference(), List.of()).toBody()));
        }
        push(text);
        push(later);
        push(write(ada, 900, EntryKind.EDIT, new Edit(text.reference(), "banana", Set.of())),
                ada.write(901, new EntryKind(EntryKind.NUMBER_MAX), new byte[0]));
        assertEquals(1, shown().size());
        assertEquals("banana", ((EntryView.Message) first()).text());
        ben.write(CONVERSATION, EntryKind.REACT, new React(later.getFirst().reference(), "x", true).toBody());

        World.Node newcomer = world.node();
        world.scripted(newcomer, ada.identity, ROOM);
        world.connect(ben, newcomer, ROOM);
        world.settle(Duration.ofMinutes(2));
        assertEquals(ben.history(CONVERSATION), newcomer.history(CONVERSATION));
        assertEquals(204, newcomer.history(CONVERSATION).size());
    }

    @Test
    void deletedTextThatCameBySessionIsFoundNowhereInTheProfile() throws Exception {
        Entry text = ada.text("unmistakable heron");
        Entry edit = write(ada, 2, EntryKind.EDIT, new Edit(text.reference(), "singular stork", Set.of()));
        Entry quotes = max.write(3, EntryKind.TEXT, new EntryText("yes", text.reference(), Set.of()).toBody());
        push(text, edit);
        push(quotes);
        assertEquals(1, found("stork"));
        push(write(ada, 9, EntryKind.DELETE, new Delete(text.reference(), List.of(edit.reference()))));
        push(text); // handed on once more by somebody who missed the delete
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String all = new String(Files.readAllBytes(file), ISO_8859_1);
                for (String word : List.of("heron", "stork", "unmistakable", "singular")) {
                    assertFalse(all.contains(word), file + " still has " + word);
                }
            }
        }
    }
}
