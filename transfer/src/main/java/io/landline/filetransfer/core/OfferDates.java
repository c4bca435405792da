package io.landline.filetransfer.core;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.incoming.IncomingTransfers;
import io.landline.filetransfer.outgoing.OutgoingTransfers;
import io.landline.filetransfer.running.OfferExpiry;
import java.time.Duration;
import java.time.Instant;

/// How offers age by a wall clock that may be wrong for a while ([OfferExpiry]): once it is believed, what a wrong one
/// dated is dated again, here and in the store, and what is over for long is forgotten. Confined to the files' queue.
record OfferDates(TransferSettings settings, TransferStore store, OfferExpiry expiry, IncomingTransfers incoming,
        OutgoingTransfers outgoing) {
    /// Longer than [OfferBody#STANDS], so that an entry that is read again cannot make an offer anew.
    private static final Duration REMEMBERED = Duration.ofDays(9);

    /// Looks at the clock; to be called at least once a minute.
    void tick(Duration uptime) {
        boolean doubted = !expiry.isBelieved();
        boolean first = expiry.tick(uptime);
        if (doubted && expiry.isBelieved()) date();
        if (first) store.forgetBefore(settings.clock().instant().minus(REMEMBERED));
    }

    private void date() {
        Instant now = settings.clock().instant();
        store.datesUpTo(now);
        outgoing.date(now);
        incoming.date(now);
    }
}
