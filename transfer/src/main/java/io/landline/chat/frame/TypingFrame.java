package io.landline.chat.frame;

import io.landline.chat.FrameFields;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.ConversationId;
import java.nio.ByteBuffer;

/// A person types in this conversation now.
///
///     +-----------------------+
///     | conversation id (128) |
///     +-----------------------+
public record TypingFrame(ConversationId conversation) {
    public Frame encode() {
        return new Frame(FrameType.TYPING, conversation.bytes());
    }

    public static TypingFrame decode(byte[] body) throws MalformedFrameException {
        if (body.length != ConversationId.BYTES) {
            throw new MalformedFrameException("typing of " + body.length + " bytes");
        }
        return new TypingFrame(FrameFields.conversation(ByteBuffer.wrap(body)));
    }
}
