package io.landline.swarm;

import java.util.List;
import java.util.random.RandomGenerator;

/// Chooses which chunk to ask for: the one that fewest partners have. Among equals it is drawn, so that equal receivers
/// do not all hold the same (docs/protocol/swarm.md, "Which chunk"). Pure, apart from the random numbers; any thread.
///
/// Sixty-four chunks are counted at a time: bit `c` of `planes[k]` is bit `k` of the number of partners that have chunk
/// `c`.
final class RarestChunk {
    static final int NONE = -1;
    /// Words looked at closely: 65,536 chunks. So a choice takes the same time in an offer of any size.
    static final int WORDS_MAX = 1_024;
    private static final int PLANES = Integer.SIZE - Integer.numberOfLeadingZeros(Partners.PARTNERS_MAX);

    private RarestChunk() {}

    /// @param from the chunks to choose from
    /// @param except none of these
    /// @param holders what each partner has
    static int choose(ChunkSet from, List<ChunkSet> except, List<ChunkSet> holders, RandomGenerator random) {
        int words = from.words();
        int start = random.nextInt(words);
        var planes = new long[PLANES];
        int rarest = Integer.MAX_VALUE;
        int equals = 0;
        int chosen = NONE;
        int looked = 0;
        for (int step = 0; step < words && looked < WORDS_MAX; step++) {
            int index = start + step < words ? start + step : start + step - words;
            long candidates = from.word(index);
            for (int i = 0; i < except.size() && candidates != 0; i++) candidates &= ~except.get(i).word(index);
            if (candidates == 0) continue;
            looked++;
            count(planes, holders, index);
            int holding = 0;
            for (int plane = PLANES - 1; plane >= 0; plane--) {
                long fewer = candidates & ~planes[plane];
                if (fewer == 0) {
                    holding |= 1 << plane;
                } else {
                    candidates = fewer;
                }
            }
            if (holding > rarest) continue;
            int found = Long.bitCount(candidates);
            if (holding < rarest) equals = 0;
            rarest = holding;
            equals += found;
            if (random.nextInt(equals) < found) chosen = index * Long.SIZE + bit(candidates, random.nextInt(found));
        }
        return chosen;
    }

    private static void count(long[] planes, List<ChunkSet> holders, int index) {
        java.util.Arrays.fill(planes, 0);
        for (ChunkSet holder : holders) {
            long carry = holder.word(index);
            for (int plane = 0; carry != 0 && plane < PLANES; plane++) {
                long sum = planes[plane] ^ carry;
                carry &= planes[plane];
                planes[plane] = sum;
            }
        }
    }

    /// The place of the n-th bit that is set.
    private static int bit(long word, int n) {
        long rest = word;
        for (int i = 0; i < n; i++) rest &= rest - 1;
        return Long.numberOfTrailingZeros(rest);
    }
}
