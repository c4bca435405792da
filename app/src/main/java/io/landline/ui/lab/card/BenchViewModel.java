package io.landline.ui.lab.card;

import io.landline.lab.wire.Observation;
import io.landline.labprograms.LabSystem;
import io.landline.labprograms.Program;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.fx.Refresh;
import io.landline.ui.lab.wire.EventBuffer;
import io.landline.ui.lab.wire.Ladder;
import io.landline.ui.lab.wire.Measurements;
import io.landline.ui.lab.wire.ProgramEvent;
import io.landline.ui.lab.wire.ProgramLog;
import io.landline.ui.lab.wire.ProgramLog.Seen;
import io.landline.ui.lab.wire.TraceRow;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One system's cards, and what passes between them. JavaFX thread.
public final class BenchViewModel implements AutoCloseable {
    /// A teacher shows one server and a handful of clients; more is a measurement, which has a program of its own.
    public static final int CARDS_MAX = 8;
    /// The filter lets all cards through.
    public static final int ALL_CARDS = 0;

    private final LabSystem system;
    private final FxThread fx;
    private final Background background;
    private final Runnable changed;
    private final EventBuffer tape = new EventBuffer();
    private final ProgramLog log = new ProgramLog();
    private final Refresh<Looked> refresh;
    private final ObservableList<CardViewModel> cards = FXCollections.observableArrayList();
    private final ObservableList<TraceRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper left = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Ladder> ladder = new ReadOnlyObjectWrapper<>(Ladder.EMPTY);
    private final ReadOnlyObjectWrapper<Measurements> measures = new ReadOnlyObjectWrapper<>(Measurements.NONE);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final IntegerProperty filter = new SimpleIntegerProperty(ALL_CARDS);
    private final ReadOnlyStringWrapper wireshark = new ReadOnlyStringWrapper();
    private Seen seen = Seen.NOTHING;
    private int lastId;

    private record Looked(List<ProgramEvent> events, Seen seen) {}

    /// @param changed is run when a card starts or ends
    public BenchViewModel(LabSystem system, FxThread fx, Background background, Runnable changed) {
        this.system = system;
        this.fx = fx;
        this.background = background;
        this.changed = changed;
        refresh = new Refresh<>(background, this::read, this::show);
        paused.subscribe(this::showWire);
        filter.subscribe(this::showWire);
        system.first().forEach(this::add);
    }

    public LabSystem system() {
        return system;
    }

    public ObservableList<CardViewModel> cards() {
        return cards;
    }

    /// The card with this id; null where it is gone.
    public @Nullable CardViewModel card(int id) {
        for (CardViewModel each : cards) if (each.id() == id) return each;
        return null;
    }

    /// The newest of the trace, of the cards that the filter lets through.
    public ObservableList<TraceRow> rows() {
        return rows;
    }

    /// The number of older rows that are not kept.
    public ReadOnlyLongProperty left() {
        return left.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Ladder> ladder() {
        return ladder.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Measurements> measures() {
        return measures.getReadOnlyProperty();
    }

    /// While it is, trace, ladder and charts stand still; what passes meanwhile is shown afterwards.
    public BooleanProperty paused() {
        return paused;
    }

    /// The id of the one card with its rows shown, or [#ALL_CARDS].
    public IntegerProperty filter() {
        return filter;
    }

    /// The filter that shows these packets in Wireshark.
    public ReadOnlyStringProperty wireshark() {
        return wireshark.getReadOnlyProperty();
    }

    private void watch() {
        wireshark.set(Observation.of(system.first().getFirst().lab(), port()).filter());
    }

    /// Where a server listens, else where one would; 0 where no card says so.
    private int port() {
        for (CardViewModel each : cards) if (each.listeningPort() > 0) return each.listeningPort();
        return cards.isEmpty() ? 0 : cards.getFirst().settings().port();
    }

    /// All that is kept of the trace, without the filter, for the export.
    public Seen seen() {
        return seen;
    }

    public boolean mayAdd() {
        return cards.size() < CARDS_MAX;
    }

    public void add(Program program) {
        if (!mayAdd()) return;
        int ordinal = (int) cards.stream().filter(each -> each.program().key().equals(program.key())).count() + 1;
        while (isTaken(program.key(), ordinal)) ordinal++;
        var card = new CardViewModel(++lastId, ordinal, program, fx, background, this::tell, this::cardChanged);
        cards.add(card);
        card.settings().command().subscribe(_ -> watch());
        for (CardViewModel each : cards) {
            if (each.isServer() && each.listeningPort() > 0) card.follow(each.listeningPort());
        }
    }

    private boolean isTaken(String key, int ordinal) {
        return cards.stream().anyMatch(each -> each.program().key().equals(key) && each.ordinal() == ordinal);
    }

    /// Takes a card away; one that runs stays.
    public void remove(CardViewModel card) {
        if (card.state().get().isBusy() || !cards.remove(card)) return;
        log.forget(card.id());
        watch();
        if (filter.get() == card.id()) filter.set(ALL_CARDS);
    }

    /// Forgets what has passed; what runs goes on.
    public void clear() {
        log.clear();
        refresh.changed();
    }

    public int running() {
        return (int) cards.stream().filter(each -> each.state().get().isBusy()).count();
    }

    private void tell(ProgramEvent told) {
        tape.add(told);
        refresh.changed();
    }

    private void cardChanged() {
        for (CardViewModel each : cards) {
            int port = each.isServer() ? each.listeningPort() : 0;
            if (port > 0) cards.forEach(other -> other.follow(port));
        }
        watch();
        changed.run();
    }

    private Looked read() {
        EventBuffer.Piece piece = tape.take();
        log.apply(piece);
        return new Looked(piece.events(), log.seen());
    }

    private void show(Looked looked) {
        for (ProgramEvent each : looked.events()) {
            CardViewModel card = card(each.card());
            if (card != null) card.hear(each);
        }
        seen = looked.seen();
        showWire();
    }

    private void showWire() {
        if (paused.get()) return;
        int only = filter.get();
        List<TraceRow> wanted = only == ALL_CARDS
                ? seen.rows()
                : seen.rows().stream().filter(row -> row.card() == only).toList();
        ListPatch.update(rows, wanted, TraceRow::number);
        left.set(seen.left());
        ladder.set(seen.ladder());
        measures.set(seen.measures());
    }

    public void stopAll() {
        List.copyOf(cards).forEach(CardViewModel::stop);
    }

    /// Ends what runs; nothing more is shown.
    @Override
    public void close() {
        stopAll();
        refresh.close();
    }
}
