package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.room.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of conversations does with the entries of its own node.
abstract class OwnEntriesContract {
    static final ConversationId ROOM = ConversationId.of(
            new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    ChatStores stores;
    EntryStore entries;

    protected abstract ChatStores create() throws Exception;

    @BeforeEach
    void createStores() throws Exception {
        stores = create();
        entries = stores.entries();
    }

    void add(List<Entry> run) {
        entries.add(run, LamportClock.after(entries.clock(run.getFirst().header().conversation()), run),
                Durability.BATCHED);
    }

    @Test
    void theOwnLogAndTheDirectPeerAreRemembered() {
        assertNull(entries.ownLog(ROOM));
        assertNull(entries.directPeer(ROOM));
        Author peer = Author.of(ROOM, 1);
        entries.setOwnLog(ROOM, -3);
        entries.setOwnLog(ROOM, -4);
        entries.rememberDirect(ROOM, peer.fingerprint());
        assertEquals(-4, entries.ownLog(ROOM));
        assertEquals(peer.fingerprint(), entries.directPeer(ROOM));
    }

    @Test
    void theOthersOfDirectConversationsAreListedAsLongAsSomethingIsHeld() {
        Author peer = Author.of(ROOM, 1);
        entries.rememberDirect(ROOM, peer.fingerprint());
        assertEquals(Set.of(), entries.directPeers());
        add(List.of(peer.text("psst")));
        assertEquals(Set.of(peer.fingerprint()), entries.directPeers());
    }

    @Test
    void aDirectConversationWhoseOnlyLogIsDroppedIsForgotten() {
        ConversationId other = ConversationId.of(new byte[ConversationId.BYTES]);
        Author peer = Author.of(ROOM, 1);
        Author newer = Author.of(other, 2);
        entries.rememberDirect(ROOM, peer.fingerprint());
        add(List.of(peer.text("psst")));
        entries.rememberDirect(other, newer.fingerprint());
        add(List.of(newer.text("psst")));
        entries.drop(peer.key());
        assertNull(entries.directPeer(ROOM));
        assertEquals(newer.fingerprint(), entries.directPeer(other));
    }

    @Test
    void theOthersOfDirectConversationsAreListedAsTheyBegan() {
        ConversationId other = ConversationId.of(new byte[ConversationId.BYTES]);
        Author first = Author.of(other, 1);
        Author second = Author.of(ROOM, 2);
        entries.rememberDirect(ROOM, second.fingerprint());
        entries.rememberDirect(other, first.fingerprint());
        add(List.of(first.text("one")));
        add(List.of(second.text("two")));
        assertEquals(List.of(first.fingerprint(), second.fingerprint()), List.copyOf(entries.directPeers()));
    }

    @Test
    void anOwnEntryIsMadeOfWhatStandsThereAndStoredInTheSameStep() {
        Author me = Author.of(ROOM, -7);
        var seen = new ArrayList<EntryStore.OwnLog>();
        add(List.of(Author.of(ROOM, 1).write(30, EntryKind.TEXT, new EntryText("theirs").toBody())));
        for (long lamport : List.of(31L, 32L)) {
            List<Entry> made = entries.append(ROOM, me.fingerprint(), null, own -> {
                seen.add(own);
                return List.of(me.write(lamport, EntryKind.TEXT, new EntryText("mine").toBody()));
            });
            assertEquals(made.getFirst(), entries.newest(ROOM, null, 1).getFirst());
            assertEquals(lamport, entries.clock(ROOM));
        }
        assertEquals(-7, entries.ownLog(ROOM));
        assertEquals(new EntryStore.OwnLog(null, null, 30), seen.getFirst());
        assertEquals(-7, seen.getLast().id());
        assertEquals(1, seen.getLast().held().to());
        assertEquals(31, seen.getLast().clock());
        assertNull(entries.directPeer(ROOM));
    }

    @Test
    void severalOwnEntriesAreStoredInOneStep() {
        Author me = Author.of(ROOM, -7);
        List<Entry> made = entries.append(ROOM, me.fingerprint(), null,
                _ -> List.of(me.text("first"), me.text("second"), me.text("third")));
        assertEquals(made, entries.newest(ROOM, null, 10));
        assertEquals(-7, entries.ownLog(ROOM));
        assertEquals(made.getLast().header().lamport(), entries.clock(ROOM));
    }

    @Test
    void anOwnEntryBringsTheOtherSideOfItsDirectConversation() {
        Author me = Author.of(ROOM, 1);
        Author peer = Author.of(ROOM, 2);
        entries.append(ROOM, me.fingerprint(), peer.fingerprint(), _ -> List.of(me.text("first")));
        assertEquals(peer.fingerprint(), entries.directPeer(ROOM));
        entries.append(ROOM, me.fingerprint(), null, _ -> List.of(me.text("second")));
        assertEquals(peer.fingerprint(), entries.directPeer(ROOM), "remembered");
    }

    @Test
    void whereAnOwnEntryDoesNotJoinNothingOfItIsKept() {
        Author me = Author.of(ROOM, 1);
        Author other = Author.of(ROOM, 2);
        entries.append(ROOM, other.fingerprint(), null, _ -> List.of(other.text("first")));
        other.text("never stored");
        assertThrows(IllegalArgumentException.class,
                () -> entries.append(ROOM, me.fingerprint(), me.fingerprint(),
                        _ -> List.of(other.text("after a gap"))));
        assertEquals(1, entries.newest(ROOM, null, 10).size());
        assertEquals(2, entries.ownLog(ROOM));
        assertNull(entries.directPeer(ROOM));
    }
}
