package io.landline.node;

import io.landline.beacon.UsableInterface;
import io.landline.filetransfer.OwnLink;
import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.core.Transfers;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.node.event.EventBus;
import io.landline.node.file.FileEvents;
import io.landline.node.file.OfferEntries;
import io.landline.node.file.ReceivedOffers;
import io.landline.node.profile.OpenProfile;
import io.landline.node.shelf.OwnShelves;
import io.landline.node.shelf.ShelfGiving;
import io.landline.node.shelf.ShelfParts;
import io.landline.node.shelf.ShelfTaker;
import io.landline.presence.Presence;
import io.landline.shelf.ShelfSettings;
import java.io.IOException;

/// Transfers of files, the offers that messages carry to them, and shelves. Any thread.
final class FileParts {
    final DiskSpace space = new DiskSpace(DiskSpace.REAL);
    final SpeedLimits limits = SpeedLimits.ofThisComputer();
    final FileEvents seen;
    final Transfers transfers;
    final ShelfParts shelves;
    final ReceivedOffers offers;
    private final OpenProfile profile;
    private final TrustParts trust;
    private final ConversationParts talk;

    /// @param opened keeps what has to be closed
    FileParts(OpenProfile profile, TrustParts trust, ConversationParts talk, Presence presence, EventBus events,
            OpenedParts opened) throws IOException {
        this.profile = profile;
        this.trust = trust;
        this.talk = talk;
        seen = new FileEvents(events, talk.names, talk.labels, profile.transfers(), space, this::tellOffersAgain);
        transfers = opened.keep(new Transfers(settings(presence), profile.transfers(),
                new OfferEntries(talk.conversations), seen, space));
        shelves = opened.keep(shelves(events));
        offers = new ReceivedOffers(profile.identity().fingerprint(), trust.rooms, trust.blocked, talk.conversations,
                talk.joined, transfers, talk.acts::isToldAlready, shelves.taker::isAnswer, profile.heard()::notBefore,
                profile.clock());
    }

    private TransferSettings settings(Presence presence) {
        return new TransferSettings(profile.identity(), profile::downloads, () -> profile.settings().accept(),
                trust.verdicts, profile.clock(), limits, profile::privateFiles, trust.standings,
                new OwnLink(() -> presence.interfaces().stream().map(UsableInterface::name).toList()));
    }

    private ShelfParts shelves(EventBus events) {
        var store = profile.shelves();
        var own = new OwnShelves(store, trust.rooms, trust.book::current);
        var giving = new ShelfGiving(talk.conversations, transfers, profile.transfers(), store, profile.clock());
        return new ShelfParts(profile.identity().fingerprint(), own,
                new ShelfSettings(own::open, trust.blocked::contains, trust.standings, trust.rooms::isOpen,
                        profile::privateFiles, ShelfParts.uptime(), giving),
                new ShelfTaker.Stores(profile.transfers(), profile.timelineViews(), store),
                new ShelfTaker.Taking(transfers, talk.names, profile::downloads, profile.clock()), events, talk.labels,
                talk.changes::changed);
    }

    private void tellOffersAgain() {
        CatchUp.atOnce("offers-again", offers::tellAgain);
    }
}
