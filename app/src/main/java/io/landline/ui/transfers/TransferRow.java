package io.landline.ui.transfers;

/// A row of the transfers page. Two rows of one offer are equal.
sealed interface TransferRow {
    /// Above the open ones.
    record Now() implements TransferRow {}

    /// Above those that are over.
    record Earlier() implements TransferRow {}

    record Offer(OfferViewModel offer) implements TransferRow {}
}
