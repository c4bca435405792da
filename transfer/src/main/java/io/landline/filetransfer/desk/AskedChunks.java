package io.landline.filetransfer.desk;

import java.util.BitSet;

/// Chunks of one offer that somebody was asked for and that have not come: others are not taken. Any thread.
final class AskedChunks {
    private final BitSet asked = new BitSet();

    synchronized void add(int chunk) {
        asked.set(chunk);
    }

    /// Whether it was asked for and is not here yet; it counts as here from now on.
    synchronized boolean arriving(int chunk) {
        if (!asked.get(chunk)) return false;
        asked.clear(chunk);
        return true;
    }
}
