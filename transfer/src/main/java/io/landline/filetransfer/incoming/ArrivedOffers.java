package io.landline.filetransfer.incoming;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.incoming.OpenTransferLimits.Verdict;
import io.landline.filetransfer.running.OfferExpiry;
import io.landline.filetransfer.running.TransferEvents;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.time.Instant;

/// What becomes of an offer of somebody else when it comes: a rule accepts it, it waits for a person, or it is not even
/// listed. Confined to the files' queue.
public final class ArrivedOffers {
    private static final System.Logger LOG = System.getLogger(ArrivedOffers.class.getName());

    private final TransferSettings settings;
    private final TransferStore store;
    private final TransferEvents events;
    private final OfferExpiry expiry;
    private final AcceptedFolders folders;
    private final IncomingTable table;
    private final DownloadScheduler scheduler;
    private final EarlyWithdrawals early = new EarlyWithdrawals();
    /// Whether an offer seemed over by a clock that was not believed.
    private boolean passedOver;

    ArrivedOffers(TransferSettings settings, IncomingContext context, OfferExpiry expiry, AcceptedFolders folders,
            IncomingTable table, DownloadScheduler scheduler) {
        this.settings = settings;
        this.expiry = expiry;
        this.folders = folders;
        this.table = table;
        this.scheduler = scheduler;
        store = context.store();
        events = context.events();
    }

    /// As [io.landline.filetransfer.core.Transfers#offerArrived].
    public void take(EntryId id, ConversationId conversation, Fingerprint author, byte[] body, Instant written,
            boolean keyedRoom) {
        if (author.equals(settings.self())) return;
        Instant at = expiry.standsFrom(written);
        if (expiry.seemsOver(at)) { // what is read again at a start must not come anew, whatever the clock says
            passedOver |= !expiry.isBelieved();
            return;
        }
        TransferId transfer = TransferId.of(id, settings.self());
        StoredOffer known = store.offer(id);
        // an offer is kept with its transfer, and a withdrawn one may have none
        if (known != null && (known.withdrawn() || store.transfer(transfer) != null)) return;
        try {
            OfferBody content = OfferBody.received(body);
            if (early.take(id, author)) { // kept as such, for the conversation that shows it
                store.saveOffer(new StoredOffer(id, conversation, author, at, keyedRoom, true, content));
                return;
            }
            boolean byRule = settings.rule().get().accepts(author, keyedRoom, this::isKnown);
            Verdict verdict = table.limitsNow().of(author, settings.standings().of(author), content.files(), byRule);
            if (verdict != (byRule ? Verdict.OPEN : Verdict.UNDECIDED) && table.limitsNow().sayOnce(author)) {
                LOG.log(WARNING,
                        "{0} offers more than the limits allow; the newest offers wait, or are not listed",
                        author.brief());
            }
            if (verdict == Verdict.REFUSED) return;
            var offer = known != null
                    ? known
                    : new StoredOffer(id, conversation, author, at, keyedRoom, false, content);
            var undecided = new StoredTransfer(transfer, id, Direction.IN, author, new TransferPhase.Undecided(),
                    Acceptance.NOT_YET, 0);
            var incoming = new IncomingTransfer(offer,
                    verdict == Verdict.OPEN ? folders.accepted(undecided, false) : undecided);
            store.saveOffered(offer, incoming.stored); // with the rule's answer: a kill cannot fall in between
            table.put(incoming);
            events.offered(incoming.view(), content.names(), content.folders());
            scheduler.consider(incoming);
        } catch (MalformedFrameException e) {
            LOG.log(WARNING, "An offer of {0} cannot be read: {1}", author.brief(), e.getMessage());
        }
    }

    /// Its author takes an offer back that did not come yet.
    public void takenBackEarly(EntryId id, Fingerprint author) {
        early.add(id, author);
    }

    private boolean isKnown(Fingerprint author) {
        return settings.verdicts().isVerified(author) || store.acceptedByHand(author);
    }

    /// Says, once the clock is believed, that offers were passed over before.
    void tick() {
        if (!passedOver || !expiry.isBelieved()) return;
        passedOver = false;
        events.passedOver();
    }
}
