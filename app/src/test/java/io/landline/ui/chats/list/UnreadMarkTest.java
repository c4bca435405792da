package io.landline.ui.chats.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Choices;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnreadMarkTest {
    private static Conversation room(int unread, int calls, Choice... choices) {
        return new Conversation("#quiet", Kind.ROOM, "quiet", null, true, unread, calls,
                new Choices(Set.of(choices), null), null);
    }

    private static int count(Conversation of) {
        return UnreadMark.countAll(List.of(of), false);
    }

    /// What a person marks by hand is to be come back to, whatever else is told of it.
    @Test
    void aMarkCountsAlsoWhereTheUserIsToldOfMentionsOnly() {
        assertEquals(1, count(room(9, 0, Choice.MENTIONS_ONLY, Choice.UNREAD)));
        assertEquals(2, count(room(9, 2, Choice.MENTIONS_ONLY, Choice.UNREAD)));
        assertEquals(0, count(room(9, 0, Choice.MENTIONS_ONLY)));
        assertEquals(0, count(room(9, 2, Choice.MENTIONS_ONLY, Choice.MUTED, Choice.UNREAD)));
    }

    @Test
    void mutedOnesCountLikeOthersWhereTheUserWantsThat() {
        Conversation muted = room(9, 2, Choice.MUTED);
        assertEquals(0, count(muted));
        List<Conversation> all = List.of(muted, room(4, 0), room(7, 1, Choice.MENTIONS_ONLY, Choice.MUTED),
                room(0, 0, Choice.UNREAD, Choice.MUTED), room(5, 0, Choice.MUTED, Choice.ARCHIVED));
        assertEquals(9 + 4 + 1 + 1, UnreadMark.countAll(all, true));
        assertEquals(4, UnreadMark.countAll(all, false));
    }
}
