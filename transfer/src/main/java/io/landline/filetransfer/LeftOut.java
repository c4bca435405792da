package io.landline.filetransfer;

import io.landline.peer.WireWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a folder could not be offered, and why. One thread, then immutable.
public final class LeftOut {
    /// At most this many are listed by name; all are counted.
    public static final int NAMED_MAX = 100;

    public enum Why {
        /// A link is not followed.
        LINK,
        /// No plain file: a pipe, a socket, a device.
        SPECIAL,
        /// A file that the system makes as it is read, as in `/proc`: how many bytes come is not known before.
        GENERATED,
        /// It cannot be read.
        UNREADABLE,
        /// Its path is longer or deeper than an offer can have.
        TOO_DEEP,
        /// A file that Landline is receiving.
        UNFINISHED,
        /// A profile of Landline, or a file of one: keys and histories are never offered.
        PROFILE;

        /// As in the answer to `send`: `too-deep`.
        public String word() {
            return WireWord.of(this);
        }

        /// The reason with this word; null for a word of a later version.
        public static @Nullable Why ofWord(String word) {
            return WireWord.find(Why.class, word);
        }
    }

    public record One(String path, Why why) {}

    private final List<One> named = new ArrayList<>();
    private long count;

    public void add(String path, Why why) {
        count++;
        if (named.size() < NAMED_MAX) named.add(new One(path, why));
    }

    public long count() {
        return count;
    }

    /// The first of them.
    public List<One> named() {
        return List.copyOf(named);
    }
}
