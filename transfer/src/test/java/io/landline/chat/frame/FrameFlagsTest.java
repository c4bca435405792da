package io.landline.chat.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.chat.LogKey;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A flag is 0 or 1. Another byte is no flag, and a sender of one breaks the protocol (docs/protocol/conversations.md).
class FrameFlagsTest {
    private static final ConversationId CONVERSATION = ConversationId.of(new byte[ConversationId.BYTES]);

    @Test
    void anInventoryWithAnotherFlagIsRefused() throws MalformedFrameException {
        byte[] body = new HaveFrame(CONVERSATION, true, List.of()).encode().body();
        assertEquals(true, HaveFrame.decode(body).replyWanted());
        body[ConversationId.BYTES] = 2;
        assertThrows(MalformedFrameException.class, () -> HaveFrame.decode(body));
    }

    @Test
    void aRequestWithAnotherFlagIsRefused() throws MalformedFrameException {
        var log = new LogKey(CONVERSATION, Identity.generate().fingerprint(), 7);
        byte[] body = new WantFrame(1, CONVERSATION, List.of(new WantFrame.Range(log, 1, 2, true))).encode().body();
        assertEquals(true, WantFrame.decode(body).ranges().getFirst().backwards());
        body[body.length - 1] = (byte) 0x80;
        assertThrows(MalformedFrameException.class, () -> WantFrame.decode(body));
    }
}
