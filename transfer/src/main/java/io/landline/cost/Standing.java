package io.landline.cost;

/// How well this user knows a person. Where something runs out, a place for a better standing is taken from the worst
/// one (docs/threat-model.md, "What one person may cost"). In order, the best first.
public enum Standing {
    /// This node itself.
    OURSELVES,
    /// This user compared the safety number, wrote to the person directly, or accepted a file of theirs by hand.
    TRUSTED,
    /// Proved the key of a room to this node.
    MEMBER,
    /// A member vouches for the person, who never proved anything to this node.
    VOUCHED,
    /// Shares only open rooms with us. Anybody may, under any number of identities.
    OPEN_ROOM,
    /// Shares nothing with us.
    STRANGER;

    /// Whether this one goes first where there is not room for both.
    public boolean isAbove(Standing other) {
        return compareTo(other) < 0;
    }

    public boolean isAtLeast(Standing other) {
        return compareTo(other) <= 0;
    }
}
