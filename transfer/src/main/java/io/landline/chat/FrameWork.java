package io.landline.chat;

import io.landline.frame.MalformedFrameException;

/// What a frame gives to do, piece by piece: one frame may bring a thousand rows or runs, and what others and this user
/// want must not wait for all of them. Confined to the conversations' thread. Between two pieces anything else may
/// happen there, but nothing else that this session brought.
@FunctionalInterface
interface FrameWork {
    /// There is nothing more to do.
    FrameWork DONE = () -> false;

    /// Does the next piece, of some milliseconds at most. False where it was the last one.
    boolean next() throws MalformedFrameException;
}
