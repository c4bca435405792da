package io.landline.ui.transfers.state;

import io.landline.peer.Fingerprint;

/// What a card needs to know of people. JavaFX thread.
public interface OfferPeople {
    /// Whether there is no session with this person.
    boolean isAway(Fingerprint person);

    /// Whether this user blocked this person.
    boolean isBlocked(Fingerprint person);

    /// Somebody's text; some digits of the fingerprint where no name is known.
    String name(Fingerprint person);

    /// Of all offers together; always the same one.
    PeopleInMotion motion();
}
