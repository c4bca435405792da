package io.landline.storage.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Vote;
import io.landline.filetransfer.OfferBody;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.shelf.TakeField;
import io.landline.shelf.TakeId;
import io.landline.storage.LaterSchema;
import io.landline.storage.ProfileText;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What stands on a card is found: questions and options of polls, titles of hand-in boxes, names of offers.
class SearchedCardsTest extends StoredActsTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final Poll LUNCH = new Poll("Where is lunch", List.of("canteen garden", "bakery"), false, false);
    private static final HandInBox BOX = new HandInBox("Essays on herons", Instant.EPOCH, "", 1, true);

    private static Entry poll(Author author, long lamport, Poll poll) {
        return author.write(lamport, EntryKind.POLL, poll.toBody());
    }

    private static Entry box(Author author, long lamport) {
        return author.write(lamport, EntryKind.COLLECT, BOX.toBody());
    }

    private static byte[] offer(String... names) {
        return new OfferBody(names.length, 1, List.of(names), OfferBody.CHUNK_BYTES_MIN, 0, null).toJson();
    }

    private static Entry offer(Author author, long lamport, String... names) {
        return author.write(lamport, EntryKind.OFFER, offer(names));
    }

    private List<Entry> found(String words) {
        return entries.search(ROOM, words, 100);
    }

    /// Whatever leads from the index to an entry.
    private int indexed(String word) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT count(*) FROM entry_text WHERE entry_text MATCH ?")) {
                sql.setString(1, word);
                return Rows.first(sql, row -> row.getInt(1));
            }
        });
    }

    @Test
    void eachWordOnACardIsFound() {
        Author ada = Author.of(ROOM, 1);
        Entry poll = poll(ada, 1, LUNCH);
        Entry box = box(ada, 2);
        Entry one = offer(ada, 3, "holiday_photos.zip");
        Entry several = offer(ada, 4, "Lecture notes", "exam-2026.pdf");
        store(poll, box, one, several);
        for (String words : List.of("lunch", "canteen", "garden lunch", "bak")) {
            assertEquals(List.of(poll), found(words), words);
        }
        assertEquals(List.of(box), found("HERON essay"));
        for (String words : List.of("holiday", "photos", "zip holiday_photos.zip")) {
            assertEquals(List.of(one), found(words), words);
        }
        for (String words : List.of("lecture", "notes", "exam", "exam-2026.pdf")) {
            assertEquals(List.of(several), found(words), words);
        }
        assertEquals(List.of(), found("multiple"));
    }

    @Test
    void aPersonAndDaysHoldForCards() {
        Author ada = Author.of(ROOM, 1);
        Author bob = Author.of(ROOM, 2);
        Entry hers = poll(ada, 1, LUNCH);
        Entry his = offer(bob, 2, "lunch.pdf");
        store(hers);
        store(his);
        var search = new TimelineSearch(database);
        var ofBob = new SearchFilter("lunch", bob.fingerprint(), null, null);
        assertEquals(List.of(his), search.newest(ROOM, ofBob, null, 5));
        assertEquals(List.of(his), search.everywhere(ofBob, Map.of(ROOM, _ -> true), 5)
                .found()
                .stream()
                .map(each -> each.entry())
                .toList());
        var later = new SearchFilter("lunch", null, his.written().plusMillis(1), null);
        assertEquals(List.of(), search.newest(ROOM, later, null, 5));
        assertEquals(2, search.newest(ROOM, new SearchFilter("lunch", null, hers.written(), null), null, 5).size());
    }

    @Test
    void votesEditsAndACloseLeaveAPollWhereItIsFound() {
        Author ada = Author.of(ROOM, 1);
        Entry poll = poll(ada, 1, LUNCH);
        store(poll);
        store(ada.write(2, EntryKind.VOTE, new Vote(poll.reference(), List.of(1)).toBody()),
                ada.write(3, EntryKind.EDIT, new Edit(poll.reference(), "stork", Set.of()).toBody()),
                ada.write(4, EntryKind.CLOSE, new Close(poll.reference(), List.of(0, 1)).toBody()));
        assertEquals(List.of(poll), found("bakery"));
        assertEquals(1, indexed("bakery"));
        assertEquals(0, indexed("stork"));
    }

    @Test
    void theWordsOfADeletedPollAreFoundNowhereInTheProfile() throws IOException {
        Author ada = Author.of(ROOM, 1);
        Entry poll = poll(ada, 1, new Poll("unmistakable", List.of("singular", "vanished"), true, true));
        store(poll, ada.text("remaining gull"));
        store(ada.write(3, EntryKind.DELETE, new Delete(poll.reference(), List.of()).toBody()));
        for (String word : List.of("unmistakable", "singular", "vanished")) assertEquals(0, indexed(word), word);
        closeDatabase(); // whose last work is what cleans up
        String all = ProfileText.of(folder);
        for (String word : List.of("unmistakable", "singular", "vanished")) assertFalse(all.contains(word), word);
        assertTrue(all.contains("remaining"));
        openDatabase();
    }

    @Test
    void whatACutTookOfCardsIsFoundNowhereInTheProfile() throws IOException {
        Author ada = Author.of(ROOM, 1);
        var all = new ArrayList<Entry>();
        for (int i = 0; i < 30; i++) {
            all.add(poll(ada, 4 * i + 1, new Poll("unmistakable" + i, List.of("singular", "other"), true, true)));
            all.add(offer(ada, 4 * i + 2, "vanished" + i + ".zip"));
            all.add(box(ada, 4 * i + 3));
        }
        Entry kept = offer(ada, 200, "remaining.gull");
        all.add(kept);
        entries.add(all, 200, Durability.BATCHED);
        assertEquals(30, indexed("heron*"));
        entries.cutBeginning(ada.key(), 91);
        while (entries.clearWords());
        closeDatabase();
        String profile = ProfileText.of(folder);
        for (String word : List.of("unmistakable", "singular", "vanished", "heron")) {
            assertFalse(profile.contains(word), word);
        }
        openDatabase();
        open();
        assertEquals(List.of(kept), found("remaining"));
        entries.drop(ada.key());
        assertEquals(0, indexed("remaining"));
    }

    @Test
    void ofACardThatWasWrittenAgainOneIsFound() {
        Author lost = Author.of(ROOM, 1);
        Entry poll = poll(lost, 1, LUNCH);
        Entry files = offer(lost, 2, "holiday.zip");
        store(poll, files);
        Author again = new Author(lost.identity, ROOM, 2);
        Entry second = again.write(3, EntryKind.POLL, ProfileText.again(poll));
        Entry secondFiles = again.write(4, EntryKind.OFFER, ProfileText.again(files));
        store(second, secondFiles);
        assertEquals(List.of(second), found("lunch"));
        assertEquals(List.of(files), found("holiday"), "files travel under the first one's id");
        assertEquals(List.of(1, 1), List.of(indexed("lunch"), indexed("holiday")));
        entries.drop(again.key());
        assertEquals(List.of(poll), found("lunch"));
        entries.drop(lost.key());
        assertEquals(List.of(0, 0), List.of(indexed("lunch"), indexed("holiday")));
    }

    /// Whichever comes first, and whatever times their author gave them. The newest ones count, and of these the first
    /// is shown.
    @Test
    void ofFilesThatWereWrittenAgainMoreOftenThanCountsOneIsFound() {
        var timelines = new Timelines(database, Identity.generate().fingerprint());
        for (long time : List.of(1L, 50L)) {
            for (boolean inOrder : List.of(true, false)) {
                Author lost = Author.of(ROOM, 1);
                Entry first = offer(lost, time, "holiday.zip");
                var all = new ArrayList<>(List.of(first));
                for (int log = 2; log <= RewrittenMessage.TWINS_MAX + 2; log++) {
                    all.add(new Author(lost.identity, ROOM, log).write(log, EntryKind.OFFER, ProfileText.again(first)));
                }
                for (Entry each : inOrder ? all : all.reversed()) store(each);
                all.sort(Comparator.comparing(Entry::position));
                var left = new ArrayList<>(all);
                for (Entry gone : inOrder ? all : all.reversed()) {
                    Entry shown = left.get(Math.max(0, left.size() - RewrittenMessage.TWINS_MAX));
                    assertEquals(List.of(shown), timelines.newest(ROOM, null, 50));
                    assertEquals(List.of(shown), found("holiday"));
                    entries.drop(gone.log());
                    left.remove(gone);
                }
                assertEquals(0, indexed("holiday"));
            }
        }
    }

    /// What others take from one's shelf is no message. Nothing of it may be taken out of the index, as nothing of it
    /// is in there.
    @Test
    void whatIsGivenOfAShelfIsNotFoundAndLeavesTheSearchAsItWas() {
        Identity me = Identity.generate();
        Identity peer = Identity.generate();
        ConversationId direct = ConversationId.direct(me.fingerprint(), peer.fingerprint());
        entries.rememberDirect(direct, peer.fingerprint());
        Author own = new Author(me, direct, 1);
        Entry text = new Author(peer, direct, 1).text("holiday");
        Entry given = own.write(2, EntryKind.OFFER, TakeField.with(offer("holiday.zip"), TakeId.random()));
        store(text);
        store(given);
        assertEquals(List.of(text), entries.search(direct, "holiday", 5));
        assertEquals(1, indexed("holiday"));
        entries.drop(own.key());
        assertEquals(List.of(text), entries.search(direct, "holiday", 5));
        assertEquals(1, indexed("holiday"));
    }

    /// As a node does whose log was forked, or who hears of an act before the offer that it names.
    @Test
    void whatIsGivenOfAShelfStaysHiddenWhereItIsWrittenAgainAndWhereAnActCameFirst() {
        Identity me = Identity.generate();
        Identity peer = Identity.generate();
        ConversationId direct = ConversationId.direct(me.fingerprint(), peer.fingerprint());
        entries.rememberDirect(direct, peer.fingerprint());
        Author own = new Author(me, direct, 1);
        Entry given = own.write(2, EntryKind.OFFER, TakeField.with(offer("holiday.zip"), TakeId.random()));
        Author later = new Author(me, direct, 2);
        Entry again = later.write(3, EntryKind.OFFER, ProfileText.again(given));
        store(given);
        store(again);
        Entry other = own.write(4, EntryKind.OFFER, TakeField.with(offer("holiday.pdf"), TakeId.random()));
        store(new Author(peer, direct, 1).write(5, EntryKind.REACT, new React(other.reference(), "x", true).toBody()));
        store(other);
        assertEquals(List.of(), entries.search(direct, "holiday", 5));
        assertEquals(0, indexed("holiday"));
        entries.drop(later.key());
        assertEquals(List.of(), new Timelines(database, me.fingerprint()).newest(direct, null, 5));
        entries.drop(own.key());
        assertEquals(0, indexed("holiday"));
    }

    /// As version 30 kept them.
    private void withoutCards() throws SQLException, IOException {
        closeDatabase();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("INSERT INTO entry_text (entry_text) VALUES ('delete-all')");
            sql.executeUpdate("INSERT INTO entry_text (rowid, text) SELECT id, json_extract(CAST(body AS TEXT),"
                    + " '$.text') FROM entry WHERE kind = 1 AND shown = 1");
            sql.executeUpdate(LaterSchema.DROP_ABOVE_31);
            sql.executeUpdate("PRAGMA user_version=30");
        }
        openDatabase();
        open();
    }

    @Test
    void cardsThatVersion30StoredAreFoundOnceAndLeaveAsNewOnesDo() throws Exception {
        Author ada = Author.of(ROOM, 1);
        Entry text = ada.text("plain lunch");
        Entry poll = poll(ada, 2, LUNCH);
        Entry box = box(ada, 3);
        Entry files = offer(ada, 4, "Lecture notes", "exam.pdf");
        Entry unreadable = ada.write(5, EntryKind.POLL, Author.bytes("{\"question\":\"lunch\",\"options\":[]}"));
        Entry broken = ada.write(6, EntryKind.OFFER, new byte[]{'{', 0});
        Entry gone = poll(ada, 7, new Poll("gone lunch", List.of("a", "b"), true, true));
        Entry delete = ada.write(8, EntryKind.DELETE, new Delete(gone.reference(), List.of()).toBody());
        store(text, poll, box, files, unreadable, broken, gone, delete);
        Author again = new Author(ada.identity, ROOM, 2);
        Entry second = again.write(9, EntryKind.COLLECT, ProfileText.again(box));
        store(second);
        withoutCards();
        assertEquals(List.of(text, poll), found("lunch"), "by the index of before");
        while (new SearchRenewal(database).step());
        for (int start = 0; start < 2; start++) {
            assertEquals(List.of(text, poll), found("lunch"));
            assertEquals(2, indexed("lunch"));
            assertEquals(List.of(second), found("heron"), "the one that is shown");
            assertEquals(List.of(files), found("lecture exam"));
            openDatabaseAgain();
            open();
        }
        entries.drop(ada.key());
        assertEquals(List.of(0, 0), List.of(indexed("lunch"), indexed("exam")));
        entries.drop(again.key());
        assertEquals(0, indexed("heron"));
        database.write(Database.Durability.BATCHED, connection -> {
            try (Statement sql = connection.createStatement()) {
                sql.executeUpdate("INSERT INTO entry_text (entry_text) VALUES ('integrity-check')");
            }
            return true;
        });
    }
}
