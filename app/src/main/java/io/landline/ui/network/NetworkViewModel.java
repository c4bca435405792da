package io.landline.ui.network;

import io.landline.language.Texts;
import io.landline.node.port.PacketTap.NetworkAdapter;
import io.landline.node.port.Preferences;
import io.landline.peer.Fingerprint;
import io.landline.presence.packet.PacketKind;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.fx.Refresh;
import io.landline.ui.network.DatagramLog.Kept;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// What the page shows of what a [NetworkWatch] collects. While another page is in front the watch goes on, since
/// discovery is seen best after something was done elsewhere: but nothing is made ready to be shown then. Paused, no
/// datagram is looked at, and what is shown stays. JavaFX thread, but for loading.
final class NetworkViewModel implements AutoCloseable {
    private final PageContext context;
    private final Texts texts;
    private final NodePorts node;
    private final InstantSource clock;
    private final NetworkWatch watch;
    private final Refresh<Loaded> refresh;
    private final ObservableList<DatagramRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PresenceChange> comings = FXCollections.observableArrayList();
    private final ObservableList<InterfaceRow> interfaces = FXCollections.observableArrayList();
    private final StringProperty sought = new SimpleStringProperty("");
    private final ObservableSet<Optional<PacketKind>> hidden = FXCollections.observableSet(new HashSet<>());
    private final StringProperty chosenInterface = new SimpleStringProperty("");
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper kept = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper fellOff = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper fresh = new ReadOnlyLongWrapper();
    private DatagramFilter shownBy = DatagramFilter.ALL;
    private volatile DatagramFilter filter = DatagramFilter.ALL;
    private volatile boolean inFront;

    /// Of loading alone: one load at a time is under way.
    private Set<String> titled = Set.of();
    private Map<String, String> titles = Map.of();

    /// @param by the filter that let these rows pass
    private record Loaded(DatagramFilter by, List<DatagramRow> rows, long kept, long fellOff,
            List<PresenceChange> comings,
            List<InterfaceRow> interfaces) {}

    /// @param watch its maker closes it
    NetworkViewModel(PageContext context, NetworkWatch watch) {
        this(context, watch, InstantSource.system());
    }

    NetworkViewModel(PageContext context, NetworkWatch watch, InstantSource clock) {
        this.context = context;
        this.watch = watch;
        texts = context.texts(NetworkViewModel.class);
        node = context.node();
        this.clock = clock;
        refresh = new Refresh<>(context.background(), this::load, this::show);
        NetworkWatch.View before = watch.view();
        sought.set(before.sought());
        hidden.addAll(before.hidden());
        chosenInterface.set(before.chosenInterface());
        paused.set(watch.isPaused());
        filter = filterOfNow();
        watch.attach(this::changed);
        sought.subscribe(this::filterChanged);
        chosenInterface.subscribe(this::filterChanged);
        hidden.subscribe(this::filterChanged);
        following.subscribe(this::changed);
    }

    /// Any thread.
    private void changed() {
        if (inFront) refresh.changed();
    }

    // Loading: a background thread

    private Loaded load() {
        DatagramFilter by = filter;
        watch.noteCompany(clock.instant());
        DatagramLog.Snapshot snapshot = watch.log().snapshot();
        Map<Fingerprint, String> known = watch.names().all();
        var fitting = new ArrayList<DatagramRow>();
        for (Kept each : snapshot.kept()) {
            DatagramRow row = row(each, known);
            if (by.fits(row)) fitting.add(row);
        }
        return new Loaded(by, fitting, snapshot.kept().size(), snapshot.fellOff(), watch.comings().kept(),
                interfaces(snapshot.traffic()));
    }

    private DatagramRow row(Kept each, Map<Fingerprint, String> known) {
        Fingerprint peer = each.datagram().observed().content().peer().orElse(null);
        String who = peer == null ? "" : known.getOrDefault(peer, "");
        return new DatagramRow(each.number(), each.datagram(), who, peer != null && peer.equals(node.self()));
    }

    private List<InterfaceRow> interfaces(Map<String, Traffic> traffic) {
        List<NetworkAdapter> adapters = node.network().packetTap().adapters();
        titleNew(adapters);
        var list = new ArrayList<InterfaceRow>();
        var others = new HashMap<>(traffic);
        for (NetworkAdapter adapter : adapters) {
            Traffic passed = others.remove(adapter.name());
            list.add(new InterfaceRow(adapter.name(), titles.getOrDefault(adapter.name(), ""), adapter.addresses(),
                    adapter.ways(),
                    true, adapter.network(), adapter.listeningOnly(), passed == null ? Traffic.NONE : passed));
        }
        others.keySet()
                .stream()
                .sorted()
                .forEach(name -> list.add(new InterfaceRow(name, "", List.of(), Set.of(), false, "", false,
                        others.getOrDefault(name, Traffic.NONE))));
        return list;
    }

    /// Asks the system, which may take its time, only where an interface is new.
    private void titleNew(List<NetworkAdapter> adapters) {
        var now = new HashSet<String>();
        adapters.forEach(adapter -> now.add(adapter.name()));
        if (now.equals(titled)) return;
        var found = new HashMap<String, String>();
        for (Preferences.NetworkAdapter each : node.preferences().adapters()) {
            if (!each.title().equals(each.name())) found.put(each.name(), each.title());
        }
        titled = now;
        titles = found;
    }

    // Showing

    private void show(Loaded now) {
        boolean stands = !following.get() && now.by().equals(shownBy) && !rows.isEmpty();
        if (stands) {
            long last = rows.getLast().number();
            fresh.set(now.rows().stream().filter(row -> row.number() > last).count());
        } else {
            ListPatch.update(rows, now.rows(), DatagramRow::number);
            shownBy = now.by();
            fresh.set(0);
        }
        kept.set(now.kept());
        fellOff.set(now.fellOff());
        ListPatch.update(comings, now.comings(), PresenceChange::number);
        ListPatch.update(interfaces, now.interfaces(), InterfaceRow::name);
        loaded.set(true);
    }

    private void filterChanged() {
        filter = filterOfNow();
        watch.keepInMind(new NetworkWatch.View(sought.get(), hidden, chosenInterface.get(), watch.view().tab()));
        changed();
    }

    private DatagramFilter filterOfNow() {
        return new DatagramFilter(sought.get(), hidden, chosenInterface.get());
    }

    // What the page binds to

    ObservableList<DatagramRow> rows() {
        return rows;
    }

    ObservableList<PresenceChange> comings() {
        return comings;
    }

    ObservableList<InterfaceRow> interfaces() {
        return interfaces;
    }

    /// Words that are sought in names, addresses, interfaces and kinds.
    StringProperty sought() {
        return sought;
    }

    /// Kinds that are not shown.
    ObservableSet<Optional<PacketKind>> hidden() {
        return hidden;
    }

    /// The name of the only interface that is shown; empty for all.
    StringProperty chosenInterface() {
        return chosenInterface;
    }

    /// Whether what comes is shown as it comes; else the list stands still, and [#fresh] counts.
    BooleanProperty following() {
        return following;
    }

    ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// How many datagrams are kept, those included that the filter leaves out.
    ReadOnlyLongProperty kept() {
        return kept.getReadOnlyProperty();
    }

    /// How many older ones are kept no more.
    ReadOnlyLongProperty fellOff() {
        return fellOff.getReadOnlyProperty();
    }

    /// How many came that fit the filter, while the list stands still.
    ReadOnlyLongProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    boolean isFiltered() {
        return !filter.isEmpty();
    }

    // What a person does

    /// Stops looking at datagrams, or goes on.
    void pause(boolean wanted) {
        watch.pause(wanted);
        paused.set(wanted);
    }

    /// Forgets the datagrams, and counts anew.
    void clear() {
        watch.log().clear();
        rows.clear();
        fresh.set(0);
        following.set(true);
        changed();
    }

    void showAll() {
        sought.set("");
        chosenInterface.set("");
        hidden.clear();
    }

    /// Announces and accepts nothing in this network any more, or does so again.
    void listenOnly(String network, boolean only) {
        context.background().run(() -> {
            node.network().packetTap().listenOnly(network, only);
            return network;
        }, _ -> changed(), why -> {
            context.notices().problem(ErrorMessages.sentence(context.language(), why));
            changed();
        });
    }

    /// Writes the datagrams that are shown, and says what came of it.
    ///
    /// @param path of which a person knows that a file of that name is replaced
    void save(Path path, DatagramExport.Format format) {
        List<DatagramRow> shown = List.copyOf(rows);
        String name = PeerText.line(path.toString());
        context.background().run(() -> {
            DatagramExport.write(path, format, shown);
            return shown.size();
        }, count -> context.notices().done(texts.format("saved", count, name)),
                why -> context.notices()
                        .problem(why instanceof IOException
                                ? texts.format("saved.not", name)
                                : ErrorMessages.sentence(context.language(), why)));
    }

    /// The page is in front: what is shown is loaded anew.
    void shown() {
        inFront = true;
        refresh.changed();
    }

    /// Another page is in front.
    void covered() {
        inFront = false;
    }

    @Override
    public void close() {
        inFront = false;
        watch.detach();
        refresh.close();
    }
}
