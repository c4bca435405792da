package io.landline.chat.pace;

import io.landline.cost.CostRules;

/// What all members that this user does not know have stored today together, beyond what is each one's own. Confined to
/// the conversations' thread.
public final class MembersBudget {
    public static final long BYTES_MAX = CostRules.MEMBER_PEOPLE * CostRules.MEMBER_BYTES_A_DAY;

    private long bytes;

    /// Whether a member who has so much stored may have more stored.
    public boolean fits(long before, long more) {
        return bytes + counted(before + more) - counted(before) <= BYTES_MAX;
    }

    public void add(long before, long more) {
        bytes += counted(before + more) - counted(before);
    }

    private static long counted(long bytes) {
        return Math.max(0, bytes - CostRules.MEMBER_OWN_BYTES_A_DAY);
    }

    /// A new day.
    public void clear() {
        bytes = 0;
    }
}
