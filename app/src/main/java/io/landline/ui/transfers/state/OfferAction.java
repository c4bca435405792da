package io.landline.ui.transfers.state;

/// What a person can do with an offer, in the order of the buttons.
public enum OfferAction {
    ACCEPT, CHOOSE, DECLINE, OPEN, SHOW, TAKE_REST, PAUSE, RESUME, START_OVER, RETRY, OFFER_AGAIN, CANCEL, WITHDRAW
}
