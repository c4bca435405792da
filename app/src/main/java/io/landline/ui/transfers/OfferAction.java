package io.landline.ui.transfers;

/// What a person can do with an offer, in the order of the buttons.
enum OfferAction { ACCEPT, CHOOSE, DECLINE, OPEN, SHOW, PAUSE, RESUME, RETRY, OFFER_AGAIN, CANCEL, WITHDRAW }
