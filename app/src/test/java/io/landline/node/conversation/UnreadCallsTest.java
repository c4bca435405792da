package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.identity.Identity;
import io.landline.node.port.Chats;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is kept of a conversation is seen by what is stored without a word about it: that is not found.
class UnreadCallsTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    private final Identity self = Identity.generate();
    private final Author ben = Author.of(ROOM, 1);
    private ChatStores stores;
    private UnreadCalls calls;
    private long time;

    @BeforeEach
    void open() {
        stores = SqliteChat.stores(database);
        calls = new UnreadCalls(new Timelines(database, self.fingerprint()), new TimelineViews(database),
                self.fingerprint());
    }

    private Entry store(Author author, EntryKind kind, byte[] body) {
        time++;
        Entry entry = author.write(time, kind, body);
        stores.entries().add(List.of(entry), 1, Durability.BATCHED);
        return entry;
    }

    private Entry write(Author author, Fingerprint... mentioned) {
        return store(author, EntryKind.TEXT, new EntryText("look", null, Set.of(mentioned)).toBody());
    }

    private Entry edit(Entry message, Fingerprint... mentioned) {
        return store(ben, EntryKind.EDIT, new Edit(message.reference(), "look here", Set.of(mentioned)).toBody());
    }

    private void assertCalls(Entry... wanted) {
        List<TimelinePosition> places = List.of(wanted).stream().map(Entry::position).toList();
        assertEquals(places, calls.in(ROOM).stream().sorted().toList());
    }

    @Test
    void whatOthersWroteToOneAndNobodyHasSeenIsFound() {
        write(ben, ben.fingerprint());
        Entry read = write(ben, self.fingerprint());
        Entry first = write(ben, self.fingerprint());
        Entry second = write(Author.of(ROOM, 2), ben.fingerprint(), self.fingerprint());
        write(new Author(self, ROOM, 3), self.fingerprint());
        stores.receipts().advance(ben.key(), self.fingerprint(), Receipt.READ, read.header().number());
        assertCalls(first, second);
    }

    @Test
    void aMessageThatMentionsOthersCostsNoNewLook() {
        Entry first = write(ben, self.fingerprint());
        assertCalls(first);
        Entry untold = write(ben, self.fingerprint());
        calls.came(List.of(write(ben), write(ben, ben.fingerprint())));
        assertCalls(first);
        Entry told = write(ben, self.fingerprint());
        calls.came(List.of(write(ben), told));
        assertCalls(first, untold, told);
    }

    @Test
    void whatWasReadThereIsNotCountedAfterwards() {
        Entry first = write(ben, self.fingerprint());
        Entry second = write(ben, self.fingerprint());
        assertCalls(first, second);
        stores.receipts().advance(ben.key(), self.fingerprint(), Receipt.READ, first.header().number());
        calls.forget(ConversationId.of(new byte[ConversationId.BYTES]));
        assertCalls(second);
    }

    @Test
    void whatIsEditedOrDeletedIsLookedAtAnew() {
        Entry edited = write(ben, self.fingerprint());
        Entry deleted = write(ben, self.fingerprint());
        Entry left = write(ben, self.fingerprint());
        assertCalls(edited, deleted, left);
        calls.came(List.of(edit(edited)));
        assertCalls(deleted, left);
        calls.came(List.of(edit(edited, self.fingerprint())));
        assertCalls(edited, deleted, left);
        calls.came(List.of(store(ben, EntryKind.DELETE, new Delete(deleted.reference(), List.of()).toBody())));
        assertCalls(edited, left);
    }

    @Test
    void aMentionThatAnEditAddsCountsUntilSomebodySawTheMessage() {
        Entry read = write(ben);
        Entry message = write(ben);
        stores.receipts().advance(ben.key(), self.fingerprint(), Receipt.READ, read.header().number());
        assertCalls();
        calls.came(List.of(edit(read, self.fingerprint())));
        assertCalls();
        calls.came(List.of(edit(message, self.fingerprint())));
        assertCalls(message);
        calls.came(List.of(edit(message)));
        assertCalls();
    }

    @Test
    void anEditThatChangesNoCallCostsNoNewLook() {
        Entry first = write(ben, self.fingerprint());
        assertCalls(first);
        Author cleo = Author.of(ROOM, 2);
        Entry other = write(cleo);
        Entry untold = write(cleo, self.fingerprint());
        byte[] edit = new Edit(other.reference(), "anew", Set.of(ben.fingerprint())).toBody();
        calls.came(List.of(store(cleo, EntryKind.EDIT, edit)));
        assertCalls(first);
        calls.came(List.of(edit(first, self.fingerprint())));
        assertCalls(first, untold);
    }

    /// An author with a smaller fingerprint: this one's messages are read first.
    private Author before(Author author) {
        Author other = Author.of(ROOM, 2);
        return other.fingerprint().compareTo(author.fingerprint()) < 0 ? other : before(author);
    }

    /// As many messages as are looked at, in one step.
    private List<Entry> storeMany(Author author, byte[] body) {
        var run = new ArrayList<Entry>();
        for (int i = 0; i < Chats.UNREAD_MAX; i++) run.add(author.write(++time, EntryKind.TEXT, body));
        stores.entries().add(run, 1, Durability.BATCHED);
        return run;
    }

    @Test
    void digitsInPlainTextHideNoMentionAndCostNoNewLook() {
        storeMany(before(ben), new EntryText("I am not " + self.fingerprint().hex()).toBody());
        Entry first = write(ben, self.fingerprint());
        assertCalls(first);
        Entry untold = write(ben, self.fingerprint());
        Entry digits = store(ben, EntryKind.TEXT, new EntryText(self.fingerprint().hex()).toBody());
        Entry edited = store(ben, EntryKind.EDIT,
                new Edit(write(ben).reference(), self.fingerprint().hex(), Set.of()).toBody());
        Author cleo = Author.of(ROOM, 3);
        calls.came(List.of(digits, store(cleo, EntryKind.TEXT, new EntryText(self.fingerprint().hex()).toBody())));
        assertCalls(first);
        calls.came(List.of(edited)); // by the author of a call: it may be the one that changed
        assertCalls(first, untold);
    }

    @Test
    void mentionsThatWereTakenBackHideNoneOfSomebodyElse() {
        Author other = before(ben);
        byte[] body = new EntryText("look", null, Set.of(self.fingerprint())).toBody();
        var edits = new ArrayList<Entry>();
        for (Entry each : storeMany(other, body)) {
            edits.add(other.write(++time, EntryKind.EDIT, new Edit(each.reference(), "there", Set.of()).toBody()));
        }
        stores.entries().add(edits, 1, Durability.BATCHED);
        assertCalls(write(ben, self.fingerprint()));
    }

    @Test
    void nothingIsKeptOfAConversationThatIsGone() {
        Entry first = write(ben, self.fingerprint());
        assertCalls(first);
        Entry untold = write(ben, self.fingerprint());
        calls.keepOnly(List.of(ROOM));
        assertCalls(first);
        calls.keepOnly(List.of());
        assertCalls(first, untold);
    }
}
