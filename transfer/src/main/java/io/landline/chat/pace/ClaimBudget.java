package io.landline.chat.pace;

import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;

/// How many claims of all peers a node remembers at once. A claim costs its peer 96 bytes in a frame and this node some
/// 200 bytes of memory until it was asked for, so a bound for each peer alone is not enough. Confined to the
/// conversations' thread.
///
/// [#OWN] are each peer's own and count for nothing. What peers have beyond that shares [#IN_ALL_MAX]. Above half of it
/// a peer with more than [#SHARE] adds none. Each standing has a level, above which none of its peers adds any: so some
/// is left for better standings. What is left out is learnt from a later *what I have*.
public final class ClaimBudget {
    /// Beyond what is each peer's own: some 7 MB.
    public static final int IN_ALL_MAX = 32_768;
    /// What each peer may claim in any case: the largest request that there is.
    public static final int OWN = WantFrame.RANGES_MAX;
    /// What one peer may claim while more than half of all is taken: one page of what it has.
    public static final int SHARE = HaveFrame.ROWS_MAX;

    private final int inAll;
    private int taken;

    /// @param inAll claims of all peers
    public ClaimBudget(int inAll) { this.inAll = inAll; }

    /// Whether a peer that has `held` claims may add one.
    public boolean fits(int held, Standing standing) {
        if (held < OWN) return true;
        if (taken >= inAll / 2 && held >= SHARE) return false;
        return taken < CostRules.level(standing, inAll);
    }

    /// A peer had `before` claims, and has `now` claims now.
    public void changed(int before, int now) {
        taken += beyondOwn(now) - beyondOwn(before);
    }

    private static int beyondOwn(int claims) {
        return Math.max(0, claims - OWN);
    }
}
