package io.landline.picture;

import org.jspecify.annotations.Nullable;

/// Makes a small picture of a large one that nobody trusts. One at a time; [#close] comes from any thread.
interface Decoder extends AutoCloseable {
    /// The time was too short: a busy computer may be the cause.
    final class TooSlowException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// Null where it is no picture after all, or where decoding failed in any other way.
    @Nullable
    Thumbnail decodeInTime(byte[] picture, PictureScale scale) throws TooSlowException;

    /// As [#decodeInTime], and null where the time was too short.
    default @Nullable Thumbnail decode(byte[] picture, PictureScale scale) {
        try {
            return decodeInTime(picture, scale);
        } catch (TooSlowException e) {
            return null;
        }
    }

    /// Ends what runs; nothing is decoded any more.
    @Override
    void close();
}
