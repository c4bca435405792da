package io.landline.node.handin.rule;

import io.landline.cost.Standing;
import io.landline.node.handin.rule.HandInRules.Before;

/// Which hand-in is looked at first where the disk may not do for all (docs/protocol/hand-in.md, "What is taken"):
/// first those of people known better, then of those who handed in less often, and less. Immutable; any thread.
///
/// @param standing of the member
/// @param before what the member has handed in into this box
public record HandInTurn(Standing standing, Before before) implements Comparable<HandInTurn> {
    @Override
    public int compareTo(HandInTurn other) {
        int byStanding = standing.compareTo(other.standing);
        if (byStanding != 0) return byStanding;
        int byTimes = Integer.compare(before.times(), other.before.times());
        return byTimes != 0 ? byTimes : Long.compare(before.bytes(), other.before.bytes());
    }

    /// Whether room on the disk that was promised to somebody of that standing is taken for this hand-in. Who is known
    /// less well may be promised much and send nothing.
    public boolean respects(Standing promised) {
        return !standing.isAbove(promised);
    }
}
