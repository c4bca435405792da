package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import io.landline.peer.WireWord;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which offers are accepted without asking the user (docs/command-line.md, "Whose files are accepted"). Whatever the
/// rule, nothing from an open room is. What is handed in into an own box, and what this user took from a shelf, needs
/// no rule: `HandInReceiver` and `ShelfTaker` of package `node` accept it.
public enum AcceptRule {
    /// From every member of a keyed room.
    ALL,
    /// From verified people, and from those with a file that the user accepted by hand before.
    KNOWN,
    /// Each is put before the user.
    ASK,
    /// None; the user may still accept one by a command.
    NONE;

    /// As it is typed and stored: `all`, `known`, `ask`, `none`.
    public String word() {
        return WireWord.of(this);
    }

    /// The rule of this word; null for an unknown word.
    public static @Nullable AcceptRule ofWord(String word) {
        return WireWord.find(AcceptRule.class, word);
    }

    /// `known` tells who is verified or was accepted from by hand.
    public boolean accepts(Fingerprint author, boolean keyedRoom, Predicate<Fingerprint> known) {
        if (!keyedRoom) return false;
        return switch (this) {
            case ALL -> true;
            case KNOWN -> known.test(author);
            case ASK, NONE -> false;
        };
    }
}
