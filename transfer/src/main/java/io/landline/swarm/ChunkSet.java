package io.landline.swarm;

import io.landline.frame.MalformedFrameException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Some of the chunks of one offer, as one bit a chunk. Confined to its owner's thread.
public final class ChunkSet {
    /// Chunks of one offer: 16 TiB at the usual size, and a bitmap of 2 MiB.
    public static final int CHUNKS_MAX = 1 << 24;
    /// How many chunks' bits one frame has: 64 KiB, half a control frame.
    public static final int PAGE_CHUNKS = 1 << 19;

    private static final IntConsumer NOBODY = _ -> {};

    private final int chunks;
    private final long[] words;
    private int count;

    public ChunkSet(int chunks) {
        if (chunks < 1 || chunks > CHUNKS_MAX) throw new IllegalArgumentException("an offer of " + chunks + " chunks");
        this.chunks = chunks;
        this.words = new long[(chunks - 1) / Long.SIZE + 1];
    }

    /// All chunks of an offer.
    public static ChunkSet full(int chunks) {
        var full = new ChunkSet(chunks);
        full.addAll(new ChunkSpan(0, chunks));
        return full;
    }

    /// The same chunks, as a set of its own.
    public ChunkSet copy() {
        var copy = new ChunkSet(chunks);
        System.arraycopy(words, 0, copy.words, 0, words.length);
        copy.count = count;
        return copy;
    }

    /// How many chunks the offer has.
    public int chunks() {
        return chunks;
    }

    /// How many of them are in the set.
    public int count() {
        return count;
    }

    public boolean isFull() {
        return count == chunks;
    }

    public boolean has(int chunk) {
        return (words[chunk / Long.SIZE] >>> chunk & 1) == 1;
    }

    /// Whether every chunk of the span is in the set.
    public boolean hasAll(ChunkSpan span) {
        for (int word = span.first() / Long.SIZE; word <= (span.end() - 1) / Long.SIZE; word++) {
            if ((bits(word, span) & ~words[word]) != 0) return false;
        }
        return true;
    }

    /// The bits of one word that belong to the span.
    private static long bits(int word, ChunkSpan span) {
        long bits = -1L;
        if (word == span.first() / Long.SIZE) bits &= -1L << span.first();
        if (word == (span.end() - 1) / Long.SIZE) bits &= -1L >>> -span.end();
        return bits;
    }

    /// True if it is new.
    public boolean add(int chunk) {
        if (chunk >= chunks) throw new IllegalArgumentException("chunk " + chunk + " of " + chunks);
        long before = words[chunk / Long.SIZE];
        words[chunk / Long.SIZE] = before | 1L << chunk;
        if (before == words[chunk / Long.SIZE]) return false;
        count++;
        return true;
    }

    public void remove(int chunk) {
        if (!has(chunk)) return;
        words[chunk / Long.SIZE] &= ~(1L << chunk);
        count--;
    }

    /// Tells how many are new.
    public int addAll(ChunkSpan span) {
        return addAll(span, NOBODY);
    }

    /// Tells how many are new, and each of them. What was there already costs little: others send such spans.
    int addAll(ChunkSpan span, IntConsumer added) {
        if (span.end() > chunks) throw new IllegalArgumentException("chunks up to " + span.end() + " of " + chunks);
        int before = count;
        for (int word = span.first() / Long.SIZE; word <= (span.end() - 1) / Long.SIZE; word++) {
            addWord(word, bits(word, span), added);
        }
        return count - before;
    }

    private void addWord(int word, long bits, IntConsumer added) {
        long news = bits & ~words[word];
        words[word] |= news;
        count += Long.bitCount(news);
        if (added == NOBODY) return;
        for (; news != 0; news &= news - 1) added.accept(word * Long.SIZE + Long.numberOfTrailingZeros(news));
    }

    public void clear() {
        Arrays.fill(words, 0);
        count = 0;
    }

    /// The first chunk from `from` on that is not in the set, or [#chunks()].
    public int nextAbsent(int from) {
        for (int word = from / Long.SIZE; word < words.length; word++) {
            long absent = ~words[word];
            if (word == from / Long.SIZE) absent &= -1L << from;
            if (absent != 0) return Math.min(chunks, word * Long.SIZE + Long.numberOfTrailingZeros(absent));
        }
        return chunks;
    }

    /// The first chunk from `from` on that is in the set, or [#chunks()].
    public int nextPresent(int from) {
        for (int word = from / Long.SIZE; word < words.length; word++) {
            long present = words[word];
            if (word == from / Long.SIZE) present &= -1L << from;
            if (present != 0) return word * Long.SIZE + Long.numberOfTrailingZeros(present);
        }
        return chunks;
    }

    /// The first spans of the set, in order, never touching each other.
    public List<ChunkSpan> spans(int max) {
        var spans = new ArrayList<ChunkSpan>();
        int first = nextPresent(0);
        while (first < chunks && spans.size() < max) {
            int end = nextAbsent(first);
            spans.add(new ChunkSpan(first, end - first));
            first = end < chunks ? nextPresent(end) : chunks;
        }
        return spans;
    }

    /// Adds what both others have. Of one offer all three.
    void addCommon(ChunkSet one, ChunkSet other) {
        for (int word = 0; word < words.length; word++) addWord(word, one.words[word] & other.words[word], NOBODY);
    }

    /// How many chunks are in this set and not in the other.
    public int countMissingIn(ChunkSet other) {
        int missing = 0;
        for (int word = 0; word < words.length; word++) missing += Long.bitCount(words[word] & ~other.words[word]);
        return missing;
    }

    /// What the set occupies.
    public static long bytesOf(int chunks) {
        return (chunks + Byte.SIZE - 1L) / Byte.SIZE;
    }

    int words() {
        return words.length;
    }

    long word(int index) {
        return words[index];
    }

    /// The bits of one page as they travel: the lowest bit of the first byte is chunk `base`.
    byte[] page(int base) {
        int bytes = pageBytes(base, chunks);
        ByteBuffer page = ByteBuffer.allocate((bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
        page.order(ByteOrder.LITTLE_ENDIAN);
        for (int word = base / Long.SIZE; page.hasRemaining(); word++) page.putLong(words[word]);
        return Arrays.copyOf(page.array(), bytes);
    }

    /// Adds what a page says; tells how many are new.
    int addPage(int base, byte[] page) throws MalformedFrameException {
        return addPage(base, page, NOBODY);
    }

    /// The same, and tells each that is new.
    int addPage(int base, byte[] page, IntConsumer added) throws MalformedFrameException {
        checkPage(base, page, chunks);
        int before = count;
        ByteBuffer padded = ByteBuffer.wrap(Arrays.copyOf(page,
                (page.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (int word = base / Long.SIZE; padded.hasRemaining(); word++) {
            addWord(word, padded.getLong(), added);
        }
        return count - before;
    }

    static void checkPage(int base, byte[] page, int chunks) throws MalformedFrameException {
        if (base >= chunks || page.length != pageBytes(base, chunks)) {
            throw new MalformedFrameException("bitmap of another offer");
        }
        int spare = page.length * Byte.SIZE - Math.min(PAGE_CHUNKS, chunks - base);
        if (spare > 0 && (page[page.length - 1] & 0xff) >>> Byte.SIZE - spare != 0) {
            throw new MalformedFrameException("bits behind the last chunk");
        }
    }

    /// Bytes of the page that begins at `base`, in an offer of this number of chunks.
    static int pageBytes(int base, int chunks) {
        return (int) bytesOf(Math.min(PAGE_CHUNKS, chunks - base));
    }
}
