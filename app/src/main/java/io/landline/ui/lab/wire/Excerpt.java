package io.landline.ui.lab.wire;

import io.landline.lab.Payload;

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

    public boolean isCut() {
        return bytes > start.length();
    }
}
