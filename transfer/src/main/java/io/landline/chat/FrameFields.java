package io.landline.chat;

import io.landline.frame.MalformedFrameException;
import io.landline.room.ConversationId;
import java.nio.ByteBuffer;

/// What all frames of conversations have in common. The caller has checked that enough bytes are there.
public final class FrameFields {
    private FrameFields() {}

    public static byte[] bytes(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    public static ConversationId conversation(ByteBuffer in) {
        return ConversationId.of(bytes(in, ConversationId.BYTES));
    }

    /// How many items of this size follow; checked before anything is allocated for them.
    public static int count(ByteBuffer in, int itemBytes, int max) throws MalformedFrameException {
        if (in.remaining() < Short.BYTES) throw new MalformedFrameException("count cut off");
        int count = Short.toUnsignedInt(in.getShort());
        if (count > max) throw new MalformedFrameException("more than " + max + " items");
        if (in.remaining() != (long) count * itemBytes) {
            throw new MalformedFrameException("items do not fill the frame");
        }
        return count;
    }

    public static long number(ByteBuffer in) throws MalformedFrameException {
        long number = in.getLong();
        if (number < 1 || number > EntryHeader.NUMBER_MAX) {
            throw new MalformedFrameException("entry number out of range");
        }
        return number;
    }

    public static boolean flag(ByteBuffer in) throws MalformedFrameException {
        byte flag = in.get();
        if (flag != 0 && flag != 1) throw new MalformedFrameException("a flag is 0 or 1, not " + flag);
        return flag == 1;
    }

    public static void end(ByteBuffer in) throws MalformedFrameException {
        if (in.hasRemaining()) throw new MalformedFrameException("bytes after the end");
    }
}
