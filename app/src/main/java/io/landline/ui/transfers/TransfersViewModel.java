package io.landline.ui.transfers;

import io.landline.filetransfer.FailureReason;
import io.landline.node.port.Chats;
import io.landline.node.port.Contacts;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.Fingerprint;
import io.landline.picture.Thumbnails;
import io.landline.session.EndReason;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;
import io.landline.ui.transfers.file.PicturePreviews;
import io.landline.ui.transfers.state.OfferFacts;
import io.landline.ui.transfers.state.OfferPeople;
import io.landline.ui.transfers.state.OfferState;
import io.landline.ui.transfers.state.Receivers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableList;

/// All offers that the window shows, on the transfers page and in timelines: one model each, kept true by the node's
/// events. Confined to the JavaFX thread.
public final class TransfersViewModel implements AutoCloseable {
    /// Timelines hold 600 rows; of models that no card shows, the one that was asked for longest ago goes first.
    static final int MODELS_MAX = 1_000;
    private static final OfferState OVER = new OfferState.Over(FailureReason.CANCELLED, Receivers.NONE);

    private record ProgressOf(String transfer) {}

    private final FileTransfers node;
    private final Contacts contacts;
    private final FxThread fx;
    private final InstantSource clock;
    private final OfferCommands commands;
    private final PicturePreviews previews;
    private final Refresh<LoadedTransfers> refresh;
    private final Subscription events;
    private final ConversationWatch conversations;
    private final Map<String, OfferViewModel> models = new LinkedHashMap<>(16, 0.75f, true);
    /// Offers that are asked for by name at the next look: those that a timeline shows and nobody read yet, and those
    /// that have reached nobody. Any thread.
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    /// Own offers of which the node said whether they were made again: looking is dear. Any thread.
    private final Set<String> toldOf = ConcurrentHashMap.newKeySet();
    /// Those that were.
    private final Set<String> again = new HashSet<>();
    private final TransferGroups groups = new TransferGroups();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private Set<OfferViewModel> recent = Set.of();
    /// Conversations: when something changes in one, offers are read anew. Any thread.
    private volatile Set<String> watched = Set.of();
    private final OfferPeople people = new OfferPeople();
    private final TransferTotals totals = new TransferTotals();
    private boolean closed;

    public TransfersViewModel(PageContext context, Thumbnails thumbnails) {
        this(context, thumbnails, InstantSource.system());
    }

    TransfersViewModel(PageContext context, Thumbnails thumbnails, InstantSource clock) {
        this.clock = clock;
        node = context.node().transfers();
        contacts = context.node().contacts();
        fx = context.fx();
        refresh = new Refresh<>(context.background(), this::load, this::show);
        commands = new OfferCommands(context, thumbnails, refresh::changed);
        previews = new PicturePreviews(context, thumbnails);
        events = context.node().watch().apply((event, _) -> take(event));
        conversations = new ConversationWatch(context.node(), context.background(), this::changed, () -> {});
        refresh.changed();
    }

    /// Of pictures that are not sent yet.
    public PicturePreviews previews() {
        return previews;
    }

    /// The open ones, then those that are over, newest first, each group with a heading if it has any.
    ObservableList<TransferRow> rows() {
        return groups.rows();
    }

    /// Whether somebody points at the rows: as long as that is so, none goes to the other group.
    void pointedAt(boolean now) {
        groups.pointedAt(now);
    }

    /// Reads them anew: no event tells of an own offer that reaches nobody.
    void refresh() {
        refresh.changed();
    }

    /// Whether [#rows] says anything yet.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// What all of them come to. While something runs, [#tick] is to be called each second.
    public TransferTotals totals() {
        return totals;
    }

    /// Tries everything again that failed.
    ///
    /// @param done is given how many are tried again
    void retryFailed(IntConsumer done) {
        List<OfferViewModel> tried = recent.stream().filter(OfferViewModel::hasFailed).toList();
        commands.retryFailed(count -> {
            tried.forEach(OfferViewModel::offeredAgain);
            sum();
            done.accept(count);
        });
    }

    /// Some time has passed: what did not move since stands still.
    public void tick() {
        Instant now = clock.instant();
        for (OfferViewModel each : List.copyOf(models.values())) each.tick(now);
        sum();
    }

    /// The model of an offer that stands in a timeline; always the same one while a card shows it.
    ///
    /// @param conversation as [Chats] names it
    public OfferViewModel of(TimelineItem.Offer item, String conversation) {
        OfferViewModel known = models.get(item.offer());
        if (known != null) return known;
        OfferViewModel model = made(OfferFacts.of(item, conversation));
        wanted.add(item.offer());
        refresh.changed();
        return model;
    }

    private OfferViewModel made(OfferFacts facts) {
        var model = new OfferViewModel(facts, commands, people);
        models.put(facts.offer(), model);
        if (again.contains(facts.offer())) model.offeredAgain();
        forgetOld();
        return model;
    }

    private void forgetOld() {
        Iterator<OfferViewModel> eldest = models.values().iterator();
        for (int over = models.size() - MODELS_MAX; over > 0 && eldest.hasNext();) {
            OfferViewModel model = eldest.next();
            if (model.isShown() || model.state() instanceof OfferState.Loading || recent.contains(model)) continue;
            eldest.remove();
            over--;
        }
    }

    // What the node says; its threads

    private void take(NodeEvent event) {
        switch (event) {
            case NodeEvent.Progress progress -> fx.changed(new ProgressOf(progress.id().transfer()),
                    () -> progress(progress));
            case NodeEvent.Offered _, NodeEvent.Transferred _, NodeEvent.TransferFailed _,
                    NodeEvent.TransferPaused _, NodeEvent.TransferResumed _,
                    NodeEvent.Unmatched _ -> refresh
                    .changed();
            case NodeEvent.Helping helping -> fx.post(() -> helping(helping));
            // Transfers begin to wait, and go on, with their sessions.
            case NodeEvent.SessionOpened(var peer, _, _) -> {
                fx.post(() -> session(peer, true));
                refresh.changed();
            }
            case NodeEvent.SessionClosed(var peer, _, _, var reason) -> {
                if (reason != EndReason.REPLACED) fx.post(() -> session(peer, false));
                refresh.changed();
            }
            case NodeEvent.Ready _, NodeEvent.PeerAppeared _, NodeEvent.PeerChanged _,
                    NodeEvent.PeerLeft _, NodeEvent.Joined _, NodeEvent.Refused _, NodeEvent.Message _,
                    NodeEvent.PollAsked _, NodeEvent.BoxMade _, NodeEvent.HandedIn _, NodeEvent.Act _,
                    NodeEvent.ShelfSeen _, NodeEvent.ShelfTake _, NodeEvent.Delivered _, NodeEvent.Read _,
                    NodeEvent.Warning _, NodeEvent.LimitReached _, NodeEvent.WritesDirectly _,
                    NodeEvent.PauseEnded _, NodeEvent.ConnectFailed _, NodeEvent.Failure _, NodeEvent.Typing _,
                    NodeEvent.StatusChanged _, NodeEvent.WordsChanged _, NodeEvent.WordsGiven _,
                    NodeEvent.Bye _ -> {
            }
        }
    }

    /// On the node's threads.
    private void changed(String conversation) {
        if (watched.contains(conversation)) refresh.changed();
    }

    private LoadedTransfers load() {
        return LoadedTransfers.read(node, contacts, Set.copyOf(wanted), toldOf);
    }

    // What is shown

    private void session(Fingerprint peer, boolean open) {
        if (closed) return;
        people.session(peer, open);
        Instant now = clock.instant();
        for (OfferViewModel each : List.copyOf(models.values())) each.peopleChanged(now);
        sum();
    }

    private void progress(NodeEvent.Progress progress) {
        if (closed) return;
        OfferViewModel model = models.get(progress.id().offer());
        boolean fits = model != null
                && model.progress(progress.id().transfer(), progress.bytes(), progress.rate(), progress.from(),
                        clock.instant());
        if (fits) {
            sum();
        } else {
            refresh.changed();
        }
    }

    private void helping(NodeEvent.Helping told) {
        if (closed) return;
        totals.helping(told.offer(), told.peers(), models.values());
        OfferViewModel model = models.get(told.offer());
        if (model != null) model.helping(told, clock.instant());
    }

    private void show(LoadedTransfers news) {
        if (closed) return;
        wanted.removeAll(news.asked());
        people.read(news.people());
        watched = news.watched();
        again.addAll(news.again());
        for (String offer : news.again()) if (models.get(offer) instanceof OfferViewModel model) model.offeredAgain();
        for (String offer : news.asked()) {
            OfferViewModel model = models.get(offer);
            if (model == null) continue;
            model.loaded(news.found(offer), clock.instant());
            if (news.isOver(offer)) model.untaken(OVER);
        }
        var shown = new LinkedHashSet<OfferViewModel>();
        for (UnreachedOffer each : news.unreached()) shown.add(unreached(each));
        for (Map.Entry<String, List<Transfer>> offer : news.byOffer().entrySet()) {
            OfferViewModel model = models.get(offer.getKey());
            if (model == null) model = made(OfferFacts.of(offer.getValue().getFirst()));
            model.loaded(offer.getValue(), clock.instant());
            shown.add(model);
        }
        recent = shown;
        groups.show(shown);
        loaded.set(true);
        sum();
    }

    private OfferViewModel unreached(UnreachedOffer offer) {
        OfferViewModel known = models.get(offer.offer());
        OfferViewModel model = known != null ? known : made(OfferFacts.of(offer));
        model.untaken(new OfferState.Unreached(offer.waitsFor().stream().map(Other::name).toList()));
        wanted.add(offer.offer()); // next time, it may be taken back
        return model;
    }

    private void sum() {
        totals.count(models.values(), recent);
    }

    /// Detaches from the node; models stay as they are.
    @Override
    public void close() {
        closed = true;
        totals.stop();
        events.close();
        conversations.close();
        refresh.close();
    }
}
