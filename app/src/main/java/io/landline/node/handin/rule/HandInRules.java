package io.landline.node.handin.rule;

import io.landline.chat.act.HandInBox;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FreeDisk;
import io.landline.filetransfer.OfferBody;
import java.time.Instant;

/// What a collector's node does with an offer into one of its boxes (docs/protocol/hand-in.md, "What is taken"). A
/// pure function of what it is told. Immutable; any thread.
public final class HandInRules {
    /// Of one member into one box: somebody who mends a file again and again, and no flood of empty folders.
    public static final int TIMES_MAX = 50;
    /// Files of one hand-in, and folders: an essay with its pictures, or a program with its sources.
    public static final int FILES_MAX = 10_000;

    private final HandInBox box;
    private final NamePattern pattern;

    public HandInRules(HandInBox box) {
        this.box = box;
        pattern = new NamePattern(box.pattern());
    }

    /// What becomes of an offer.
    public enum Answer {
        /// Without asking.
        TAKE,
        /// Its author has not joined the room on this session: it is looked at again when they have.
        NOT_JOINED,
        /// The disk is too full: it is looked at again later, and a person may take it meanwhile.
        NO_SPACE,
        /// The box takes nothing any more.
        CLOSED,
        /// More bytes than one member may hand in.
        TOO_LARGE,
        /// More files than a hand-in may have, or handed in too often.
        TOO_MANY,
        /// None of the files has a name that is wanted, or there are folders where names matter.
        WRONG_NAMES;

        /// Whether it is declined for good.
        public boolean isRefusal() {
            return this != TAKE && this != NOT_JOINED && this != NO_SPACE;
        }
    }

    /// What one member has handed in before, or is handing in.
    public record Before(long bytes, int times) {}

    /// @param isOpen whether the box is open
    /// @param hasJoined whether the member has joined the box's room on this session
    public Answer answer(OfferBody offer, boolean isOpen, boolean hasJoined, Before before, FreeDisk disk) {
        if (!hasJoined) return Answer.NOT_JOINED;
        if (!isOpen) return Answer.CLOSED;
        if (offer.bytes() > box.maxBytes() - before.bytes()) return Answer.TOO_LARGE;
        boolean isMany = offer.files() > FILES_MAX || offer.folders() > FILES_MAX;
        if (isMany || before.times() >= TIMES_MAX) return Answer.TOO_MANY;
        if (!mayFit(offer)) return Answer.WRONG_NAMES;
        return disk.takes(offer.bytes()) ? Answer.TAKE : Answer.NO_SPACE;
    }

    /// The names of an offer are only the first ones, and only what its author says: [#choice] is what counts.
    private boolean mayFit(OfferBody offer) {
        if (pattern.isAll()) return true;
        if (offer.folders() > 0) return false; // what is in a folder `a.pdf` would be taken with it
        return offer.files() > offer.names().size() || offer.names().stream().anyMatch(pattern::takes);
    }

    /// What is taken of an offer: of its list of files, whatever its body says.
    public Choice choice() {
        return pattern.isAll() ? Choice.ALL : Choice.of(pattern.globs());
    }

    /// Whether a file of this name may be handed in.
    public boolean takesName(String name) {
        return pattern.takes(name);
    }

    /// Whether folders may be handed in.
    public boolean takesFolders() {
        return pattern.isAll();
    }

    /// By the collector's clock.
    public boolean isLate(Instant at) {
        return at.isAfter(box.until());
    }
}
