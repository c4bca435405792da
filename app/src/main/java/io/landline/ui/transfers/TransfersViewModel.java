package io.landline.ui.transfers;

import io.landline.node.Chats;
import io.landline.node.FileTransfers;
import io.landline.node.FileTransfers.Transfer;
import io.landline.node.NodeEvent;
import io.landline.node.Subscription;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All offers that the window shows, on the transfers page and in timelines: one model each, kept true by the node's
/// events. Confined to the JavaFX thread.
public final class TransfersViewModel implements AutoCloseable {
    /// Timelines hold 600 rows; of models that no card shows, the one that was asked for longest ago goes first.
    static final int MODELS_MAX = 1_000;

    /// @param recent what [FileTransfers#recent] says
    /// @param asked the offers that were asked for by name
    /// @param found their transfers
    private record Loaded(List<Transfer> recent, Set<String> asked, List<Transfer> found) {}

    private record ProgressOf(String transfer) {}

    private final FileTransfers node;
    private final FxThread fx;
    private final InstantSource clock;
    private final OfferCommands commands;
    private final Refresh<Loaded> refresh;
    private final Subscription events;
    private final Map<String, OfferViewModel> models = new LinkedHashMap<>(16, 0.75f, true);
    /// Offers that a timeline shows and nobody read yet. Any thread.
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final ObservableList<TransferRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private Set<OfferViewModel> recent = Set.of();
    private final ReadOnlyLongWrapper receiving = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper sending = new ReadOnlyLongWrapper();
    private boolean closed;

    public TransfersViewModel(PageContext context) { this(context, InstantSource.system()); }

    TransfersViewModel(PageContext context, InstantSource clock) {
        this.clock = clock;
        node = context.node().transfers();
        fx = context.fx();
        refresh = new Refresh<>(context.background(), this::load, this::show);
        commands = new OfferCommands(context, refresh::changed);
        events = context.node().watch().apply((event, _) -> take(event));
        refresh.changed();
    }

    /// The open ones, then those that are over, newest first, each group with a heading if it has any.
    ObservableList<TransferRow> rows() {
        return rows;
    }

    /// Whether [#rows] says anything yet.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Bytes a second, of all together.
    ReadOnlyLongProperty receivingProperty() {
        return receiving.getReadOnlyProperty();
    }

    ReadOnlyLongProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    /// The model of an offer that stands in a timeline; always the same one while a card shows it.
    ///
    /// @param conversation as [Chats] names it
    public OfferViewModel of(Chats.Offer item, String conversation) {
        OfferViewModel known = models.get(item.offer());
        if (known != null) return known;
        OfferViewModel model = made(OfferFacts.of(item, conversation));
        wanted.add(item.offer());
        refresh.changed();
        return model;
    }

    private OfferViewModel made(OfferFacts facts) {
        var model = new OfferViewModel(facts, commands);
        models.put(facts.offer(), model);
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

    // ---- what the node says; its threads

    private void take(NodeEvent event) {
        switch (event) {
            case NodeEvent.Progress progress -> fx.changed(new ProgressOf(progress.id().transfer()),
                    () -> progress(progress));
            case NodeEvent.Offered _, NodeEvent.Transferred _, NodeEvent.TransferFailed _,
                    NodeEvent.TransferPaused _, NodeEvent.TransferResumed _ -> refresh
                    .changed();
            // Transfers begin to wait, and go on, with their sessions.
            case NodeEvent.SessionOpened _, NodeEvent.SessionClosed _ -> {
                refresh.changed();
            }
            case NodeEvent.Ready _, NodeEvent.PeerAppeared _, NodeEvent.PeerChanged _,
                    NodeEvent.PeerLeft _, NodeEvent.Joined _, NodeEvent.Refused _, NodeEvent.Message _,
                    NodeEvent.Delivered _, NodeEvent.Read _, NodeEvent.Warning _, NodeEvent.LimitReached _,
                    NodeEvent.PauseEnded _, NodeEvent.ConnectFailed _, NodeEvent.Failure _,
                    NodeEvent.Bye _ -> {
            }
        }
    }

    private Loaded load() {
        Set<String> asked = Set.copyOf(wanted);
        List<Transfer> found = asked.isEmpty() ? List.of() : node.ofOffers(List.copyOf(asked));
        return new Loaded(node.recent(), asked, found);
    }

    // ---- what is shown

    private void progress(NodeEvent.Progress progress) {
        if (closed) return;
        OfferViewModel model = models.get(progress.id().offer());
        boolean fits = model != null
                && model.progress(progress.id().transfer(), progress.bytes(), progress.rate(), clock.instant());
        if (fits) {
            sumRates();
        } else {
            refresh.changed();
        }
    }

    private void show(Loaded news) {
        if (closed) return;
        wanted.removeAll(news.asked());
        for (String offer : news.asked()) {
            OfferViewModel model = models.get(offer);
            if (model != null) {
                model.loaded(news.found().stream().filter(each -> each.ids().offer().equals(offer)).toList(),
                        clock.instant());
            }
        }
        var current = new LinkedHashSet<OfferViewModel>();
        var over = new LinkedHashSet<OfferViewModel>();
        for (Map.Entry<String, List<Transfer>> offer : byOffer(news.recent()).entrySet()) {
            OfferViewModel model = models.get(offer.getKey());
            if (model == null) model = made(OfferFacts.of(offer.getValue().getFirst()));
            model.loaded(offer.getValue(), clock.instant());
            (model.state().isOpen() ? current : over).add(model);
        }
        recent = new HashSet<>(current);
        recent.addAll(over);
        ListPatch.move(rows, rows(current, over));
        loaded.set(true);
        sumRates();
    }

    private static List<TransferRow> rows(Set<OfferViewModel> current, Set<OfferViewModel> over) {
        var rows = new ArrayList<TransferRow>();
        if (!current.isEmpty()) rows.add(new TransferRow.Now());
        for (OfferViewModel each : current) rows.add(new TransferRow.Offer(each));
        if (!over.isEmpty()) rows.add(new TransferRow.Earlier());
        for (OfferViewModel each : over) rows.add(new TransferRow.Offer(each));
        return rows;
    }

    private static Map<String, List<Transfer>> byOffer(List<Transfer> transfers) {
        var offers = new LinkedHashMap<String, List<Transfer>>();
        for (Transfer each : transfers) offers.computeIfAbsent(each.ids().offer(), _ -> new ArrayList<>()).add(each);
        return offers;
    }

    private void sumRates() {
        receiving.set(recent.stream().filter(each -> !each.facts().own()).mapToLong(OfferViewModel::rate).sum());
        sending.set(recent.stream().filter(each -> each.facts().own()).mapToLong(OfferViewModel::rate).sum());
    }

    /// Detaches from the node; models stay as they are.
    @Override
    public void close() {
        closed = true;
        events.close();
        refresh.close();
    }
}
