package io.landline.node.shelf;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.Transfers;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.event.StepWorker;
import io.landline.node.file.DownloadsDisk;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.ShelfTake;
import io.landline.node.port.NodeEvent.ShelfTake.WaitReason;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.shelf.ShelfRefusal;
import io.landline.shelf.ShelfRules;
import io.landline.shelf.TakeField;
import io.landline.shelf.TakeId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import io.landline.storage.choices.SqliteShelves;
import io.landline.storage.choices.SqliteShelves.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Accepts the offers that this user asked shelves for (docs/protocol/shelf.md, "What comes of a take"). What a kill
/// interrupted is seen from the wishes and transfers at the next start. Told by events, on any thread; works on the
/// thread `own-takes`, which may wait for the disk and for queues.
public final class ShelfTaker implements AutoCloseable {
    /// Steps that wait, with the one that runs; an offer beyond them is found by looking at all of them.
    static final int WAITING_MAX = 1_000;
    private static final System.Logger LOG = System.getLogger(ShelfTaker.class.getName());

    /// What is stored of offers, entries and wishes.
    public record Stores(TransferStore offers, TimelineViews views, SqliteShelves wishes) {}

    /// How an answer is taken, and its author called.
    public record Taking(Transfers transfers, PeerNames names, Supplier<Path> downloads, InstantSource clock) {}

    /// Is nothing that anybody asked for.
    private static final OfferListing UNREADABLE = new OfferListing(List.of(), 1);

    private final Fingerprint self;
    private final Stores stores;
    private final Taking taking;
    private final EventBus events;
    private final DownloadsDisk disk;
    /// Owners of shelves who were asked for the list of what was taken since the last look at all. It may have failed
    /// to come.
    private final Set<Fingerprint> unlisted = ConcurrentHashMap.newKeySet();
    /// Offers that came in this run, and of which nothing was told yet: somebody may wait for it. The worker's thread
    /// only.
    private final Set<EntryId> untold = new HashSet<>();
    private final StepWorker worker = new StepWorker("own-takes",
            "what was taken from a shelf is tried again in a minute", WAITING_MAX, this::look);

    ShelfTaker(Fingerprint self, Stores stores, Taking taking, EventBus events) {
        this.self = self;
        this.stores = stores;
        this.taking = taking;
        this.events = events;
        disk = new DownloadsDisk(taking.transfers(), taking.downloads());
        worker.repeat(this::lookIfUnlisted, StepWorker.AGAIN_AFTER);
    }

    /// Something happened that may be the answer to a wish, or lets one be looked at.
    public void take(NodeEvent event) {
        if (event instanceof NodeEvent.Offered offered && offered.id().direction() == Direction.IN) {
            EntryId offer = EntryId.of(HexFormat.of().parseHex(offered.id().offer()));
            worker.post(() -> {
                untold.add(offer);
                judge(offer);
            });
        } else if (event instanceof NodeEvent.Joined joined && unlisted.contains(joined.peer())) {
            worker.post(this::look);
        }
    }

    /// Looks at everything that an earlier run may not have done.
    public void lookAgain() {
        worker.post(this::look);
    }

    private void lookIfUnlisted() {
        if (!unlisted.isEmpty()) look();
    }

    private void look() {
        unlisted.clear(); // those that still are come back
        stores.wishes().forgetBefore(taking.clock().instant().minus(OfferBody.STANDS));
        for (TransferView each : taking.transfers().open()) {
            if (each.direction() == Direction.IN && each.state() == TransferState.OFFERED) judge(each.offer());
        }
    }

    /// Whether an offer answers a wish of ours to its author: then no rule for offers is asked.
    public boolean isAnswer(Fingerprint author, byte[] body) {
        TakeId take = TakeField.of(body);
        Wish wish = take == null ? null : stores.wishes().asked(take);
        return wish != null && wish.owner().equals(author);
    }

    /// An offer that answers a wish.
    private record AskedOffer(TransferStore.StoredTransfer transfer, OfferBody content, TakeId take, Wish wish) {
        Fingerprint author() {
            return wish.owner();
        }

        boolean isUndecided() {
            return transfer.state() == TransferState.OFFERED;
        }
    }

    /// Null for an offer that nobody here asked for, or of which all was told.
    private @Nullable AskedOffer asked(EntryId offer) {
        TransferStore.StoredTransfer stored = stores.offers().transfer(TransferId.of(offer, self));
        Located located = stores.views().withId(offer);
        if (stored == null || located == null) return null;
        Fingerprint author = located.entry().author();
        byte[] body = located.entry().body();
        TakeId take = TakeField.of(body);
        OfferBody content = OfferBody.orNull(body);
        if (take == null || content == null || located.peer() == null || !author.equals(located.peer())) return null;
        Wish wish = stores.wishes().asked(take);
        return wish == null || !wish.owner().equals(author) ? null : new AskedOffer(stored, content, take, wish);
    }

    private void judge(EntryId offer) {
        AskedOffer asked = asked(offer);
        if (asked == null) {
            untold.remove(offer);
            return;
        }
        try {
            ShelfTake.Answer told = asked.isUndecided() ? judged(offer, asked) : decided(offer, asked);
            if (told == null) return;
            untold.remove(offer);
            tell(asked.take(), asked.author(), told); // before anything moves
            if (asked.isUndecided() && told instanceof ShelfTake.Offered) accept(asked);
            stores.wishes().answered(asked.take());
        } catch (NoSuchTransferException e) {
            LOG.log(System.Logger.Level.DEBUG, "over already", e);
            notListed(offer);
        }
    }

    /// What is told of it; null where its list is not here yet.
    private ShelfTake.@Nullable Answer judged(EntryId offer, AskedOffer asked) throws NoSuchTransferException {
        boolean isAsked = ShelfRules.isAsked(asked.wish().asked(), asked.content());
        OfferListing top = isAsked ? top(asked.transfer().id(), asked.author(), offer) : null;
        if (isAsked && top == null) return null;
        if (top == null || !ShelfRules.isAsked(asked.wish().asked(), top)) {
            return new ShelfTake.Waits(offer.hex(), WaitReason.DIFFERS);
        }
        return hasSpace(asked.content().bytes())
                ? new ShelfTake.Offered(offer.hex())
                : new ShelfTake.Waits(offer.hex(), WaitReason.DISK_FULL);
    }

    /// What is told of an offer that its author took back meanwhile, or that a person here accepted or declined.
    private static ShelfTake.Answer decided(EntryId offer, AskedOffer asked) {
        return asked.transfer().phase() instanceof TransferPhase.Failed
                ? new ShelfTake.Refused(ShelfRefusal.ENDED)
                : new ShelfTake.Offered(offer.hex());
    }

    /// What stands at the top of an offer; null where its list is not here. Then it is judged once it is.
    private @Nullable OfferListing top(TransferId transfer, Fingerprint author, EntryId offer)
            throws NoSuchTransferException {
        unlisted.add(author); // first: they may come this moment
        try {
            CompletableFuture<Boolean> list = taking.transfers().look(transfer);
            if (list.isDone() && list.join()) return taking.transfers().listing(offer, List.of());
            list.thenAccept(isHere -> worker.post(() -> {
                if (isHere) {
                    judge(offer);
                } else {
                    notListed(offer);
                }
            }));
            return null;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the list of what was taken cannot be read", e);
            return UNREADABLE;
        }
    }

    /// Its list does not come now. Who waits hears so once; it is judged when its author is back, or in a minute.
    private void notListed(EntryId offer) {
        AskedOffer asked = asked(offer);
        if (asked != null && !asked.isUndecided()) {
            judge(offer);
        } else if (asked != null && untold.remove(offer)) {
            tell(asked.take(), asked.author(), new ShelfTake.Unanswered());
        }
    }

    private void tell(TakeId take, Fingerprint owner, ShelfTake.Answer answer) {
        events.publish(new ShelfTake(take.hex(), owner, taking.names().name(owner), answer));
    }

    private void accept(AskedOffer asked) {
        try {
            taking.transfers()
                    .acceptInto(asked.transfer().id(), Choice.of(asked.wish().only()), taking.downloads().get());
        } catch (NoSuchTransferException e) {
            LOG.log(System.Logger.Level.DEBUG, "over already", e);
            tell(asked.take(), asked.author(), new ShelfTake.Refused(ShelfRefusal.ENDED));
        }
    }

    private boolean hasSpace(long bytes) {
        try {
            return disk.now().takes(bytes);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "the downloads folder cannot be looked at: {0}", e.toString());
            return false;
        }
    }

    /// The owner makes no offer, as far as we know.
    void refused(TakeId take, Fingerprint owner, ShelfRefusal why) {
        worker.post(() -> {
            if (why == ShelfRefusal.NO_ANSWER) {
                tell(take, owner, new ShelfTake.Unanswered());
            } else {
                stores.wishes().answered(take);
                tell(take, owner, new ShelfTake.Refused(why));
            }
        });
    }

    /// What is under way ends; the rest is found at the next start.
    @Override
    public void close() {
        worker.close();
    }
}
