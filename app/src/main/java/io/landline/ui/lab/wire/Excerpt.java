package io.landline.ui.lab.wire;

import io.landline.lab.Payload;
import java.util.Arrays;

/// The beginning of a message, and how long it was. Immutable; any thread.
///
/// @param bytes of the whole message
public record Excerpt(Payload start, int bytes) {
    public static final Excerpt NONE = new Excerpt(Payload.EMPTY, 0);
    /// Enough to see what it is; with the bound on rows some MiB in all, for messages of any size.
    public static final int BYTES_MAX = 2_048;

    public static Excerpt of(Payload whole) {
        boolean isLong = whole.length() > BYTES_MAX;
        return new Excerpt(isLong ? Payload.of(whole.bytes(), 0, BYTES_MAX) : whole, whole.length());
    }

    /// This one with what stands behind the first `known` bytes of another, which begins within it.
    ///
    /// @param known this many bytes of `next` are the end of this one
    Excerpt with(Excerpt next, int known) {
        int more = next.bytes() - known;
        if (more <= 0) return this;
        int all = (int) Math.min(Integer.MAX_VALUE, (long) bytes + more);
        if (isCut() || bytes == BYTES_MAX) return new Excerpt(start, all);
        byte[] tail = next.start().bytes();
        byte[] both = Arrays.copyOf(start.bytes(), Math.min(BYTES_MAX, bytes + tail.length - known));
        System.arraycopy(tail, known, both, bytes, both.length - bytes);
        return new Excerpt(Payload.of(both), all);
    }

    /// Whether another has the same bytes where both overlap, as far as both are kept.
    ///
    /// @param from where the other begins in this one; below 0 where it begins before
    boolean agrees(Excerpt other, int from) {
        byte[] mine = start.bytes();
        byte[] its = other.start().bytes();
        int here = Math.max(0, from);
        int there = Math.max(0, -from);
        int length = Math.min(mine.length - here, its.length - there);
        return length <= 0 || Arrays.equals(mine, here, here + length, its, there, there + length);
    }

    public boolean isCut() {
        return bytes > start.length();
    }
}
