package io.landline.chat.frame;

import io.landline.chat.FrameFields;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.room.ConversationId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Delivered or read (the frame's type says which), told to the author of these logs: cumulative, so one that is lost
/// is made good by the next.
///
///     +-----------------------+-----------+------------
///     | conversation id (128) | count (16)| log id (64) | up to (64) | ...
///     +-----------------------+-----------+------------
public record ReceiptsFrame(ConversationId conversation, List<Row> rows) {
    /// An author has few logs; more are told in the next frame.
    public static final int ROWS_MAX = 256;
    private static final int ROW_BYTES = Long.BYTES * 2;

    public record Row(long log, long upTo) {}

    public Frame encode(int type) {
        ByteBuffer out = ByteBuffer.allocate(ConversationId.BYTES + Short.BYTES + rows.size() * ROW_BYTES);
        out.put(conversation.bytes()).putShort((short) rows.size());
        for (Row row : rows) out.putLong(row.log).putLong(row.upTo);
        return new Frame(type, out.array());
    }

    public static ReceiptsFrame decode(byte[] body) throws MalformedFrameException {
        ByteBuffer in = ByteBuffer.wrap(body);
        if (in.remaining() < ConversationId.BYTES) throw new MalformedFrameException("receipts cut off");
        ConversationId conversation = FrameFields.conversation(in);
        int count = FrameFields.count(in, ROW_BYTES, ROWS_MAX);
        var rows = new ArrayList<Row>(count);
        for (int i = 0; i < count; i++) rows.add(new Row(in.getLong(), FrameFields.number(in)));
        return new ReceiptsFrame(conversation, rows);
    }
}
