package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.frame.EntriesFrame;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnwrittenEntriesTest {
    private static final ConversationId ONE = ConversationId.of(RoomId.of(new byte[16]));
    private static final ConversationId TWO = ConversationId.of(RoomId.of(new byte[]{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0}));

    private final UnwrittenEntries drafts = new UnwrittenEntries();

    private PendingEntry add(ConversationId conversation, int bodyBytes) {
        var pending = new PendingEntry(conversation, EntryKind.TEXT, new byte[bodyBytes], _ -> {});
        drafts.add(pending);
        return pending;
    }

    @Test
    void whatWaitsForOneConversationGoesTogether() {
        PendingEntry first = add(ONE, 1);
        PendingEntry second = add(ONE, 1);
        assertEquals(List.of(first, second), drafts.next());
        assertEquals(List.of(), drafts.next());
    }

    @Test
    void theOrderIsKeptAcrossConversations() {
        PendingEntry first = add(ONE, 1);
        PendingEntry second = add(TWO, 1);
        PendingEntry third = add(ONE, 1);
        assertEquals(List.of(first), drafts.next());
        assertEquals(List.of(second), drafts.next());
        assertEquals(List.of(third), drafts.next());
    }

    @Test
    void aGroupIsBoundedInNumber() {
        for (int i = 0; i <= UnwrittenEntries.GROUP_MAX; i++) add(ONE, 1);
        assertEquals(UnwrittenEntries.GROUP_MAX, drafts.next().size());
        assertEquals(1, drafts.next().size());
    }

    @Test
    void aGroupFitsIntoOneFrame() {
        add(ONE, Entry.BODY_BYTES_MAX);
        add(ONE, Entry.BODY_BYTES_MAX);
        int around = Entry.AROUND_BODY_BYTES;
        add(ONE, EntriesFrame.ENTRY_BYTES_MAX - Entry.SENT_BYTES_MAX - around);
        List<PendingEntry> first = drafts.next();
        assertEquals(1, first.size(), "the largest body of all goes alone");
        List<PendingEntry> rest = drafts.next();
        assertEquals(2, rest.size(), "up to the last byte");
        assertTrue(rest.stream().mapToInt(PendingEntry::sentBytes).sum() == EntriesFrame.ENTRY_BYTES_MAX);
    }
}
