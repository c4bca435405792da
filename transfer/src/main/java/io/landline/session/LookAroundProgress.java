package io.landline.session;

/// How far a look around by TCP has come.
///
/// @param running whether attempts are still to be made, or under way
/// @param addresses in all
/// @param tried those with an attempt that has ended
/// @param found nodes that answered
public record LookAroundProgress(boolean running, int addresses, int tried, int found) {
    /// Of one look, over all subnets: as many as a sweep of presence.
    public static final int ADDRESSES_MAX = 1_024;
}
