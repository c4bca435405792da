package io.landline.chat.sync;

import io.landline.frame.MalformedFrameException;

/// The work that a frame brings, piece by piece. One frame may bring a thousand rows or runs, and other peers and this
/// user must not wait for all of them. Confined to the conversations' thread. Between two pieces anything else may
/// happen there, but nothing else that this session brought.
@FunctionalInterface
interface FrameWork {
    /// There is nothing more to do.
    FrameWork DONE = () -> false;

    /// Does the next piece, of some milliseconds at most. False where it was the last one.
    boolean next() throws MalformedFrameException;
}
