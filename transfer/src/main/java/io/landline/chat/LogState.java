package io.landline.chat;

/// What is held of a log: one contiguous range. `from` > 1 means that earlier entries are not here (yet, or any more).
/// If all of it was removed, `from` is `to` + 1. Entry `to` then stands for the one that the next entry has to follow.
///
/// @param authorKey the author's raw public key
/// @param hash of the header of entry `to`
/// @param previous what the header of entry `from` names as the one before
/// @param lamportFrom Lamport time of entry `from`
/// @param lamportTo Lamport time of entry `to`
public record LogState(LogKey key, byte[] authorKey, long from, long to, byte[] hash, byte[] previous, long lamportFrom,
        long lamportTo) {
    /// Whether all that was held has been removed.
    public boolean isEmpty() {
        return from > to;
    }
}
