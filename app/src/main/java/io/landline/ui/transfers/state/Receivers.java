package io.landline.ui.transfers.state;

/// How many take an offer, and how far they are. Of somebody else's offer we see ourselves alone. Immutable.
///
/// @param all who decided, or is asked now
/// @param done who has all of it
/// @param open those that may still take something
public record Receivers(int all, int done, int open) {
    public static final Receivers NONE = new Receivers(0, 0, 0);
}
