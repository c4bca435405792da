package io.landline.swarm;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What those who take part in one offer tell each other, on the control connection (docs/protocol/swarm.md, "Frames").
/// Reading checks all that can be known without the manifest; [#checkWithin] checks the rest. Immutable; any thread.
public sealed interface SwarmFrame {
    EntryId offer();

    Frame encode();

    /// Refuses chunks that an offer of this number does not have.
    void checkWithin(int chunks) throws MalformedFrameException;

    static boolean isOurs(int type) {
        return type >= FrameType.SWARM_MEMBER && type <= FrameType.SWARM_FINISHED;
    }

    /// The caller has asked [#isOurs].
    static SwarmFrame decode(Frame frame) throws MalformedFrameException {
        ByteBuffer in = ByteBuffer.wrap(frame.body());
        if (in.remaining() <= EntryId.BYTES) throw new MalformedFrameException("swarm frame that is cut off");
        var offer = new EntryId(in.getLong(), in.getLong());
        return switch (frame.type()) {
            case FrameType.SWARM_MEMBER -> Member.decode(offer, in);
            case FrameType.SWARM_HAVE -> Have.decode(offer, in);
            case FrameType.SWARM_HAVE_MORE -> new HaveMore(offer,
                    readSpans(in, HaveMore.SPANS_MAX, ChunkSet.CHUNKS_MAX));
            case FrameType.SWARM_WANT -> Want.decode(offer, in);
            case FrameType.SWARM_LATER -> Later.decode(offer, in);
            case FrameType.SWARM_PAGES -> Pages.decode(offer, in);
            case FrameType.SWARM_FINISHED -> Finished.decode(offer, in);
            default -> throw new IllegalArgumentException("frame type " + FrameType.written(frame.type()));
        };
    }

    /// The sender takes part, or no longer does. From somebody who said [Have] it means: no longer your partner.
    ///
    ///     +---------------+-----------+-----------+----------+
    ///     |  offer (128)  | here (8)  | answer (8)| link (8) |
    ///     +---------------+-----------+-----------+----------+
    ///
    /// @param answer the sender does not know yet whether we take part
    record Member(EntryId offer, boolean here, boolean answer, LinkKind link) implements SwarmFrame {
        static final int BYTES = EntryId.BYTES + 3;

        @Override
        public Frame encode() {
            return new Frame(FrameType.SWARM_MEMBER, begin(offer, BYTES).put((byte) (here ? 1 : 0))
                    .put((byte) (answer ? 1 : 0))
                    .put((byte) link.ordinal())
                    .array());
        }

        @Override
        public void checkWithin(int chunks) {}

        private static Member decode(EntryId offer, ByteBuffer in) throws MalformedFrameException {
            if (in.remaining() != BYTES - EntryId.BYTES) {
                throw new MalformedFrameException("member frame of a wrong size");
            }
            int here = in.get();
            int answer = in.get();
            int link = in.get();
            if (here < 0 || here > 1 || answer < 0 || answer > 1) {
                throw new MalformedFrameException("neither yes nor no");
            }
            // a kind of link that a later version knows
            boolean known = link >= 0 && link < LinkKind.values().length;
            return new Member(offer, here == 1, answer == 1, known ? LinkKind.values()[link] : LinkKind.UNKNOWN);
        }
    }

    /// One page of the sender's bitmap: the lowest bit of the first byte is chunk `base`.
    ///
    ///     +---------------+-----------+----------------
    ///     |  offer (128)  | base (32) | bitmap ...
    ///     +---------------+-----------+----------------
    record Have(EntryId offer, int base, byte[] bitmap) implements SwarmFrame {
        static final int HEADER_BYTES = EntryId.BYTES + Integer.BYTES;
        static final int BITMAP_BYTES_MAX = ChunkSet.PAGE_CHUNKS / Byte.SIZE;

        @Override
        public Frame encode() {
            return new Frame(FrameType.SWARM_HAVE,
                    begin(offer, HEADER_BYTES + bitmap.length).putInt(base).put(bitmap).array());
        }

        @Override
        public void checkWithin(int chunks) throws MalformedFrameException {
            ChunkSet.checkPage(base, bitmap, chunks);
        }

        /// Whether it says of each chunk of its page that it is there.
        ///
        /// @param chunks of the offer
        boolean isFull(int chunks) {
            return BitSet.valueOf(bitmap).cardinality() == Math.min(ChunkSet.PAGE_CHUNKS, chunks - base);
        }

        private static Have decode(EntryId offer, ByteBuffer in) throws MalformedFrameException {
            int bytes = in.remaining() - Integer.BYTES;
            if (bytes < 1 || bytes > BITMAP_BYTES_MAX) {
                throw new MalformedFrameException("bitmap of " + bytes + " bytes");
            }
            int base = in.getInt();
            if (base < 0 || base >= ChunkSet.CHUNKS_MAX || base % ChunkSet.PAGE_CHUNKS != 0) {
                throw new MalformedFrameException("bitmap from " + base + " on");
            }
            byte[] bitmap = new byte[bytes];
            in.get(bitmap);
            return new Have(offer, base, bitmap);
        }
    }

    /// Chunks that the sender has verified since it told last: at most [#SPANS_MAX] spans.
    record HaveMore(EntryId offer, List<ChunkSpan> spans) implements SwarmFrame {
        /// A quarter of a control frame; a second holds sixteen thousand small files.
        public static final int SPANS_MAX = 4_096;

        public HaveMore { spans = List.copyOf(spans); }

        @Override
        public Frame encode() {
            return new Frame(FrameType.SWARM_HAVE_MORE,
                    putSpans(begin(offer, EntryId.BYTES + spans.size() * ChunkSpan.BYTES), spans));
        }

        @Override
        public void checkWithin(int chunks) throws MalformedFrameException {
            checkSpans(spans, chunks);
        }
    }

    /// Asks for chunks, or takes a question back.
    ///
    ///     +---------------+-----------+------------------------------------
    ///     |  offer (128)  | kind (8)  | first (32) | count (32) | ...
    ///     +---------------+-----------+------------------------------------
    record Want(EntryId offer, Kind kind, List<ChunkSpan> spans) implements SwarmFrame {
        /// Chunks in one frame, and of one peer that may wait to be served.
        public static final int CHUNKS_MAX = 512;

        /// What is wanted. The numbers on the wire are the ordinals.
        public enum Kind {
            ASK,
            /// None of the asker's partners gives it: the origin cannot send it to one of them.
            NOBODY_GIVES_IT,
            CANCEL
        }

        public Want { spans = List.copyOf(spans); }

        @Override
        public Frame encode() {
            ByteBuffer out = begin(offer, EntryId.BYTES + 1 + spans.size() * ChunkSpan.BYTES)
                    .put((byte) kind.ordinal());
            return new Frame(FrameType.SWARM_WANT, putSpans(out, spans));
        }

        @Override
        public void checkWithin(int chunks) throws MalformedFrameException {
            checkSpans(spans, chunks);
        }

        private static Want decode(EntryId offer, ByteBuffer in) throws MalformedFrameException {
            int kind = in.get();
            if (kind < 0 || kind >= Kind.values().length) throw new MalformedFrameException("unknown kind of want");
            return new Want(offer, Kind.values()[kind], readSpans(in, CHUNKS_MAX, CHUNKS_MAX));
        }
    }

    /// The chunks that were asked for will not come from here now; the asker may ask again after this number of
    /// milliseconds. With none the sender does not have them.
    ///
    ///     +---------------+---------------+------------------------------------
    ///     |  offer (128)  | millis (16)   | first (32) | count (32) | ...
    ///     +---------------+---------------+------------------------------------
    record Later(EntryId offer, int millis, List<ChunkSpan> spans) implements SwarmFrame {
        public static final int MILLIS_MAX = 10_000;

        public Later { spans = List.copyOf(spans); }

        @Override
        public Frame encode() {
            ByteBuffer out = begin(offer, EntryId.BYTES + Short.BYTES + spans.size() * ChunkSpan.BYTES);
            return new Frame(FrameType.SWARM_LATER, putSpans(out.putShort((short) millis), spans));
        }

        @Override
        public void checkWithin(int chunks) throws MalformedFrameException {
            checkSpans(spans, chunks);
        }

        private static Later decode(EntryId offer, ByteBuffer in) throws MalformedFrameException {
            if (in.remaining() < Short.BYTES) throw new MalformedFrameException("swarm frame that is cut off");
            int millis = Short.toUnsignedInt(in.getShort());
            if (millis > MILLIS_MAX) throw new MalformedFrameException("later by " + millis + " ms");
            return new Later(offer, millis, readSpans(in, Want.CHUNKS_MAX, Want.CHUNKS_MAX));
        }
    }

    /// Asks for pages of hashes by their numbers. Who has one answers by it (docs/protocol/files.md, "Hash pages").
    record Pages(EntryId offer, List<Integer> pages) implements SwarmFrame {
        /// Pages in one frame: a receiver asks for few ahead.
        public static final int PAGES_MAX = 16;

        public Pages { pages = List.copyOf(pages); }

        @Override
        public Frame encode() {
            ByteBuffer out = begin(offer, EntryId.BYTES + pages.size() * Integer.BYTES);
            pages.forEach(out::putInt);
            return new Frame(FrameType.SWARM_PAGES, out.array());
        }

        @Override
        public void checkWithin(int chunks) throws MalformedFrameException {
            for (int page : pages) {
                if (page > (chunks - 1) / FirstSlice.PAGE_CHUNKS) {
                    throw new MalformedFrameException("a page behind the last one");
                }
            }
        }

        private static Pages decode(EntryId offer, ByteBuffer in) throws MalformedFrameException {
            int bytes = in.remaining();
            if (bytes % Integer.BYTES != 0 || bytes / Integer.BYTES > PAGES_MAX) {
                throw new MalformedFrameException("pages of " + bytes + " bytes");
            }
            var pages = new ArrayList<Integer>(bytes / Integer.BYTES);
            while (in.hasRemaining()) {
                int page = in.getInt();
                if (page < 0) throw new MalformedFrameException("page outside its limits");
                pages.add(page);
            }
            return new Pages(offer, pages);
        }
    }

    /// The sender has all that it wants, or not any more. Sent only by a node that lacks some of the offer.
    ///
    ///     +---------------+--------------+
    ///     |  offer (128)  | finished (8) |
    ///     +---------------+--------------+
    record Finished(EntryId offer, boolean finished) implements SwarmFrame {
        static final int BYTES = EntryId.BYTES + 1;

        @Override
        public Frame encode() {
            return new Frame(FrameType.SWARM_FINISHED, begin(offer, BYTES).put((byte) (finished ? 1 : 0)).array());
        }

        @Override
        public void checkWithin(int chunks) {}

        private static Finished decode(EntryId offer, ByteBuffer in) throws MalformedFrameException {
            int finished = in.get();
            if (in.hasRemaining() || finished < 0 || finished > 1) {
                throw new MalformedFrameException("neither finished nor not");
            }
            return new Finished(offer, finished == 1);
        }
    }

    private static ByteBuffer begin(EntryId offer, int bytes) {
        return ByteBuffer.allocate(bytes).putLong(offer.high()).putLong(offer.low());
    }

    private static byte[] putSpans(ByteBuffer out, List<ChunkSpan> spans) {
        for (ChunkSpan span : spans) out.putInt(span.first()).putInt(span.count());
        return out.array();
    }

    private static List<ChunkSpan> readSpans(ByteBuffer in, int spansMax, int chunksMax)
            throws MalformedFrameException {
        int bytes = in.remaining();
        if (bytes < ChunkSpan.BYTES || bytes % ChunkSpan.BYTES != 0 || bytes / ChunkSpan.BYTES > spansMax) {
            throw new MalformedFrameException("spans of " + bytes + " bytes");
        }
        var spans = new ArrayList<ChunkSpan>(bytes / ChunkSpan.BYTES);
        int chunks = 0;
        while (in.hasRemaining()) {
            int first = in.getInt();
            int count = in.getInt();
            if (!ChunkSpan.fits(first, count) || count > chunksMax - chunks) {
                throw new MalformedFrameException("span outside its limits");
            }
            chunks += count;
            spans.add(new ChunkSpan(first, count));
        }
        return spans;
    }

    private static void checkSpans(List<ChunkSpan> spans, int chunks) throws MalformedFrameException {
        for (ChunkSpan span : spans) {
            if (span.end() > chunks) throw new MalformedFrameException("chunks behind the last one");
        }
    }
}
