package io.landline.filetransfer.incoming;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.filetransfer.OfferBody;
import io.landline.peer.Fingerprint;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/// How many transfers to us may be open, of one author and in all: each costs memory, a row, and a look at its turn.
/// What exceeds the limits is not accepted by a rule, and beyond the second limit not even listed. Confined to the
/// files' queue.
public final class OpenTransferLimits {
    /// Offers of one author that the user has not decided on. More are not listed until some are: a flood shows as one
    /// line.
    public static final int UNDECIDED_MAX = 256;
    /// Undecided offers of all authors; as above. Sixteen authors with [#UNDECIDED_MAX] each.
    public static final int UNDECIDED_IN_ALL_MAX = 4_096;
    /// Accepted transfers of one author. Beyond it no rule accepts; what comes then waits for a person's word.
    public static final int ACCEPTED_MAX = 256;
    /// Accepted transfers of all authors; as above. Sixteen authors with [#ACCEPTED_MAX] each.
    public static final int ACCEPTED_IN_ALL_MAX = 4_096;
    /// Files in the accepted transfers of one author; one offer may have as many. A million empty files take no bytes,
    /// but a million entries in folders. As above.
    public static final long FILES_MAX = OfferBody.FILES_MAX;

    /// What an offer that comes now may become.
    enum Verdict {
        /// A rule may accept it.
        OPEN,
        /// It waits for a person.
        UNDECIDED,
        /// It is not listed.
        REFUSED
    }

    /// Authors for which the user was told that they offer too much; the one told longest ago is forgotten.
    private static final int SAID_MAX = 1_024;

    /// As what a transfer is counted.
    enum Kind { OVER, UNDECIDED, ACCEPTED }

    private static final class Count {
        private int undecided;
        private int accepted;
        private long files;
    }

    private final Map<Fingerprint, Count> authors = new HashMap<>();
    private final LinkedHashSet<Fingerprint> said = new LinkedHashSet<>();
    private int undecided;
    private int accepted;

    /// What may become of an offer with this many files. Of the numbers of all, people known less well leave a part to
    /// those known better.
    ///
    /// @param standing of the author
    /// @param byRule whether a rule would accept it
    Verdict of(Fingerprint author, Standing standing, long files, boolean byRule) {
        Count count = authors.getOrDefault(author, new Count());
        if (byRule && count.accepted < ACCEPTED_MAX && accepted < CostRules.level(standing, ACCEPTED_IN_ALL_MAX)
                && files <= FILES_MAX - count.files) {
            return Verdict.OPEN;
        }
        return count.undecided < UNDECIDED_MAX && undecided < CostRules.level(standing, UNDECIDED_IN_ALL_MAX)
                ? Verdict.UNDECIDED
                : Verdict.REFUSED;
    }

    /// Counts an offer as what it is now, in place of what it was counted as.
    void note(CountedOffer offer, Kind kind) {
        if (kind == offer.as) return;
        change(offer, offer.as, -1);
        change(offer, kind, 1);
        offer.as = kind;
    }

    private void change(CountedOffer offer, Kind kind, int by) {
        if (kind == Kind.OVER) return;
        Fingerprint author = offer.author;
        Count count = authors.computeIfAbsent(author, _ -> new Count());
        if (kind == Kind.UNDECIDED) {
            count.undecided += by;
            undecided += by;
        } else {
            count.accepted += by;
            accepted += by;
            count.files += by * offer.files;
        }
        if (count.undecided == 0 && count.accepted == 0) authors.remove(author);
    }

    /// Whether the user has not been told yet that this author offers too much; it counts as told from now on.
    boolean sayOnce(Fingerprint author) {
        if (!said.add(author)) return false;
        if (said.size() > SAID_MAX) said.removeFirst();
        return true;
    }
}
