package io.landline.chat.frame;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.FrameFields;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.room.ConversationId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Entries of one conversation, as an answer to a [WantFrame] (its request number) or unasked (0: just written).
///
///     +---------------+-----------------------+-----------+----------------
///     | request (32)  | conversation id (128) | count (16)| entries ...
///     +---------------+-----------------------+-----------+----------------
///     entry: header (150 bytes) | signature (64 bytes) | what is here (8)
///            0: nothing | 1: body | 2: header (150), signature (64) and body of the `delete` that names it
///
/// Entries of one log stand together in ascending order: a run. Of each run the last signature is checked, the chain
/// vouches for the rest.
public record EntriesFrame(int request, ConversationId conversation, List<Entry> entries) {
    /// The request number of entries that nobody asked for.
    public static final int UNASKED = 0;
    private static final byte NO_BODY = 0;
    private static final byte BODY = 1;
    private static final byte DELETED = 2;
    static final int HEAD_BYTES = Integer.BYTES + ConversationId.BYTES + Short.BYTES;
    /// Bytes of entries, as [Entry#sentBytes] counts them, that one frame takes.
    public static final int ENTRY_BYTES_MAX = Frame.CONTROL_BODY_BYTES_MAX - HEAD_BYTES;

    public Frame encode() {
        int size = HEAD_BYTES;
        for (Entry entry : entries) size += entry.sentBytes();
        if (size > Frame.CONTROL_BODY_BYTES_MAX) {
            throw new IllegalArgumentException("entries of " + size + " bytes in one frame");
        }
        ByteBuffer out = ByteBuffer.allocate(size)
                .putInt(request)
                .put(conversation.bytes())
                .putShort((short) entries.size());
        for (Entry entry : entries) {
            byte[] body = entry.body();
            Deletion deletion = entry.deletion();
            out.put(entry.headerBytes()).put(entry.signature());
            if (body != null) {
                out.put(BODY).put(body);
            } else if (deletion != null) {
                deletion.write(out.put(DELETED));
            } else {
                out.put(NO_BODY);
            }
        }
        return new Frame(FrameType.ENTRIES, out.array());
    }

    /// Whether both bring what was just written in the same conversation. Looks at what a frame begins with alone.
    public static boolean areOneStream(Frame one, Frame next) {
        return isJustWritten(one) && isJustWritten(next) && Arrays.equals(one.body(), Integer.BYTES,
                Integer.BYTES + ConversationId.BYTES, next.body(), Integer.BYTES, Integer.BYTES + ConversationId.BYTES);
    }

    private static boolean isJustWritten(Frame frame) {
        return frame.type() == FrameType.ENTRIES && frame.body().length >= HEAD_BYTES
                && ByteBuffer.wrap(frame.body()).getInt() == UNASKED;
    }

    public static EntriesFrame decode(byte[] frameBody) throws MalformedFrameException {
        ByteBuffer in = ByteBuffer.wrap(frameBody);
        if (in.remaining() < HEAD_BYTES) throw new MalformedFrameException("entries cut off");
        int request = in.getInt();
        ConversationId conversation = FrameFields.conversation(in);
        int count = Short.toUnsignedInt(in.getShort());
        if ((long) count * Entry.AROUND_BODY_BYTES > in.remaining()) {
            throw new MalformedFrameException("more entries told than sent");
        }
        var entries = new ArrayList<Entry>(count);
        for (int i = 0; i < count; i++) entries.add(entry(in, conversation));
        FrameFields.end(in);
        return new EntriesFrame(request, conversation, entries);
    }

    private static Entry entry(ByteBuffer in, ConversationId conversation) throws MalformedFrameException {
        if (in.remaining() < Entry.AROUND_BODY_BYTES) throw new MalformedFrameException("entry cut off");
        EntryHeader header = EntryHeader.read(in);
        if (!header.conversation().equals(conversation)) {
            throw new MalformedFrameException("entry of another conversation");
        }
        byte[] signature = FrameFields.bytes(in, Ed25519.SIGNATURE_BYTES);
        byte here = in.get();
        if (here == NO_BODY) return new Entry(header, signature, null);
        if (here == DELETED) return deleted(new Entry(header, signature, null), Deletion.read(in));
        if (here != BODY) throw new MalformedFrameException("body is neither here nor not");
        if (header.bodyBytes() > in.remaining()) throw new MalformedFrameException("entry body cut off");
        return new Entry(header, signature, FrameFields.bytes(in, header.bodyBytes()));
    }

    private static Entry deleted(Entry entry, Deletion deletion) throws MalformedFrameException {
        if (!deletion.covers(entry)) throw new MalformedFrameException("deleted by what does not name it");
        return entry.deletedBy(deletion);
    }
}
