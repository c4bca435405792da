package io.landline.storage.choices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.KeptDraft;
import io.landline.chat.act.Delete;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.ProfileText;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.choices.SqliteDrafts.Draft;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteDraftsTest extends DatabaseTest {
    private static final Fingerprint MAX = Fingerprint.ofPublicKey(new byte[32]);
    private static final Room ROOM = Room.open(new RoomName("class"));
    private static final ConversationId IN_ROOM = ConversationId.of(ROOM.id());

    private SqliteDrafts drafts;

    @BeforeEach
    void open() {
        drafts = new SqliteDrafts(database);
    }

    private static Draft in(int conversation, String text) {
        return new Draft(new ConversationId(1, conversation), null, KeptDraft.of(text));
    }

    @Test
    void aChangeOfAMessageIsKeptBesideTheDraftAndGoesByItself() {
        var change = new KeptDraft.Change(new EntryId(3, 4), "hello");
        drafts.keep(new Draft(new ConversationId(1, 1), null, new KeptDraft("", change)));
        drafts.keep(new Draft(new ConversationId(1, 2), MAX, new KeptDraft("to Max", change)));
        assertEquals(List.of(new Draft(new ConversationId(1, 2), MAX, new KeptDraft("to Max", change)),
                new Draft(new ConversationId(1, 1), null, new KeptDraft("", change))),
                new SqliteDrafts(database).all());
        drafts.keep(in(1, ""));
        drafts.keep(new Draft(new ConversationId(1, 2), MAX, KeptDraft.of("to Max")));
        assertEquals(List.of(new Draft(new ConversationId(1, 2), MAX, KeptDraft.of("to Max"))), drafts.all());
    }

    @Test
    void theOneThatWasChangedLastComesFirst() {
        var direct = new Draft(new ConversationId(1, 1), MAX, KeptDraft.of("to Max\n\u05d0"));
        drafts.keep(direct);
        drafts.keep(in(2, "two"));
        assertEquals(List.of(in(2, "two"), direct), drafts.all());
        drafts.keep(new Draft(direct.conversation(), MAX, KeptDraft.of("changed")));
        assertEquals(List.of("changed", "two"), drafts.all().stream().map(each -> each.kept().text()).toList());
    }

    @Test
    void anEmptyTextIsNoDraft() {
        drafts.keep(in(1, "one"));
        drafts.keep(in(1, ""));
        assertEquals(List.of(), drafts.all());
    }

    @Test
    void draftsSurviveAStart() throws IOException {
        drafts.keep(in(1, "one"));
        openDatabaseAgain();
        assertEquals(List.of(in(1, "one")), new SqliteDrafts(database).all());
    }

    @Test
    void ofOneTooManyTheOldestGoes() {
        for (int i = 0; i <= SqliteDrafts.DRAFTS_MAX; i++) drafts.keep(in(i, "draft " + i));
        assertEquals(SqliteDrafts.DRAFTS_MAX, drafts.all().size());
        assertEquals(in(1, "draft 1"), drafts.all().getLast());
    }

    @Test
    void ofALongerDraftTheBeginningIsKept() {
        String whole = "x".repeat(SqliteDrafts.CHARACTERS_MAX);
        drafts.keep(in(1, whole));
        assertEquals(whole, drafts.all().getFirst().kept().text());
        drafts.keep(in(1, whole + "y"));
        assertEquals(whole, drafts.all().getFirst().kept().text());
    }

    /// What it said stood in the profile, and came back as a new message.
    @Test
    void aChangeOfAMessageGoesWithTheMessage() throws IOException {
        EntryStore entries = SqliteChat.stores(database).entries();
        Author ada = Author.of(IN_ROOM, 1);
        Entry said = ada.text("xylophone");
        Entry kept = ada.text("marmalade");
        entries.add(List.of(said, kept), 2, EntryStore.Durability.FULL);
        var change = new KeptDraft.Change(said.id(), "xylophone quagmire");
        var other = new Draft(new ConversationId(1, 3), null,
                new KeptDraft("", new KeptDraft.Change(kept.id(), "marmalade and more")));
        drafts.keep(new Draft(IN_ROOM, null, new KeptDraft("", change)));
        drafts.keep(new Draft(new ConversationId(1, 2), MAX, new KeptDraft("to Max", change)));
        drafts.keep(other);
        Delete delete = new Delete(said.reference(), List.of());
        entries.add(List.of(ada.write(3, EntryKind.DELETE, delete.toBody())), 3, EntryStore.Durability.FULL);
        var rest = new Draft(new ConversationId(1, 2), MAX, KeptDraft.of("to Max"));
        assertEquals(Set.of(rest, other), Set.copyOf(drafts.all()));
        database.scrub();
        drafts.keep(new Draft(IN_ROOM, null, new KeptDraft("", change))); // by a window that does not know it yet
        drafts.keep(new Draft(new ConversationId(1, 2), MAX, new KeptDraft("to Max", change)));
        assertEquals(Set.of(rest, other), Set.copyOf(drafts.all()));
        String profile = ProfileText.of(folder);
        assertFalse(profile.contains("quagmire"));
        assertTrue(profile.contains("marmalade and more"));
    }

    @Test
    void aRoomsDraftGoesWithTheRoom() {
        var trust = new SqliteTrust(database, null);
        trust.keep(ROOM, Origin.MADE_HERE, Instant.EPOCH);
        drafts.keep(new Draft(IN_ROOM, null, KeptDraft.of("to all")));
        drafts.keep(in(2, "another"));
        Runnable back = trust.forget(ROOM.id());
        assertEquals(List.of(in(2, "another")), drafts.all());
        back.run();
        assertEquals(Set.of(in(2, "another"), new Draft(IN_ROOM, null, KeptDraft.of("to all"))),
                Set.copyOf(drafts.all()));
    }
}
