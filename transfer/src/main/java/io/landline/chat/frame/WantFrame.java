package io.landline.chat.frame;

import io.landline.chat.FrameFields;
import io.landline.chat.LogKey;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Asks for entries of one conversation. Answered with exactly one [EntriesFrame] of the same request number, with as
/// much as fits, in the order of the ranges; for more, the peer asks again. So neither side ever holds more than one
/// frame for the other.
///
///     +---------------+-----------------------+-----------+------------
///     | request (32)  | conversation id (128) | count (16)| ranges ...
///     +---------------+-----------------------+-----------+------------
///     range: author's fingerprint (256) | log id (64) | from (64) | to (64) | backwards: 0 or 1 (8)
public record WantFrame(int request, ConversationId conversation, List<Range> ranges) {
    /// More logs than this are asked for in a second request.
    public static final int RANGES_MAX = 256;
    private static final int RANGE_BYTES = Fingerprint.BYTES + Long.BYTES * 3 + 1;

    /// @param backwards where not all fits, the end of the range is what is wanted: it joins what the asker holds
    public record Range(LogKey log, long from, long to, boolean backwards) {
        /// The part of this range that is wanted first.
        ///
        /// @param entries at least 1
        public Range atMost(long entries) {
            if (to - from < entries) return this;
            return backwards
                    ? new Range(log, to - entries + 1, to, true)
                    : new Range(log, from, from + entries - 1, false);
        }
    }

    public Frame encode() {
        ByteBuffer out = ByteBuffer.allocate(
                Integer.BYTES + ConversationId.BYTES + Short.BYTES + ranges.size() * RANGE_BYTES);
        out.putInt(request).put(conversation.bytes()).putShort((short) ranges.size());
        for (Range range : ranges) {
            out.put(range.log.author().bytes()).putLong(range.log.log()).putLong(range.from).putLong(range.to);
            out.put((byte) (range.backwards ? 1 : 0));
        }
        return new Frame(FrameType.WANT, out.array());
    }

    public static WantFrame decode(byte[] body) throws MalformedFrameException {
        ByteBuffer in = ByteBuffer.wrap(body);
        if (in.remaining() < Integer.BYTES + ConversationId.BYTES) throw new MalformedFrameException("request cut off");
        int request = in.getInt();
        if (request == EntriesFrame.UNASKED) throw new MalformedFrameException("request without a number");
        ConversationId conversation = FrameFields.conversation(in);
        int count = FrameFields.count(in, RANGE_BYTES, RANGES_MAX);
        var ranges = new ArrayList<Range>(count);
        for (int i = 0; i < count; i++) {
            Fingerprint author = Fingerprint.of(FrameFields.bytes(in, Fingerprint.BYTES));
            var log = new LogKey(conversation, author, in.getLong());
            long from = FrameFields.number(in);
            long to = FrameFields.number(in);
            if (from > to) throw new MalformedFrameException("request for no range");
            ranges.add(new Range(log, from, to, FrameFields.flag(in)));
        }
        return new WantFrame(request, conversation, ranges);
    }
}
