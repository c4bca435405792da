package io.landline.node.handin;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.sync.Conversations;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.core.ReceivedFiles;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.handin.HandInBook.Box;
import io.landline.node.handin.HandInBook.Received;
import io.landline.node.handin.rule.HandInRules;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What members have handed in: what has a receipt, and the receipt of what is here (docs/protocol/hand-in.md).
///
/// It reads and writes the disk. Of the thread `hand-ins`.
final class HandInReceipts {
    private static final System.Logger LOG = System.getLogger(HandInReceipts.class.getName());

    private final Fingerprint self;
    private final HandInBook book;
    private final HandInOffers offers;
    private final TransferStore transfers;
    private final Function<Fingerprint, List<EntryId>> done;
    private final Conversations conversations;
    private final PeerNames names;
    private final EventBus events;
    private final InstantSource clock;

    HandInReceipts(Fingerprint self, HandInBook book, HandInOffers offers, HandInReceiver.Stores stores,
            HandInReceiver.Taking taking, PeerNames names, EventBus events) {
        this.self = self;
        this.book = book;
        this.offers = offers;
        transfers = stores.transfers();
        done = stores.done();
        conversations = taking.conversations();
        clock = taking.clock();
        this.names = names;
        this.events = events;
    }

    /// What has a receipt, and what is here and gets its receipt by a later step. Asked for after the open transfers:
    /// so what ends meanwhile is among these or those.
    List<Received> of(HandIn handIn) {
        var all = new ArrayList<>(book.receipts(handIn.box(), handIn.member()));
        Set<EntryId> receipted = all.stream().map(each -> each.receipt().offer()).collect(Collectors.toSet());
        for (EntryId offer : done.apply(handIn.member())) {
            HandIn here = receipted.contains(offer) ? null : offers.of(offer);
            OfferBody body = here == null ? null : OfferBody.orNull(here.entry().body());
            if (here == null || body == null || !here.into().equals(handIn.into())) continue;
            all.add(new Received(here.member(), receipt(here, body, clock.instant())));
        }
        return all;
    }

    /// Writes the receipt of what is here, once.
    ///
    /// @param when all of it was here; null where an earlier run knew
    void write(EntryId offer, @Nullable Instant when, KnownBoxes known) {
        StoredTransfer stored = transfers.transfer(TransferId.of(offer, self));
        if (stored == null || stored.state() != TransferState.DONE) return;
        HandIn handIn = offers.of(offer, known);
        OfferBody body = handIn == null ? null : OfferBody.orNull(handIn.entry().body());
        if (handIn == null || body == null) return;
        Box box = handIn.box();
        if (known.isReceipted(box, handIn.member(), offer)) return;
        Instant at = when == null ? arrived(stored) : when;
        HandInReceipt receipt = receipt(handIn, body, at);
        Entry written = conversations
                .append(conversations.direct(handIn.member()), EntryKind.HAND_IN_RECEIPT, receipt.toBody());
        LOG.log(System.Logger.Level.DEBUG, "the receipt is {0}", written);
        events.publish(new NodeEvent.HandedIn(offer.hex(), handIn.member(), names.name(handIn.member()),
                Direction.IN, receipt.root(), receipt.late(), box.id()));
    }

    private HandInReceipt receipt(HandIn handIn, OfferBody body, Instant at) {
        EntryId offer = handIn.entry().id();
        ReceivedFiles taken = ReceivedFiles.of(transfers, handIn.transfer(), offer, body);
        Box box = handIn.box();
        return new HandInReceipt(offer, box.entry().reference(), taken.root(), at,
                new HandInRules(box.shown().box()).isLate(at), taken.bytes());
    }

    /// The last name in its folder was given then: a kill fell between that and the receipt.
    private Instant arrived(StoredTransfer stored) {
        Instant now = clock.instant();
        Path folder = stored.acceptance().place();
        if (folder == null) return now;
        try {
            Instant last = Files.getLastModifiedTime(folder).toInstant();
            return last.isBefore(now) ? last : now;
        } catch (IOException e) {
            return now;
        }
    }
}
