package io.landline.picture;

import org.jspecify.annotations.Nullable;

/// Makes a small picture of a large one that nobody trusts. One at a time; [#close] comes from any thread.
interface Decoder extends AutoCloseable {
    /// The picture was not looked at, as where the system has no memory for a process now.
    final class NotStartedException extends Exception {
        private static final long serialVersionUID = 1;

        NotStartedException(Throwable cause) { super(cause); }
    }

    /// Null where it is no picture after all, or where decoding failed in any other way.
    @Nullable
    Thumbnail decodeInTime(byte[] picture, PictureScale scale) throws TooSlowException, NotStartedException;

    /// As [#decodeInTime], and null where the time was too short, or the decoder could not start.
    default @Nullable Thumbnail decode(byte[] picture, PictureScale scale) {
        try {
            return decodeInTime(picture, scale);
        } catch (TooSlowException | NotStartedException e) {
            return null;
        }
    }

    /// Ends what runs; nothing is decoded any more.
    @Override
    void close();
}
