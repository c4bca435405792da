package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import java.util.function.Predicate;

/// Which offers are accepted without asking the user (design.md §7). Whatever the rule, nothing from an open room is.
public enum AcceptRule {
    /// From every member of a keyed room.
    ALL,
    /// From who is verified, or from whom the user accepted by hand before.
    KNOWN,
    /// Each is put before the user.
    ASK,
    /// None; the user may still accept one by a command.
    NONE;

    /// `known` tells who is verified or was accepted from by hand.
    boolean accepts(Fingerprint author, boolean keyedRoom, Predicate<Fingerprint> known) {
        if (!keyedRoom) return false;
        return switch (this) {
            case ALL -> true;
            case KNOWN -> known.test(author);
            case ASK, NONE -> false;
        };
    }
}
