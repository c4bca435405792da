package io.landline.handshake;

import io.landline.peer.WireWord;
import org.jspecify.annotations.Nullable;

/// Why two nodes do not share a room (docs/protocol/handshake.md, "Who speaks when"). Uniform: nothing tells a wrong
/// key from a nearly right one.
public enum RefusalReason {
    /// Rooms of one name were tried, and no two of them have the same key.
    WRONG_KEY,
    /// No room of one name at all.
    NO_COMMON_ROOM,
    /// The same name, here with a key and there without.
    OPEN_DIFFERS,
    /// The user of one side wants nothing of the other.
    BLOCKED,
    /// The other side speaks another major version. Nobody says so yet, since there is one; the word is kept for a
    /// later version, and the doctor explains it.
    VERSION;

    /// As on the wire and in events: `wrong-key`.
    public String word() {
        return WireWord.of(this);
    }

    /// The reason with this word; null for a word of a later version.
    public static @Nullable RefusalReason ofWord(String word) {
        return WireWord.find(RefusalReason.class, word);
    }
}
