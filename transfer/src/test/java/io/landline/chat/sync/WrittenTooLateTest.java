package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.RetiredRoomException;
import io.landline.chat.RetiredRooms;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.testing.Patience;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A room got new words while something was on its way into it. Who was left out would read it.
@Timeout(Patience.SECONDS)
class WrittenTooLateTest {
    private static final RoomId OLD = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(OLD);
    private static final byte[] TEXT = new EntryText("for the chosen").toBody();

    private final ChatStores stores = InMemoryStores.create();
    private final Conversations conversations = Conversations.open(Identity.generate(), stores,
            new RetiredRooms(OLD::equals), _ -> Standing.MEMBER, new ConversationListener() {},
            InstantSource.system());

    @AfterEach
    void close() {
        conversations.close();
    }

    @Test
    void nothingIsSaidInARoomThatGoesOnWithOtherWords() {
        assertThrows(RetiredRoomException.class, () -> conversations.append(CONVERSATION, EntryKind.TEXT, TEXT));
        var soon = conversations.appendSoon(CONVERSATION, EntryKind.TEXT, TEXT);
        assertInstanceOf(RetiredRoomException.class,
                assertThrows(CompletionException.class, soon::join).getCause());
        assertEquals(List.of(), stores.entries().newest(CONVERSATION, null, 10));
    }

    @Test
    void whatWasOfferedThereBeforeIsFinishedOrWithdrawnThere() {
        for (EntryKind kind : List.of(EntryKind.FILE_IDENTITY, EntryKind.WITHDRAWN)) {
            conversations.append(CONVERSATION, kind, new byte[]{'{', '}'});
        }
        assertEquals(2, stores.entries().newest(CONVERSATION, null, 10).size());
    }
}
