package io.landline.chat.sync;

import io.landline.chat.pace.ClaimBudget;

/// How much of others' is taken in all. Tests use smaller ones.
///
/// @param logs of one conversation: members, and again for each restored profile
/// @param members of one room with stored admissions; those that proved the key to us always find a place
/// @param claims of all peers that wait to be asked for, see [ClaimBudget]
record ConversationLimits(int logs, int members, int claims) {
    /// Two for each member: a restored profile begins another.
    static final int LOGS_MAX = 8_192;
    /// More than a school has.
    static final int MEMBERS_MAX = 4_096;
    static final ConversationLimits STANDARD = new ConversationLimits(LOGS_MAX, MEMBERS_MAX, ClaimBudget.IN_ALL_MAX);
}
