package io.landline.chat.frame;

import io.landline.chat.FrameFields;
import io.landline.chat.LogKey;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/// What the sender has of one conversation, or a page of that: pages stand for themselves.
///
///     +-----------------------+------------------+-----------+------------
///     | conversation id (128) | reply wanted (8) | count (16)| rows ...
///     +-----------------------+------------------+-----------+------------
///     row: author's key (256) | log id (64) | from (64) | to (64) | hash of `to` (256) | recent (64)
public record HaveFrame(ConversationId conversation, boolean replyWanted, List<Row> rows) {
    /// One page; a room of more logs sends several.
    public static final int ROWS_MAX = 1_024;
    private static final int ROW_BYTES = Ed25519.PUBLIC_KEY_BYTES + Long.BYTES * 4 + Sha256.BYTES;

    /// @param from > 1: the earlier ones are not there now
    /// @param recent from this number on the log's entries are among the newest 1,000 of the conversation; `to` + 1
    ///        where none is
    public record Row(byte[] authorKey, long log, long from, long to, byte[] hash, long recent) {
        public LogKey key(ConversationId conversation) {
            return new LogKey(conversation, Fingerprint.ofPublicKey(authorKey), log);
        }
    }

    public Frame encode() {
        ByteBuffer out = ByteBuffer.allocate(ConversationId.BYTES + 1 + Short.BYTES + rows.size() * ROW_BYTES);
        out.put(conversation.bytes()).put((byte) (replyWanted ? 1 : 0)).putShort((short) rows.size());
        for (Row row : rows) {
            out.put(row.authorKey).putLong(row.log).putLong(row.from).putLong(row.to).put(row.hash).putLong(row.recent);
        }
        return new Frame(FrameType.HAVE, out.array());
    }

    public static HaveFrame decode(byte[] body) throws MalformedFrameException {
        ByteBuffer in = ByteBuffer.wrap(body);
        if (in.remaining() < ConversationId.BYTES + 1) throw new MalformedFrameException("what I have is cut off");
        ConversationId conversation = FrameFields.conversation(in);
        boolean replyWanted = FrameFields.flag(in);
        int count = FrameFields.count(in, ROW_BYTES, ROWS_MAX);
        var rows = new EncodedRows(in.slice(), count);
        for (int i = 0; i < count; i++) rows.check(i);
        return new HaveFrame(conversation, replyWanted, rows);
    }

    /// The rows of a frame that came, read when they are asked for: a thousand of them take twice the memory of the
    /// frame, and a flood has many frames under way.
    private static final class EncodedRows extends AbstractList<Row> {
        private static final int FROM_AT = Ed25519.PUBLIC_KEY_BYTES + Long.BYTES;

        private final ByteBuffer all;
        private final int count;

        EncodedRows(ByteBuffer all, int count) {
            this.all = all;
            this.count = count;
        }

        void check(int index) throws MalformedFrameException {
            ByteBuffer in = at(index);
            in.position(in.position() + FROM_AT);
            long from = FrameFields.number(in);
            long to = FrameFields.number(in);
            in.position(in.position() + Sha256.BYTES);
            long recent = FrameFields.number(in);
            if (from > to || recent < from || recent > to + 1) {
                throw new MalformedFrameException("what I have is no range");
            }
        }

        @Override
        public Row get(int index) {
            ByteBuffer in = at(Objects.checkIndex(index, count));
            byte[] authorKey = FrameFields.bytes(in, Ed25519.PUBLIC_KEY_BYTES);
            long log = in.getLong();
            long from = in.getLong();
            long to = in.getLong();
            byte[] hash = FrameFields.bytes(in, Sha256.BYTES);
            return new Row(authorKey, log, from, to, hash, in.getLong());
        }

        @Override
        public int size() {
            return count;
        }

        private ByteBuffer at(int index) {
            return all.duplicate().position(index * ROW_BYTES);
        }
    }
}
